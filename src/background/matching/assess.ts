import { type Agreement, compareWithPage } from "../../domain/agreement";
import type { Candidate, CandidateIdentity, LookUp, MatchedBy } from "../../domain/candidate";
import { type Certainty, certainty } from "../../domain/certainty";
import type { ShownCandidate } from "../../domain/find";
import {
  identityByEmail,
  identityById,
  isAnswerTo,
  type PageSnapshot,
  sameRecordUrl,
  shownNameKey,
} from "../../domain/identity/page-identity";
import type { Answer } from "../../kombo/answer";
import type { Access } from "../../kombo/client";
import { findApplicants, findCandidates } from "../../kombo/read";
import { accessWorks } from "../account/access-works";
import { isConfirmed, toStoredCandidate } from "./known-candidates";
import type { LookupContext } from "./lookup";

type Assessed = Pick<CandidateIdentity, "id" | "name" | "emails" | "remoteUrl">;

/** Asks Kombo one look-up: one request. Answers about another id than the one asked for are not believed. */
export async function requestCandidates(access: Access, lookup: LookUp): Promise<Answer<CandidateIdentity[]>> {
  const answer = await askKombo(access, lookup);
  if (answer.ok) accessWorks(access);
  return answer;
}

async function askKombo(access: Access, lookup: LookUp): Promise<Answer<CandidateIdentity[]>> {
  if (lookup.by === "email") return findCandidates(access, { email: lookup.value });
  if (lookup.by === "application") return findApplicants(access, [lookup.value]);
  const answer = await findCandidates(access, { remote_ids: [lookup.value] });
  return answer.ok ? { ...answer, value: answer.value.filter((one) => isAnswerTo(lookup, one.remoteId)) } : answer;
}

/** The page as it was read: whose it is, if this candidate is the one. Null by hand. */
export function snapshotOf(context: LookupContext, { name }: Pick<Assessed, "name">, lookup: LookUp | null) {
  const { evidence, reference, pageUrl } = context;
  if (evidence === null || pageUrl === null) return null;
  const identity =
    lookup?.by === "email"
      ? identityByEmail(reference, { address: lookup.value, name }, evidence)
      : identityById(reference);
  return { url: pageUrl, identity, shownName: shownNameKey({ name, emails: [] }, evidence) } satisfies PageSnapshot;
}

/** How sure we are that this candidate, found this way, is the person on the page. */
export async function assessMatch(
  context: LookupContext,
  candidate: Assessed,
  lookup: LookUp | null,
  matchedBy: MatchedBy,
): Promise<Certainty> {
  const page = snapshotOf(context, candidate, lookup);
  return certainty({
    matchedBy,
    remoteId: lookup && lookup.by !== "email" ? lookup.value : null,
    // An address among notes and menus is somebody's; only with the name on the page it is the candidate's.
    needsPageMatch:
      lookup?.secondary === true || (lookup?.needsPageMatch === true && !sameAddress(context, candidate.remoteUrl)),
    agreement: compare(context, candidate, matchedBy),
    tenant: context.reference.tenant,
    boundTo: context.boundTo,
    isOldBinding: context.isOldBinding,
    isPicked: context.isPicked,
    integrationId: context.integration.id,
    confirmed: page !== null && (await isConfirmed(context.integration.id, candidate.id, page)),
    isTrustedHost: context.isTrustedHost,
    isAnonymised: context.evidence?.anonymised === true,
  });
}

function compare(context: LookupContext, candidate: Assessed, matchedBy: MatchedBy): Agreement {
  if (context.evidence === null) return { kind: "nothing-to-compare", place: null, isDoubtful: false };
  // Found by an address on the page, the address proves nothing more: the name must be there too.
  const emails = matchedBy === "email" ? [] : candidate.emails;
  return compareWithPage({ name: candidate.name, emails }, context.evidence);
}

/** Kombo's `remote_url` points at the very page that is open: as good as the page agreeing. */
function sameAddress(context: LookupContext, remoteUrl: string | null): boolean {
  return remoteUrl !== null && context.pageUrl !== null && sameRecordUrl(remoteUrl, context.pageUrl);
}

/** The candidate as the recruiter gets to see it. */
export function toShown(
  context: LookupContext,
  candidate: Candidate | CandidateIdentity,
  lookup: LookUp | null,
  matchedBy: MatchedBy,
  how: Certainty,
  asOf: number,
): ShownCandidate {
  const stored = toStoredCandidate(candidate);
  // The page hides the name, or shows another person: Kombo's is nobody's business before somebody asks.
  const isHidden = how.reason === "anonymised" || how.level === "refuse";
  return {
    candidate: isHidden ? { ...stored, name: "" } : stored,
    integrationId: context.integration.id,
    matchedBy,
    reference: context.reference,
    certainty: how,
    asOf,
    tabId: context.tabId,
    pageUrl: context.pageUrl,
    page: snapshotOf(context, candidate, lookup),
    ...(isHidden && { nameHidden: true as const }),
    ...(context.pageUnread && { pageUnread: true as const }),
    ...(context.fromLink && { fromLink: true as const }),
  };
}
