import type { AtsId, AtsReference, Candidate, MatchedBy } from "./candidate";
import type { Certainty } from "./certainty";
import type { Failure } from "./failure";
import type { Integration } from "./settings";

/** A candidate as shown to the recruiter; sent back unchanged with the tags. */
export interface Shown {
  candidate: Candidate;
  integrationId: string;
  matchedBy: MatchedBy;
  reference: AtsReference | null;
  certainty: Certainty;
  /** When Kombo's answer was fetched (epoch ms). */
  asOf: number;
  /** The tab it was read from; null by hand without a tab. */
  tabId: number | null;
  /** Address of the page it was read from, or of the link; null by hand. */
  pageUrl: string | null;
  /** Read from a link on the page: `tabId` is where its outcome is told, not where this candidate is open. */
  fromLink?: true;
}

export type NotSetUp = "key" | "integration";

/** What a report about an unknown page is made of; of what is personal only counts. */
export interface UnknownPage {
  href: string;
  title: string;
  emailCount: number;
  tokenCount: number;
}

/** Every answer to "who is open in this tab?". Each is a screen of the popup. */
export type FindResult =
  | { is: "found"; shown: Shown }
  /** Several people match: the recruiter chooses. */
  | { is: "several"; choices: readonly Shown[] }
  /** Several integrations fit this ATS and none is bound to the tenant. */
  | { is: "pick-integration"; ats: AtsId | null; tenant: string | null; integrations: readonly Integration[] }
  /** Kombo's candidate is not the one on the page. `others`: further integrations that may fit. */
  | { is: "refused"; ats: AtsId | null; shown: Shown; pageTitle: string; others: readonly Integration[] }
  | { is: "not-in-kombo"; ats: AtsId | null; integration: Integration; others: readonly Integration[] }
  /** A known ATS whose connector none of the set-up integrations has. */
  | { is: "no-integration"; ats: AtsId }
  | { is: "no-candidate"; ats: AtsId }
  /** Not an ATS we know; `searchable`: the person may press "Search Kombo for this page". `page`: for the report, which
   *  the screen masks before anybody sees it; null for a link. */
  | { is: "unknown-page"; searchable: boolean; page: UnknownPage | null }
  /** A page the browser lets no extension read (settings, store, PDF). */
  | { is: "unreadable-page" }
  | { is: "not-set-up"; missing: NotSetUp }
  | { is: "access-missing"; origins: readonly string[] }
  | { is: "failed"; failure: Failure };
