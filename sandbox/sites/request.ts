/** The host name the browser asked for, without the port: mapped host names arrive in the Host header. */
export function hostOf(request: Request): string {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  return host.replace(/:\d+$/, "").toLowerCase();
}

/** One cookie of the request; null when it is not set. */
export function cookieOf(request: Request, name: string): string | null {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const [key = "", value = ""] = pair.trim().split("=", 2);
    if (key === name) return value;
  }
  return null;
}

/** The hash of the page's address, as `hash-routes.js` sends it along; empty on the first load, which has none. */
export function hashOf(request: Request): string {
  return decodeURIComponent(request.headers.get("x-stand-in-hash") ?? "");
}
