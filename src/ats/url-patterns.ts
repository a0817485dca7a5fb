import { type Address, addressOf } from "./address";
import { isIdLike, numberInSlug } from "./idlike";
import { isSecretName } from "./secret-params";

/** Where addresses of one host carry the candidate's id. The stored pattern has more fields; this is the part matched on. */
export interface UrlPattern {
  host: string;
  /**
   * Encoded segments, `{id}` in the id's place, `{any}` for other ids (a job, a stage), e.g. `/jobs/{any}/people/{id}`.
   * A hash route follows after `#`, a parameter that holds the id after `?`.
   */
  path: string;
}

type Pairs = Address["query"];
type Place = { in: "path" | "hashPath"; at: number } | { in: "query" | "hashQuery"; name: string };

/** Once the pattern is known, an id of one digit is as good as any. */
function couldBeId(text: string): boolean {
  return /^\d$/.test(text) || isIdLike(text);
}

function lastSegment(segments: readonly string[], id: string): number {
  return segments.findLastIndex((s) => s === id || numberInSlug(s)?.id === id);
}

/** A parameter's value; null where it is absent or given twice with different values: then nobody knows which one counts. */
function onlyValue(pairs: Pairs, name: string): string | null {
  const values = new Set(pairs.filter(([one]) => one === name).map(([, value]) => value));
  return values.size === 1 ? [...values][0]! : null;
}

/** The hash route is nearer to what is on screen than the path; a parameter comes last. */
function placeOf(address: Address, id: string): Place | null {
  for (const part of ["hashPath", "path"] as const) {
    const at = lastSegment(address[part], id);
    if (at >= 0) return { in: part, at };
  }
  for (const part of ["query", "hashQuery"] as const) {
    const pair = address[part].find(([name, value]) => value === id && !isSecretName(name));
    if (pair && onlyValue(address[part], pair[0]) !== null) return { in: part, name: pair[0] };
  }
  return null;
}

function slot(segment: string, id: string): string {
  if (segment === id) return "{id}";
  return numberInSlug(segment)?.at === "start" ? "{id}-{any}" : "{any}-{id}";
}

function pattern(segments: readonly string[], at: number, id: string): string {
  const parts = segments.map((s, i) => (i === at ? slot(s, id) : couldBeId(s) ? "{any}" : encodeURIComponent(s)));
  return `/${parts.join("/")}`;
}

/** The pattern of an address whose id sits in `place`; both learning and comparing go through it. */
function patternOf(address: Address, place: Place, id: string): string {
  const path = pattern(address.path, place.in === "path" ? place.at : -1, id);
  const route = pattern(address.hashPath, place.in === "hashPath" ? place.at : -1, id);
  const hash = address.hashPath.length > 0 ? `#${route}` : "";
  if (place.in === "query") return `${path}?${encodeURIComponent(place.name)}={id}${hash}`;
  if (place.in === "hashQuery") return `${path}${hash || "#"}?${encodeURIComponent(place.name)}={id}`;
  return `${path}${hash}`;
}

/** The pattern of a page whose id was confirmed; null when the id does not stand in the address. */
export function learnPattern(href: string, id: string): UrlPattern | null {
  const address = addressOf(href);
  if (!address || !couldBeId(id)) return null;
  const place = placeOf(address, id);
  return place && { host: address.url.host, path: patternOf(address, place, id) };
}

/** What could stand in the id's place of this address. With a parameter's name, only that parameter. */
function* possibleIds(address: Address, parameter: string | null): Generator<[Place, string]> {
  if (parameter !== null) {
    for (const part of ["query", "hashQuery"] as const) {
      const name = address[part].find(([one]) => encodeURIComponent(one) === parameter)?.[0];
      const value = name === undefined ? null : onlyValue(address[part], name);
      if (name !== undefined && value !== null && couldBeId(value)) yield [{ in: part, name }, value];
    }
    return;
  }
  for (const part of ["hashPath", "path"] as const) {
    for (const [at, segment] of address[part].entries()) {
      if (couldBeId(segment)) yield [{ in: part, at }, segment];
      const inner = numberInSlug(segment);
      if (inner) yield [{ in: part, at }, inner.id];
    }
  }
}

/** The id an address carries where the pattern has it; null on another host or path. */
export function matchPattern(learned: UrlPattern, href: string): string | null {
  const address = addressOf(href);
  if (!address || address.url.host !== learned.host) return null;
  // A learned path is short; comparing only addresses of its depth keeps hostile ones cheap.
  const depth = learned.path.split("/").length;
  if (address.path.length + address.hashPath.length > depth) return null;
  const parameter = /\?([^=#?]*)=\{id\}/.exec(learned.path)?.[1] ?? null;
  for (const [place, id] of possibleIds(address, parameter)) {
    if (patternOf(address, place, id) === learned.path) return id;
  }
  return null;
}
