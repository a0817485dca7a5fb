import type { LookUp } from "../../domain/candidate";
import type { Verdict } from "../rule";

/** A look-up by the candidate's id in the ATS. */
export const byCandidate = (value: string): LookUp => ({ by: "candidate", value });

/** A look-up by the application's id in the ATS. */
export const byApplication = (value: string): LookUp => ({ by: "application", value });

/** The same look-up, as one whose answer counts only when the page agrees. */
export const needingPageMatch = (lookup: LookUp): LookUp => ({ ...lookup, needsPageMatch: true });

/** "This candidate": the look-ups in the order to ask; absent ones are left out. Nobody when none is left. */
export function candidate(tenant: string | null, ...lookups: readonly (LookUp | null)[]): Verdict {
  const given = lookups.filter((lookup) => lookup !== null);
  return given.length > 0 ? { kind: "candidate", tenant, lookups: given } : noCandidate(tenant);
}

/** "Only the page can tell." */
export const needsPage = (tenant: string | null, ...lookups: readonly LookUp[]): Verdict => ({
  kind: "needs-page",
  tenant,
  lookups,
});

/** "This ATS, but nobody is open." */
export const noCandidate = (tenant: string | null): Verdict => ({ kind: "no-candidate", tenant });

/** "This ATS, and certainly something else than a person is open." */
export const somethingElse = (tenant: string | null): Verdict => ({ kind: "no-candidate", tenant, known: true });

/** "Somebody's page, but it has not been filled yet": it shows nobody so far, and a moment later it may. */
export const stillFilling = (tenant: string | null): Verdict => ({ kind: "no-candidate", tenant, filling: true });
