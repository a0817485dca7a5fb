import { addressOf } from "./address";
import { isIdLike, numberInSlug } from "./idlike";
import { isSecretName } from "./secret-params";

/** One question to Kombo carries them all; more would mean that the address is not one of a candidate. */
export const MAX_URL_IDS = 20;

/** Parameters that page, sort or track: their numbers are never a person. */
const NOISE =
  /^(?:_|t|v|page|per_?page|limit|offset|start|size|tab|sort|order|dir|view|width|height|zoom|lang|locale|ts|timestamp|version|tz|date|from|to|year|month|day|utm_.*)$/i;

type Pairs = readonly (readonly [string, string])[];

/** Segments whose predecessor names a secret (`/reset-password/…`) are left out with it. */
function harmlessSegments(segments: readonly string[]): string[] {
  return segments.filter((_, i) => i === 0 || !isSecretName(segments[i - 1]!)).map(withoutExtension);
}

function withoutExtension(segment: string): string {
  return segment.replace(/\.(?:html?|xhtml|aspx?|php|jsp|do)$/i, "");
}

function piecesOf(text: string): string[] {
  if (!isIdLike(text)) return [];
  const inner = numberInSlug(text);
  return inner ? [text, inner.id] : [text];
}

/**
 * The id-like pieces of an address that may be shown to Kombo: path and hash route first, then harmless parameters.
 * What also stands in a token-like parameter is left out wherever it stands.
 */
export function urlIdsOf(href: string): string[] {
  const address = addressOf(href);
  if (!address) return [];
  const pairs: Pairs = [...address.query, ...address.hashQuery];
  const secrets = pairs.filter(([name]) => isSecretName(name)).flatMap(([, value]) => [value, ...piecesOf(value)]);
  const taken = new Set(secrets);
  const ids: string[] = [];
  const candidates = [
    ...harmlessSegments(address.path),
    ...harmlessSegments(address.hashPath),
    ...pairs.filter(([name]) => !isSecretName(name) && !NOISE.test(name)).map(([, value]) => value),
  ];
  for (const id of candidates.flatMap(piecesOf)) {
    if (ids.length === MAX_URL_IDS) break;
    if (taken.has(id)) continue;
    taken.add(id);
    ids.push(id);
  }
  return ids;
}
