import fc from "fast-check";
import type { Agreement, AgreementKind, Place } from "../../../src/domain/agreement";
import type { CertaintyLevel, Grounds } from "../../../src/domain/certainty";

export const UUID = "0e6b06f7-b56c-4507-8da1-9567a7bf6d24";

export const agreed = (kind: AgreementKind, place: Place | null = "declared"): Agreement => ({
  kind,
  place,
  isDoubtful: false,
});

/** A small number on a known host without a tenant, whose page names the candidate. */
export const GROUNDS: Grounds = {
  matchedBy: "candidate",
  remoteId: "4242",
  needsPageMatch: false,
  agreement: agreed("agrees"),
  tenant: null,
  boundTo: null,
  isOldBinding: false,
  integrationId: "greenhouse:A",
  isPicked: false,
  confirmed: false,
  isTrustedHost: true,
  isAnonymised: false,
};

/** Everything certainty depends on but the comparison itself. */
export const anySituation = fc.record<Omit<Grounds, "agreement">>({
  matchedBy: fc.constantFrom("candidate", "application", "email", "url-id", "url-pattern", "hand"),
  remoteId: fc.option(fc.constantFrom("1", "4242", UUID)),
  needsPageMatch: fc.boolean(),
  tenant: fc.option(fc.constantFrom("acme", "umbrella")),
  boundTo: fc.option(fc.constantFrom("greenhouse:A", "greenhouse:B")),
  isOldBinding: fc.boolean(),
  integrationId: fc.constantFrom("greenhouse:A", "greenhouse:B"),
  isPicked: fc.boolean(),
  confirmed: fc.boolean(),
  isTrustedHost: fc.boolean(),
  isAnonymised: fc.boolean(),
});

export const rankOf = (level: CertaintyLevel): number => ["refuse", "ask", "sure"].indexOf(level);
