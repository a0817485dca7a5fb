import type { Fixer } from "../../domain/failure";
import { type TextKey, text } from "../../ui/text";

const FIXERS: Record<Fixer, TextKey> = {
  nobody: "fixer_nobody",
  recruiter: "fixer_recruiter",
  "kombo-admin": "fixer_kombo_admin",
  "ats-admin": "fixer_ats_admin",
  "it-admin": "fixer_it_admin",
};

/** Who can mend it. */
export function fixerText(fixer: Fixer, ats: string): string {
  return text(FIXERS[fixer], ats);
}
