import type { LookUp } from "../../domain/candidate";
import type { PageFacts } from "../../domain/facts";
import { emailKey, emailsIn, wholeEmail } from "../../domain/text/emails";

const MOST = 5;
/** A field of a form; longer ones are texts. */
const LONGEST_FIELD = 2000;

/** The fields a rule names as the candidate's own e-mail. One field may hold several addresses or words around it. */
function fromFields(facts: PageFacts, names: readonly string[]): string[] {
  return names
    .flatMap((name) => facts.declared[name] ?? [])
    .flatMap((text) => text.slice(0, LONGEST_FIELD).split("\n"))
    .flatMap(emailsIn);
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
  const leftOut = new Set(own.map(emailKey));
  const usable = (addresses: readonly string[]) => [
    ...new Set(addresses.filter((address) => !leftOut.has(emailKey(address)))),
  ];
  const declared = usable(fromFields(facts, fields));
  const placed = (likely: boolean) =>
    usable(
      facts.emails
        .filter((email) => email.candidateLike === likely)
        .map((email) => wholeEmail(email.address))
        .filter((address) => address !== null),
    );
  const likely = declared.length > 0 ? declared : placed(true);
  const others = declared.length > 0 ? [] : placed(false).filter((address) => !likely.includes(address));
  const secondary = likely.length > 0 ? { secondary: true as const } : {};
  const all: LookUp[] = [
    ...likely.map((value): LookUp => ({ by: "email", value })),
    ...others.map((value): LookUp => ({ by: "email", value, ...secondary })),
  ];
  return all.slice(0, MOST);
}
