import type { PolicyProblem } from "../../domain/policy/policy";
import type { Settings } from "../../domain/settings";
import { Notice } from "../../ui/Notice";
import { type TextKey, text } from "../../ui/text";
import { usePolicy } from "../model/usePolicy";
import { Section } from "../Section";

const PROBLEMS: Record<PolicyProblem["reason"], TextKey> = {
  unknown: "policy_problem_unknown",
  value: "policy_problem_value",
  contradiction: "policy_problem_contradiction",
  secret: "policy_problem_secret",
};

/** What the company set that has no field of its own here, and what is wrong in its policy; absent without one. */
export function Company({ settings }: { settings: Settings }) {
  const policy = usePolicy();
  if (policy === null) return null;
  const { problems } = policy;
  const lines = linesOf(settings);
  return (
    <Section title={text("policy_title")} lead={text("policy_lead")}>
      {lines.length > 0 && (
        <ul className="lines">
          {lines.map((line) => (
            <li className="line" key={line}>
              {line}
            </li>
          ))}
        </ul>
      )}
      <PolicyProblems problems={problems} />
    </Section>
  );
}

/** What is wrong in the policy, for whoever wrote it; nothing where nothing is. */
export function PolicyProblems({ problems }: { problems: readonly PolicyProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <Notice look="warn" title={text("policy_problems_title")}>
      <p>{text("policy_problems_lead")}</p>
      <ul className="problems">
        {problems.map(({ path, reason, wants }) => (
          <li key={`${path} ${reason}`}>{text(PROBLEMS[reason], path, wants ?? "")}</li>
        ))}
      </ul>
    </Notice>
  );
}

function linesOf({ tagRules, tagNotes, ownDomains, byHand, batchLimit, following }: Settings): string[] {
  const { allowed, forbiddenWords = [], forbiddenParts = [], format } = tagRules ?? {};
  const forbidden = [...forbiddenWords, ...forbiddenParts.map((part) => `…${part}…`)];
  const names = [...(allowed?.names ?? []), ...(allowed?.prefixes ?? []).map((prefix) => `${prefix}…`)];
  return [
    ...(allowed ? [text("policy_allowed", names.join(", "))] : []),
    ...(forbidden.length > 0 ? [text("policy_forbidden", forbidden.join(", "))] : []),
    ...(format ? [text("policy_length", format.minLength, format.maxLength)] : []),
    ...(format && format.letterCase !== "any"
      ? [text(format.letterCase === "lower" ? "policy_lower" : "policy_upper")]
      : []),
    ...(format && format.prefixes.length > 0
      ? [text("policy_prefixes", format.prefixes.map((prefix) => `${prefix}…`).join(", "))]
      : []),
    ...tagNotes.map(({ tag, note }) => text("policy_note", tag, note)),
    ...(ownDomains.length > 0 ? [text("policy_domains", ownDomains.join(", "))] : []),
    ...(byHand ? [] : [text("policy_by_hand_off")]),
    ...(batchLimit === null ? [] : [text("policy_batch", batchLimit)]),
    ...(following ? [] : [text("policy_following_off")]),
  ];
}
