import type { Detection } from "../../ats/detect";
import type { Rule } from "../../ats/rule";
import type { Evidence } from "../../domain/agreement";
import type { AtsReference, MatchedBy } from "../../domain/candidate";
import type { PageFacts } from "../../domain/facts";
import type { Prepared } from "./prepare";

/** Whom to look for, with which integration, and what the answer is compared with. */
export interface LookupContext extends Prepared {
  reference: AtsReference;
  /** Null: by hand, there is no page to compare with. */
  evidence: Evidence | null;
  /** When the way of finding is not the look-up's own (url-id, url-pattern, hand). */
  matchedBy: MatchedBy | null;
  tabId: number | null;
  pageTitle: string;
  /** The page did not answer in time. */
  pageUnread?: boolean;
  /** A vendor's host, or one that was confirmed: not a self-hosted system met for the first time. */
  isTrustedHost: boolean;
  /** Address of the page, to hold against Kombo's `remote_url`; null by hand. */
  pageUrl: string | null;
  /** The page is not open: a link leads to it. */
  fromLink?: true;
  rule: Rule | null;
  /** Nobody pressed a key for this page: only its certain ids are sent, each once. */
  following?: true;
}

export interface TabRequest {
  tabId: number;
  /** The frame the menu was used in, with its address; the tab's own page when absent. */
  frame?: { id: number; url: string };
  /** The recruiter's pick among several integrations. */
  integrationId?: string;
  /** "Search Kombo for this page" was pressed. */
  search?: true;
  /** The panel follows the tab, and nobody pressed a key for this page. */
  following?: true;
}

export interface ReadPage {
  url: string;
  facts: PageFacts | null;
  /** The page did not answer in time: only its address is known. */
  timedOut: boolean;
  detection: Detection;
}
