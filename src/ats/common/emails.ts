import type { LookUp } from "../../domain/candidate";
import type { PageFacts } from "../../domain/facts";

const MOST = 5;
const LONGEST = 254;
const ADDRESS = /^[^\s@<>()[\]\\,;:"']+@[^\s@<>()[\]\\,;:"']+\.[^\s@<>()[\]\\,;:"'.]+$/;

function cleaned(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^mailto:/i, "")
    .split("?", 1)[0]!
    .trim()
    .toLowerCase();
  return bare.length <= LONGEST && ADDRESS.test(bare) ? bare : null;
}

/** The fields a rule names as the candidate's own e-mail. One field may hold several addresses or words around it. */
function fromFields(facts: PageFacts, names: readonly string[]): string[] {
  return names.flatMap((name) => facts.declared[name] ?? []).flatMap((text) => text.slice(0, 2000).split(/[\s,;<>]+/));
}

/**
 * The page's e-mail addresses as look-ups, the likeliest first, without the recruiter's own. Where the rule's own field
 * gives an address, only that: the others on the page are other people's.
 */
export function emailLookUps(
  facts: PageFacts,
  fields: readonly string[] = [],
  own: readonly string[] = [],
): readonly LookUp[] {
  const leftOut = new Set(own.map((address) => address.trim().toLowerCase()));
  const usable = (texts: readonly string[]) => [
    ...new Set(texts.map(cleaned).filter((address) => address !== null && !leftOut.has(address))),
  ];
  const declared = usable(fromFields(facts, fields));
  const placed = (likely: boolean) =>
    usable(facts.emails.filter((email) => email.candidateLike === likely).map((email) => email.address));
  const likely = declared.length > 0 ? declared : placed(true);
  const others = declared.length > 0 ? [] : placed(false).filter((address) => !likely.includes(address));
  const secondary = likely.length > 0 ? { secondary: true as const } : {};
  const all: LookUp[] = [
    ...likely.map((value): LookUp => ({ by: "email", value: value! })),
    ...others.map((value): LookUp => ({ by: "email", value: value!, ...secondary })),
  ];
  return all.slice(0, MOST);
}
