import { compareWithPage, evidenceOf, linkEvidence } from "../agreement";
import type { Candidate } from "../candidate";
import { type Certainty, certainty } from "../certainty";
import type { Hit } from "./look-up";
import type { BatchRow, FoundRow, RowAsk, RowReason, RowState } from "./row";

const MATCHED_BY = { candidate: "candidate", application: "application", email: "email", kombo: "candidate" } as const;

/** How sure we are that Kombo's candidate is whom the row means: as everywhere, with the row in the place of a page. */
export function rowCertainty(row: BatchRow, ask: RowAsk, candidate: Candidate): Certainty {
  const evidence = row.nameIsField ? evidenceOf({ kind: "link", names: [row.name] }) : linkEvidence(row.name);
  return certainty({
    matchedBy: MATCHED_BY[ask.by],
    // Kombo's own ids are drawn at random within one account, yet a person may paste one of another.
    remoteId: ask.by === "email" || ask.by === "kombo" ? null : ask.value,
    needsPageMatch: ask.needsPageMatch === true,
    agreement: compareWithPage({ name: candidate.name, emails: [] }, evidence),
    tenant: row.reference?.tenant ?? null,
    boundTo: row.boundTo,
    isOldBinding: row.isOldBinding,
    integrationId: row.integrationId ?? "",
    isPicked: row.isPicked,
    confirmed: false,
    isTrustedHost: row.isTrustedHost,
    isAnonymised: false,
  });
}

/** What a row comes to with the answers to one of its questions; null: the next question is to be asked. */
export function assessRow(row: BatchRow, ask: RowAsk, hits: readonly Hit[], asOf: number): FoundRow | null {
  const people = [...new Map(hits.map(({ candidate }) => [candidate.id, candidate])).values()];
  if (people.length === 0) return null;
  const assessed = people.map((candidate) => ({ candidate, how: rowCertainty(row, ask, candidate) }));
  const possible = assessed.filter(({ how }) => how.level !== "refuse");
  const named = possible.filter(({ how }) => how.reason !== "nothing-to-compare" && how.reason !== "other-name");
  const choice = named.length > 0 ? named : possible;
  const made = (state: RowState, reason: RowReason, candidate: Candidate | null): FoundRow => ({
    row,
    state,
    reason,
    candidate,
    by: ask.by,
    asOf,
  });
  if (choice.length > 1) return made("refused", "several", null);
  const [only] = choice;
  if (only) return made(...stateOf(row, ask, only.how), only.candidate);
  const [refused] = assessed;
  // A derived id that hits somebody else was a wrong guess, not a wrong person.
  if (ask.needsPageMatch || !refused) return null;
  return made("refused", refused.how.reason, refused.candidate);
}

/** Whether a row may be sent as it is. What a page wrote by itself, link and name, never may. */
function stateOf({ origin }: BatchRow, { by }: RowAsk, { level, reason }: Certainty): [RowState, RowReason] {
  // An address together with the name a person gave are two things that agree.
  const isReady = level === "sure" || (by === "email" && reason === "first-by-email");
  if (!isReady) return ["look", reason];
  return origin === "text" || origin === "ats-page" ? ["ready", reason] : ["look", "by-page"];
}

/** A row of which nobody was found. */
export const notFound = (row: BatchRow, asOf: number): FoundRow => ({
  row,
  state: "not-found",
  reason: "not-in-kombo",
  candidate: null,
  by: null,
  asOf,
});

/** A row nobody can be asked about. */
export const notAsked = (row: BatchRow): FoundRow => ({
  row,
  state: "refused",
  reason: row.why ?? "not-understood",
  candidate: null,
  by: null,
  asOf: 0,
});
