import { prepare, type Suggestion, search } from "../../domain/picker";
import { stateOf } from "./known";
import type { Given, Row } from "./row";
import { setRow } from "./set-row";

/** More rows than anybody scrolls through. */
export const LIMIT = 500;

interface Ranked {
  tier: Suggestion["tier"];
  row: Row;
}

/**
 * The rows that fit what is typed: first those in which the text really stands, then guesses by similarity. Tags on the
 * candidate come before others, and are found by their own names, also when the list does not have them (yet, or any more).
 */
export function matchesFor(given: Given): { holding: Row[]; guesses: Row[] } {
  const own = knownMatches(given);
  const others = listMatches(given);
  // A set adds several tags: one tag that fits as well comes first.
  const all = [own, others, setMatches(given)];
  return {
    holding: rowsIn(all, atWord).concat(rowsIn(all, within)),
    guesses: rowsIn([own, others], (tier) => tier === "guess"),
  };
}

const within = (tier: Ranked["tier"]): boolean => tier === "anywhere";
const atWord = (tier: Ranked["tier"]): boolean => !within(tier) && tier !== "guess";

function rowsIn(lists: readonly (readonly Ranked[])[], fits: (tier: Ranked["tier"]) => boolean): Row[] {
  return lists.flatMap((list) => list.filter(({ tier }) => fits(tier)).map(({ row }) => row));
}

function knownMatches({ text, known }: Given): Ranked[] {
  const names = prepare([...known.values()].map(({ name }) => name));
  return search(names, text, { recents: [] }).map(({ name, tier, marks }) => ({
    tier,
    row: { name, kind: stateOf(known, name) ?? "carried", marks },
  }));
}

function setMatches(given: Given): Ranked[] {
  const { sets, text } = given;
  return search(prepare(sets.map(({ name }) => name)), text, { recents: [] }).flatMap(({ name, tier, marks }) => {
    const set = sets.find((one) => one.name === name);
    return set ? [{ tier, row: { ...setRow(set, given), marks } }] : [];
  });
}

function listMatches({ text, index, recents, known }: Given): Ranked[] {
  // A hit is a row as it is: its marks are worked out only if it is drawn.
  return search(index, text, { recents, limit: LIMIT })
    .filter(({ name }) => !stateOf(known, name))
    .map((hit) => ({ tier: hit.tier, row: hit }));
}
