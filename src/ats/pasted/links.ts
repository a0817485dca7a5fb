import type { AtsReference } from "../../domain/candidate";
import { lazyRegExp } from "../../domain/text/lazy-reg-exp";
import { detect } from "../detect";
import { RULES } from "../index";
import { unwrapped } from "./redirects";

const SCHEMED = /https?:\/{1,3}[^\s<>"`|\\]+/gi;
/** A host with a path and no scheme; what a person copies from a narrow address bar. */
const BARE = lazyRegExp(
  String.raw`(?<![\p{L}\p{N}@.:/_-])(?:\/\/)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}(?::\d{1,5})?\/[^\s<>"\x60|\\]*`,
  "giu",
);

/** Where a link ends when brackets or quotes are around it: at a closing one that it did not open. */
function withinBrackets(text: string): string {
  const open = { ")": "(", "]": "[", "}": "{" } as const;
  const depth: Record<string, number> = {};
  for (const [at, char] of [...text].entries()) {
    if ("([{".includes(char)) depth[char] = (depth[char] ?? 0) + 1;
    const opener = open[char as keyof typeof open];
    if (!opener) continue;
    if (!depth[opener]) return [...text].slice(0, at).join("");
    depth[opener]! -= 1;
  }
  return text;
}

/** The punctuation of the sentence around a link. */
const PUNCTUATION_BEHIND = lazyRegExp(String.raw`[.,;:!?'’…*~_)\]}\p{Pe}\p{Pf}\p{Pi}\p{Ps}、。]+$`, "u");
const bare = (text: string) => text.replace(PUNCTUATION_BEHIND(), "");

/** Where the text goes on without a blank, as Chinese and Japanese do; an address is copied with such letters encoded. */
const asciiOnly = (text: string) => /^[\x21-\x7e]*/.exec(text)?.[0] ?? "";

/** What a piece of text may mean as a link, the likeliest first. */
function readings(text: string): string[] {
  // Markup writes `&amp;` for the mark between parameters.
  const plain = text.replaceAll("&amp;", "&");
  const schemed = /^https?:/i.test(plain) ? plain : `https://${plain.replace(/^\/\//, "")}`;
  const bracketed = withinBrackets(schemed);
  const all = [bare(asciiOnly(bracketed)), bare(bracketed), bare(bracketed.split("'", 1)[0]!), schemed];
  return all.map(unwrapped).filter((one) => URL.canParse(one));
}

const referenceIn = (href: string): AtsReference | null => {
  const found = detect(RULES, href);
  return found.kind === "candidate" ? found.reference : null;
};

/** The reading that says most: of "…/people/10をご覧" only the one that ends before the sentence goes on has an id. */
function best(all: readonly string[]): { href: string; reference: AtsReference } | null {
  const named = all.flatMap((href) => {
    const reference = referenceIn(href);
    return reference ? [{ href, reference }] : [];
  });
  const most = Math.max(...named.map(({ reference }) => reference.lookups.length));
  return named.find(({ reference }) => reference.lookups.length === most) ?? null;
}

export interface FoundLink {
  href: string;
  /** Whether a rule reads a candidate from it, alone or with its page. */
  candidate: boolean;
}

/** The links in a text, each person's once, in the reading that names a candidate where there is one; and what is left. */
export function linksIn(text: string): { links: FoundLink[]; rest: string } {
  // Mail programs break long links inside <…>; blanks there are not part of the address.
  const joined = text.replace(/<(https?:[^<>]*)>/gi, (_, link: string) => ` ${link.replaceAll(" ", "")} `);
  const found = new Map<string, FoundLink>();
  const keep = (piece: string, schemed: boolean) => {
    const all = readings(piece);
    const named = best(all);
    const href = named?.href ?? (schemed ? all[0] : undefined);
    if (href === undefined) return piece;
    const key = named && named.reference.lookups.length > 0 ? JSON.stringify(named.reference) : new URL(href).href;
    if (!found.has(key)) found.set(key, { href, candidate: named !== null });
    return " ";
  };
  const rest = joined.replace(SCHEMED, (piece) => keep(piece, true)).replace(BARE(), (piece) => keep(piece, false));
  return { links: [...found.values()], rest };
}
