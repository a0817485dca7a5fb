import { fold, tagKey, withoutBlanks } from "../text/fold";
import { distinctTags } from "../text/same-tag";
import { cleanName } from "./name";
import type { Index } from "./prepare";

/** What the list has for a typed name. `same`: this very tag. `alike`: only accents or blanks differ. */
export type Found = { kind: "same"; name: string } | { kind: "alike"; names: readonly string[] } | { kind: "none" };

/** Looks a typed name up in the list; the names come back exactly as the ATS stores them. */
export function lookUp(index: Index, text: string): Found {
  const folded = fold(text);
  const places = folded === "" ? undefined : index.alike.get(withoutBlanks(folded));
  if (!places) return { kind: "none" };
  const same = sameOf(index, places, text);
  if (same !== null) return { kind: "same", name: same };
  const closer = places.filter((at) => index.folded[at] === folded);
  return {
    kind: "alike",
    names: distinctTags((closer.length > 0 ? closer : places).map((at) => index.names[at] ?? "")),
  };
}

/** The stored name of the very tag a text names, exactly spelt where there are several; null when the list has none. */
export function existing(index: Index, text: string): string | null {
  const found = lookUp(index, text);
  return found.kind === "same" ? found.name : null;
}

/** Whether the list holds a name in exactly these characters. */
export function holdsExactly(index: Index, name: string): boolean {
  return (index.alike.get(withoutBlanks(fold(name))) ?? []).some((at) => index.names[at] === name);
}

function sameOf(index: Index, places: readonly number[], text: string): string | null {
  const key = tagKey(text);
  const clean = cleanName(text);
  let best: string | null = null;
  for (const at of places) {
    const name = index.names[at] ?? "";
    if (name === text) return name;
    if (tagKey(name) !== key) continue;
    if (best === null || (name === clean && best !== clean)) best = name;
  }
  return best;
}
