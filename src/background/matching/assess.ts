import { type Agreement, compareWithPage } from "../../domain/agreement";
import type { Candidate, CandidateIdentity, LookUp, MatchedBy } from "../../domain/candidate";
import { type Certainty, certainty } from "../../domain/certainty";
import type { ShownCandidate } from "../../domain/find";
import { sameRecordUrl } from "../../domain/identity/page-identity";
import type { Answer } from "../../kombo/answer";
import type { Access } from "../../kombo/client";
import { findApplicants, findCandidates } from "../../kombo/read";
import { toStoredCandidate } from "./known-candidates";
import type { LookupContext } from "./lookup";

/** One context to Kombo: one request. */
export function requestCandidates(access: Access, lookup: LookUp): Promise<Answer<CandidateIdentity[]>> {
  if (lookup.by === "email") return findCandidates(access, { email: lookup.value });
  if (lookup.by === "application") return findApplicants(access, [lookup.value]);
  return findCandidates(access, { remote_ids: [lookup.value] });
}

/** How sure we are that this candidate, found this way, is the person on the page. */
export function assessMatch(
  context: LookupContext,
  candidate: Pick<CandidateIdentity, "name" | "emails" | "remoteUrl">,
  lookup: LookUp | null,
  matchedBy: MatchedBy,
  confirmed: boolean,
): Certainty {
  return certainty({
    matchedBy,
    remoteId: lookup && lookup.by !== "email" ? lookup.value : null,
    needsPageMatch: lookup?.needsPageMatch === true && !sameAddress(context, candidate.remoteUrl),
    agreement: compare(context, candidate, matchedBy),
    tenant: context.reference.tenant,
    boundTo: context.boundTo,
    isOldBinding: false,
    isPicked: false,
    integrationId: context.integration.id,
    confirmed,
    isTrustedHost: true,
    isAnonymised: context.evidence?.anonymised === true,
  });
}

function compare(
  context: LookupContext,
  candidate: Pick<CandidateIdentity, "name" | "emails">,
  matchedBy: MatchedBy,
): Agreement {
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
  matchedBy: MatchedBy,
  how: Certainty,
  asOf: number,
): ShownCandidate {
  return {
    candidate: toStoredCandidate(candidate),
    integrationId: context.integration.id,
    matchedBy,
    reference: context.reference,
    certainty: how,
    asOf,
    tabId: context.tabId,
    pageUrl: context.pageUrl,
    ...(context.fromLink && { fromLink: true as const }),
  };
}
