/** A browser's match pattern in its parts; null for what is none. */
function partsOf(pattern: string): { host: string; path: string } | null {
  const found = /^(?:\*|https?):\/\/([^/]+)(\/.*)$/.exec(pattern);
  return found ? { host: found[1] ?? "", path: found[2] ?? "" } : null;
}

/** Whether pages of a host may match the pattern; `host` without its port. */
export function coversHost(pattern: string, host: string): boolean {
  const parts = partsOf(pattern);
  if (!parts) return false;
  if (parts.host === "*") return true;
  const bare = parts.host.replace(/^\*\./, "");
  return host === bare || (parts.host.startsWith("*.") && host.endsWith(`.${bare}`));
}

/** Whether a host and path match the pattern. */
export function coversPage(pattern: string, host: string, path: string): boolean {
  const parts = partsOf(pattern);
  if (!parts || !coversHost(pattern, host)) return false;
  const glob = parts.path.split("*").map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${glob.join(".*")}$`, "s").test(path);
}
