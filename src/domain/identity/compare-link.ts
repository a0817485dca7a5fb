import { type Agreement, KINDS, NOTHING, of } from "./agreement";
import { compareNames } from "./compare-names";
import { looksLikeName, type Name, namesIn } from "./names";
import { namedIn } from "./relation";
import { segmentsOf } from "./segments";

/** A link's own text: whom it names, or that it is another person's, or nothing ("Open profile"). */
export function compareLink(name: Name | null, searched: Name | null, text: string): Agreement {
  const [segment, ...more] = segmentsOf(text);
  if (!segment) return NOTHING;
  const found = searched && namedIn(searched, text);
  if (found) return of(KINDS[found.relation], "link", !found.isMain || !found.isWhole);
  const [other] = namesIn(segment);
  if (!name || !other || !looksLikeName(other)) return NOTHING;
  const relation = compareNames(name, other);
  if (relation !== "differs") return of("partly", "link");
  // Where a script has no capitals, a label looks like a name.
  const isPlain = more.length === 0 && other.words.every((word) => word.isCapital !== null);
  return of(isPlain ? "differs" : "other-name");
}
