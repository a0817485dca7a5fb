import type { AtsId, AtsReference, Candidate, MatchedBy } from "./candidate";
import type { Certainty } from "./certainty";
import type { Failure } from "./failure";
import type { PageSnapshot } from "./identity/page-identity";
import type { Integration } from "./settings";

/** A candidate as shown to the recruiter; sent back unchanged with the tags. */
export interface ShownCandidate {
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
  /** The page as it was read, to tell whether the tab moved on; null by hand. */
  page: PageSnapshot | null;
  /** The page hides the name, or shows somebody else: Kombo's is left out until the person asks for it. */
  nameHidden?: true;
  /** The page did not answer in time: only its address was read. */
  pageUnread?: true;
  /** Read from a link on the page: `tabId` is where its outcome is told, not where this candidate is open. */
  fromLink?: true;
}

/** Why a pasted text names nobody Kombo can be asked about. */
export type NotUnderstood =
  | "name" // Kombo would find namesakes
  | "several"
  | "page-needed" // a link of a system whose addresses carry no id
  | "no-candidate-link"
  | "unknown-link"
  | "words";

/** Why following stops at a page until somebody presses a key for it. */
export type WaitsForKey =
  | "no-access" // the browser gives the page only to a gesture
  | "by-policy" // the company does not want the panel to follow
  | "other-site" // no ATS that is known and set up: nothing runs there
  | "not-by-id" // only an e-mail, an id to be checked or a search would find the candidate
  | "paused";

export type NotSetUp = "key" | "integration" | "sign-in";

/** What a report about an unknown page is made of; of what is personal only counts. */
export interface UnknownPage {
  href: string;
  title: string;
  emailCount: number;
  idCount: number;
}

/** Every answer to "who is open in this tab?". Each is a screen of the popup. */
export type FindResult =
  | { kind: "found"; shown: ShownCandidate }
  /** Several people match: the recruiter chooses. */
  | { kind: "several"; choices: readonly ShownCandidate[] }
  /** Several integrations fit this ATS and none is bound to the tenant. */
  | { kind: "pick-integration"; ats: AtsId | null; tenant: string | null; integrations: readonly Integration[] }
  /** Kombo's candidate is not the one on the page. `others`: further integrations that may fit. */
  | { kind: "refused"; ats: AtsId | null; shown: ShownCandidate; pageTitle: string; others: readonly Integration[] }
  /** `knowsOthers`: this integration has found people before, so it copies more than those created through Kombo. */
  | {
      kind: "not-in-kombo";
      ats: AtsId | null;
      integration: Integration;
      others: readonly Integration[];
      knowsOthers: boolean;
    }
  /** A known ATS whose connector none of the set-up integrations has. */
  | { kind: "no-integration"; ats: AtsId }
  /** `filling`: the page is somebody's but shows nobody yet. */
  | { kind: "no-candidate"; ats: AtsId; filling?: true }
  /** What was pasted by hand names nobody; `ats`: the system a link belongs to. */
  | { kind: "not-understood"; because: NotUnderstood; ats: AtsId | null }
  /** Not an ATS we know; `searchable`: the person may press "Search Kombo for this page". `page`: for the report, which
   *  the screen masks before anybody sees it; null for a link. */
  | { kind: "unknown-page"; searchable: boolean; page: UnknownPage | null }
  /** Only for a screen that follows the tab: what it may not do by itself. */
  | { kind: "waits-for-key"; because: WaitsForKey }
  /** A page the browser lets no extension read (settings, store, PDF). */
  | { kind: "unreadable-page" }
  | { kind: "not-set-up"; missing: NotSetUp }
  | { kind: "access-missing"; origins: readonly string[] }
  | { kind: "failed"; failure: Failure };
