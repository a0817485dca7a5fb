const glob = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");

/** A match pattern as browsers read it: scheme, host with `*.` in front of any sub-domain, path with the query; no hash. */
function matches(pattern: string, href: string): boolean {
  const [, scheme, host = "", path] = /^(\*|https?):\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  if (!scheme || !path) throw new Error(`no match pattern: ${pattern}`);
  const url = new URL(href);
  const schemes = scheme === "*" ? ["http:", "https:"] : [`${scheme}:`];
  const domain = host.replace(/^\*\./, "");
  const onHost = host === "*" || url.hostname === domain || (host !== domain && url.hostname.endsWith(`.${domain}`));
  return schemes.includes(url.protocol) && onHost && new RegExp(`^${glob(path)}$`, "s").test(url.pathname + url.search);
}

/** Whether one of the patterns matches an address. */
export const shows = (patterns: readonly string[], href: string): boolean =>
  patterns.some((pattern) => matches(pattern, href));
