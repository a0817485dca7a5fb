import { FAILURE_POLICY, type Failure, type FailureKind, type Fixer } from "../domain/failure";
import { type TextKey, text } from "./text";

export interface FailureText {
  what: string;
  next: string;
  /** Who can mend it; null when nobody needs to do anything. */
  who: string | null;
}

const underscored = (word: string) => word.replaceAll("-", "_");

export const whatKey = (kind: FailureKind) => `failure_${underscored(kind)}_what` as TextKey;
export const nextKey = (kind: FailureKind) => `failure_${underscored(kind)}_next` as TextKey;
export const fixerKey = (fixer: Fixer) => `fixer_${underscored(fixer)}` as TextKey;

/** What happened, what to do and who can do it. `atsName` null: "your ATS". */
export function failureText(failure: Failure, atsName: string | null = null): FailureText {
  const ats = atsName ?? text("ats_generic");
  const { fixer } = FAILURE_POLICY[failure.kind];
  return {
    what: text(whatKey(failure.kind), ats),
    next: text(nextKey(failure.kind), ats),
    who: fixer === "nobody" ? null : text(fixerKey(fixer), ats),
  };
}
