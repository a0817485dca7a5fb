import type { Relation } from "./compare-names";

/**
 * How Kombo's candidate compares with the page, the best first.
 * `agrees` the name or an address of the candidate's · `agrees-swapped` the name with given and family name exchanged ·
 * `contains` one name inside the other, longer one · `partly` some of the name · `two-people` the page declares this
 * candidate and another · `other-name` the page seems to show somebody else, without declaring it · `differs` the page
 * declares somebody else · `nothing-to-compare` absence, which proves nothing.
 */
export type AgreementKind =
  | "agrees"
  | "agrees-swapped"
  | "contains"
  | "partly"
  | "two-people"
  | "other-name"
  | "differs"
  | "nothing-to-compare";

/**
 * Where the agreeing evidence stands, and what its absence or opposite means there:
 *
 * | place   | names the candidate                          | names another                                   |
 * |---------|----------------------------------------------|-------------------------------------------------|
 * | declared| decides; one word only if it is all there is | another name: differs · also: two-people        |
 * | title   | a whole part, or inside a part               | some of the name: partly · also a heading or a  |
 * |         |                                              | block of the text: other-name · alone: nothing  |
 * | heading | the whole heading                            | only makes what agrees elsewhere doubtful       |
 * | link    | the link's whole text, or inside it          | a whole text that looks like a name: differs    |
 * | email   | an address of the candidate's, not one's own | nothing: candidates have several                |
 * | block   | a block (cell, line) of its own              | an earlier name-like block makes it doubtful    |
 * | mention | inside a longer block                        | nothing                                         |
 */
export type Place = "declared" | "title" | "heading" | "link" | "email" | "block" | "mention";

export interface Agreement {
  kind: AgreementKind;
  /** Null where nothing agrees. */
  place: Place | null;
  /** What agrees may be about another than the one the page is about; a host without a tenant asks. */
  isDoubtful: boolean;
}

export const KINDS: Record<Relation, AgreementKind> = {
  equal: "agrees",
  swapped: "agrees-swapped",
  contains: "contains",
  partly: "partly",
  differs: "differs",
};
export const ORDER: readonly AgreementKind[] = [
  "agrees",
  "agrees-swapped",
  "contains",
  "partly",
  "other-name",
  "differs",
];

/** A result; where nothing agrees there is no place. */
export const of = (kind: AgreementKind, place: Place | null = null, isDoubtful = false): Agreement => ({
  kind,
  place,
  isDoubtful,
});
export const NOTHING = of("nothing-to-compare");

/** The stronger evidence of two; a doubtful one is weaker than a plain one of its kind. */
export function better(one: Agreement, other: Agreement): Agreement {
  const rank = ({ kind, isDoubtful }: Agreement) => {
    const at = ORDER.indexOf(kind);
    return (at === -1 ? ORDER.length : at) * 2 + Number(isDoubtful);
  };
  return rank(other) < rank(one) ? other : one;
}
