import type { AtsId } from "./connector";

export type { AtsId } from "./connector";

/** How a candidate was looked up at Kombo. */
export type LookUpBy = "candidate" | "application" | "email";

/** One question for Kombo. */
export interface LookUp {
  by: LookUpBy;
  value: string;
  /** Derived or doubtful: its answer counts only when the page agrees. */
  needsPageMatch?: true;
  /** An e-mail among notes or menus while the page has likelier ones: asked only when those bring nobody. */
  secondary?: true;
}

/** The candidate a page or a link speaks of, in the ATS's own terms. */
export interface AtsReference {
  ats: AtsId | null;
  /** Organisation, company, database or subdomain; null where the URL has none. */
  tenant: string | null;
  /** In the order they should be asked. */
  lookups: readonly LookUp[];
}

/** A candidate as Quicktag keeps it: Kombo's id, the ATS's id, name, tags. Everything else is dropped at the door. */
export interface Candidate {
  /** Kombo's id: what the tag endpoints take. */
  id: string;
  /** The ATS's id, null when Kombo has none. */
  remoteId: string | null;
  name: string;
  tags: readonly string[];
}

/** A candidate with what is needed once to compare it with the page. In memory only. */
export interface CandidateIdentity extends Candidate {
  emails: readonly string[];
  remoteUrl: string | null;
}

/** How the match shown to the recruiter was made. */
export type MatchedBy = LookUpBy | "url-id" | "url-pattern" | "hand";
