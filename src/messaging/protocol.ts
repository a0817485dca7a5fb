import type { Failure } from "../domain/failure";
import type { FindResult, Shown } from "../domain/find";
import type { Integration, Server } from "../domain/settings";

/** A tag the recruiter picked (`exists`) or deliberately creates. */
export interface TagChoice {
  name: string;
  create: boolean;
}

export type ApplyAnswer =
  | { ok: true; jobs: readonly string[] }
  /** The tab shows another candidate now than the popup: nothing was written. */
  | { ok: false; because: "moved"; now: FindResult }
  /** A rule of ours refuses (`create` not allowed, tag name not allowed, not certain). */
  | { ok: false; because: "refused"; reason: "not-certain" | "may-not-create" | "bad-name" | "storage-full" };

/** What "Check connection" found for one integration. */
export interface IntegrationCheck {
  id: string;
  organisation: string | null;
  ats: string | null;
  status: "usable" | "unusable" | "unknown";
  /** `only-created`: tags or users exist, candidates do not: Kombo syncs only candidates created through it. */
  problems: readonly (
    | "inactive"
    | "invalid"
    | "setup-incomplete"
    | "sync-pending"
    | "tags-unavailable"
    | "candidates-unavailable"
    | "tagging-disabled"
    | "only-created"
  )[];
  failure: Failure | null;
}

export interface ConnectionCheck {
  key: { ok: true; environmentId: string } | { ok: false; failure: Failure };
  integrations: readonly IntegrationCheck[];
}

/**
 * Every message there is: what it asks and what it gives. The background alone serves them, and only to Quicktag's own
 * pages: a content context may ask for nothing.
 */
export interface Protocol {
  /** Who is open in this tab? `integrationId`: the recruiter's pick; `search`: the button "Search Kombo for this page". */
  "candidate.find": { ask: { tabId: number; integrationId?: string; search?: true }; give: FindResult };
  /** Whom a link on the page leads to, without opening it; its text is what the name is compared with. */
  "candidate.ofLink": { ask: { tabId: number; link: string; integrationId?: string }; give: FindResult };
  /** By hand: a candidate link, an e-mail, an ATS id or a Kombo id. */
  "candidate.byHand": { ask: { text: string; integrationId?: string; tabId: number | null }; give: FindResult };
  /** "Yes, this is the person": remembered for this reference, and the tenant is bound. Gives the candidate, now sure. */
  "candidate.confirm": { ask: { shown: Shown }; give: Shown };
  /** Write these tags into the journal for the candidate shown. `anyway`: the recruiter saw that the tab moved on. */
  "tags.apply": { ask: { shown: Shown; tags: readonly TagChoice[]; anyway?: true }; give: ApplyAnswer };
  /** Refresh the tag list if it is stale. Resolves when done or failed. */
  "tags.refresh": { ask: { integrationId: string }; give: { failure: Failure | null } };
  "jobs.undo": { ask: { jobId: string }; give: { ok: boolean } };
  "jobs.retry": { ask: { jobId: string }; give: { ok: boolean } };
  "jobs.discard": { ask: { jobId: string }; give: { ok: boolean } };
  /** Removes finished jobs from the journal. */
  "history.clear": { ask: Record<string, never>; give: { removed: number } };
  "sync.ask": { ask: { integrationId: string }; give: { failure: Failure | null } };
  /** Stores server, key (when given) and integrations, releases what was held. Never gives the key back. */
  "settings.save": {
    ask: { server: Server; key?: string; integrations: readonly Integration[] };
    give: { ok: true } | { ok: false; reason: "bad-key" | "bad-server" | "bad-integration" | "storage-full" };
  };
  "settings.preferences": {
    ask: { notify?: boolean; historyDays?: number; mayCreateTags?: boolean; ownEmails?: readonly string[] };
    give: { ok: true };
  };
  /** Checks what is stored, or what stands in the form (`key` absent = the stored one). */
  "connection.check": {
    ask: { server: Server; key?: string; integrations: readonly Integration[] };
    give: ConnectionCheck;
  };
  /** Resolve the work e-mail to the user of each Greenhouse and Workable integration; null clears it. */
  "onBehalfOf.resolve": { ask: { email: string | null }; give: { found: number; failure: Failure | null } };
  "shapes.forget": { ask: { id: string }; give: { ok: true } };
}

export type Name = keyof Protocol;
export type Ask<N extends Name> = Protocol[N]["ask"];
export type Give<N extends Name> = Protocol[N]["give"];
