import { decoded } from "./common/url";

/** An address taken apart: what URL ids, learned patterns and the report look at. Values are percent-decoded. */
export interface Address {
  url: URL;
  path: readonly string[];
  query: readonly (readonly [string, string])[];
  /** Path of the hash route (`#/people/42` or `#!/people/42`); empty for a plain anchor. */
  hashPath: readonly string[];
  /** Parameters in the hash, after the route's `?` or instead of a route (`#id=42&model=x`). */
  hashQuery: readonly (readonly [string, string])[];
}

/** The non-empty segments of a path, decoded. Matrix parameters (`;jsessionid=…`) are cut off: they carry sessions. */
export function segmentsOf(path: string): string[] {
  return path
    .split("/")
    .map((part) => decoded(part.split(";", 1)[0] ?? ""))
    .filter((part) => part !== "");
}

function pairsOf(query: string): [string, string][] {
  return [...new URLSearchParams(query)];
}

/** Parses a web address; null for anything that is not http(s). */
export function addressOf(href: string): Address | null {
  let url: URL;
  try {
    url = new URL(href);
  } catch {
    return null;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  const hash = url.hash.replace(/^#!?/, "");
  const mark = hash.indexOf("?");
  const route = mark < 0 ? hash : hash.slice(0, mark);
  const isRoute = route.startsWith("/");
  return {
    url,
    path: segmentsOf(url.pathname),
    query: pairsOf(url.search),
    hashPath: isRoute ? segmentsOf(route) : [],
    hashQuery: pairsOf(isRoute ? (mark < 0 ? "" : hash.slice(mark + 1)) : hash.includes("=") ? hash : ""),
  };
}
