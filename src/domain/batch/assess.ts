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
function stateOf(row: BatchRow, { by }: RowAsk, { level, reason }: Certainty): [RowState, RowReason] {
  const { origin, hasOtherWords } = row;
  // An address together with the name a person gave are two things that agree.
  const isReady = level === "sure" || (by === "email" && reason === "first-by-email");
  if (!isReady) return ["look", reason];
  if (origin !== "text" && origin !== "ats-page") return ["look", "by-page"];
  return hasOtherWords ? ["look", "other-words"] : ["ready", reason];
}

/** Whether the next question is asked although this one found somebody: an id may be another system's number. */
export const isUnsettled = ({ state }: FoundRow, next: RowAsk): boolean => state !== "ready" && next.by === "email";

/**
 * What an id and the address beside it come to together: `byId` left the row open. Both may be one person's; where they are
 * two people's, the one who bears the row's name counts, and without a name nobody can tell.
 */
export function joinWays(byId: FoundRow, byEmail: FoundRow | null): FoundRow {
  if (byEmail?.candidate == null) return byId;
  const isUnnamed = ({ state, reason }: FoundRow) => state === "look" && reason === "nothing-to-compare";
  if (byId.candidate?.id === byEmail.candidate.id) {
    if (!isUnnamed(byId) || !isUnnamed(byEmail)) return byEmail.state === "ready" ? byEmail : byId;
    const { origin, hasOtherWords } = byId.row;
    return origin === "text" && !hasOtherWords ? { ...byId, state: "ready", reason: "id-and-email" } : byId;
  }
  if (byId.state === "refused") return byEmail.state === "refused" ? byId : byEmail;
  if (byEmail.state === "refused") return byId;
  if (byEmail.state === "ready") return { ...byEmail, state: "look", reason: "other-id" };
  return { ...byId, state: "refused", reason: "several", candidate: null };
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
