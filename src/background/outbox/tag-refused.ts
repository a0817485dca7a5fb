import type { Job, NewJob } from "../../domain/job";
import type { Settings } from "../../domain/settings";
import { tagRuleProblem } from "../../domain/tag-rules/check";
import type { TagRuleProblem } from "../../domain/tag-rules/rules";

/** The company's tag rules are against a tag that was asked for. */
export class TagRefused extends Error {
  constructor(
    readonly problem: TagRuleProblem,
    readonly tag: string,
  ) {
    super(`The company's tag rules refuse a tag: ${problem}`);
  }
}

/** What the company's rules have against a job; null when nothing. Taking a tag away breaks no rule. */
export function problemOf(
  { tagRules, mayCreateTags }: Pick<Settings, "tagRules" | "mayCreateTags">,
  { operation, tag, createsTag }: Pick<Job | NewJob, "operation" | "tag" | "createsTag">,
): TagRuleProblem | null {
  if (operation === "remove") return null;
  if (tagRules === null) return createsTag && !mayCreateTags ? "not-yours" : null;
  return tagRuleProblem(tagRules, tag, { mayCreate: mayCreateTags, exists: !createsTag });
}

/** Throws `TagRefused` when the rules are against it. */
export function refuseAgainst(rules: Pick<Settings, "tagRules" | "mayCreateTags">, draft: NewJob): void {
  const problem = problemOf(rules, draft);
  if (problem !== null) throw new TagRefused(problem, draft.tag);
}
