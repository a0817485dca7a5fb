import { fromVersion2, fromVersion3 } from "./proofpoint";

/** A wrapped address within a wrapped address: mail filters stack, but not deeper than this. */
const DEEPEST = 10;

/** Services that show a link by way of themselves: host, path, and the parameter that holds the link. */
const BY_PARAMETER: readonly (readonly [host: RegExp, path: RegExp, names: readonly string[]])[] = [
  // Microsoft Defender for Office 365, and Teams.
  [/\.safelinks\.protection\.(?:outlook\.com|outlook\.cn|office365\.us)$/, /^\//, ["url"]],
  [/^statics\.teams\.(?:cdn\.office\.net|microsoft\.com)$/, /safelinks/, ["url"]],
  [/^(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/, /^\/url$/, ["q", "url"]],
  [/^urldefense\.proofpoint\.com$/, /^\/v1\/url$/, ["u"]],
  [/^linkprotect\.cudasvc\.com$/, /^\/url$/, ["a"]],
  [/^slack-redir\.net$/, /^\/link$/, ["url"]],
  [/^(?:www\.)?linkedin\.com$/, /^\/(?:redir\/redirect|safety\/go)$/, ["url"]],
  [/^lm?\.facebook\.com$/, /^\/l\.php$/, ["u"]],
];

function inside(link: string): string | null {
  if (!URL.canParse(link)) return null;
  const { hostname, pathname, searchParams } = new URL(link);
  if (/^urldefense\.(?:com|us|proofpoint\.com)$/.test(hostname)) {
    if (pathname.startsWith("/v3/")) return fromVersion3(link);
    if (pathname === "/v2/url") return fromVersion2(searchParams.get("u") ?? "");
  }
  const service = BY_PARAMETER.find(([host, path]) => host.test(hostname) && path.test(pathname));
  return service?.[2].map((name) => searchParams.get(name)).find(Boolean) ?? null;
}

/** The address a link leads to when it goes by way of a mail filter or a search engine; the link itself otherwise. */
export function unwrapped(link: string): string {
  let address = link;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next = inside(address);
    if (next === null || !/^https?:\/\//i.test(next)) return address;
    address = next;
  }
  return address;
}
