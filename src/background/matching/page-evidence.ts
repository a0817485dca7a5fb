import { type Evidence, evidenceOf, pageEvidence } from "../../domain/agreement";
import type { ReadPage } from "./lookup";

/** The rule that knows a page's address; null when none does. */
export const ruleOf = ({ detection }: Pick<ReadPage, "detection">) => ("rule" in detection ? detection.rule : null);

/** What a page that was read says about whom it shows. `own`: the recruiter's addresses, which prove nothing. */
export function evidenceOfPage(page: ReadPage, own: readonly string[]): Evidence {
  const { facts, detection } = page;
  if (!facts) return evidenceOf({ complete: false });
  const rule = ruleOf(page);
  const evidence = pageEvidence(facts, { nameReads: rule?.nameReads, emailReads: rule?.emailReads, ownEmails: own });
  return detection.kind === "candidate" && detection.anonymous ? { ...evidence, anonymised: true } : evidence;
}
