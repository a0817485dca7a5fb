import { type Agreement, type AgreementKind, KINDS, NOTHING, ORDER, of } from "./agreement";
import { compareNames } from "./compare-names";
import { isFullName, type Name } from "./names";

/** The names that the page's own fields give. Several people of whom one fits are two people, whichever fits. */
export function compareDeclared(name: Name | null, declared: readonly Name[]): Agreement {
  const results = declared.map((one): AgreementKind => {
    if (name === null) return "nothing-to-compare";
    const relation = compareNames(name, one);
    if (relation !== "differs") return KINDS[relation];
    return isFullName(one) ? "differs" : "other-name";
  });
  const best = ORDER.find((kind) => results.includes(kind));
  if (best === undefined) return NOTHING;
  const fits = best === "agrees" || best === "agrees-swapped" || best === "contains";
  if (fits && isSeveralPeople(declared)) return of("two-people", "declared");
  // Two fields, one with more of a name: the longer one may be another person's.
  return of(results.includes("contains") ? "contains" : best, "declared");
}

/** Fields of one form may spell one name in several ways. */
function isSeveralPeople(names: readonly Name[]): boolean {
  const [first, ...others] = names;
  return first !== undefined && others.some((other) => ["partly", "differs"].includes(compareNames(first, other)));
}
