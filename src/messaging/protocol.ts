import type { BatchMove, NewBatch } from "../domain/batch/batch";
import type { AskSlice, Hit } from "../domain/batch/look-up";
import type { BatchPerson } from "../domain/batch/new-jobs";
import type { PageText } from "../domain/facts";
import type { Failure, FailureKind } from "../domain/failure";
import type { FindResult, ShownCandidate } from "../domain/find";
import type { IntendedTag } from "../domain/intention";
import type { Language } from "../domain/language";
import type { Pin } from "../domain/picker/pins";
import type { TagNote } from "../domain/policy/company";
import type { Integration, Server } from "../domain/settings";
import type { SignedIn, Tokens } from "../domain/sign-in";
import type { TagSet, TagSetProblem } from "../domain/tag-set";

/** A tag the recruiter picked (`exists`) or deliberately creates. */
export interface TagChoice {
  name: string;
  create: boolean;
  /** The name of the set it comes from. */
  set?: string;
  /** The recruiter has read the company's note on it. */
  noted?: true;
}

export type ApplyAnswer =
  | { ok: true; jobs: readonly string[] }
  /** The tab shows another candidate now than the popup: nothing was written. */
  | { ok: false; because: "candidate-changed"; now: FindResult }
  /** A rule of ours refuses (`create` not allowed, tag name not allowed, not certain). */
  | { ok: false; because: "refused"; reason: ApplyRefusal }
  /** The company wants something said before; sent by the next try. Nothing was written. */
  | { ok: false; because: "noted"; notes: readonly TagNote[] };

/** `not-allowed`, `format` and `forbidden`: the company's tag rules. */
export type ApplyRefusal =
  | "not-certain"
  | "may-not-create"
  | "bad-name"
  | "not-allowed"
  | "format"
  | "forbidden"
  | "by-hand-off"
  | "storage-full";

export type ApplySetAnswer =
  | ApplyAnswer
  /** These members do not surely exist: nothing was sent. */
  | { ok: false; because: "missing-tags"; missing: readonly string[] }
  | { ok: false; because: "no-such-set" };

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

/** Commands of the manifest that concern the side panel. */
export const PANEL_COMMAND = "open-panel";
export const PANEL_TAG_COMMAND = "panel-tag-";

/** Begins the name of the connection that popup and panel hold while they are open; their own id follows. */
export const POPUP_CONNECTION = "popup ";

/**
 * Every message there is: what it asks and what it gives. The background alone serves them, and only to Quicktag's own
 * pages: a content context may ask for nothing.
 */
export interface Protocol {
  /** Who is open in this tab? `integrationId`: the recruiter's pick; `search`: the button "Search Kombo for this page". */
  "candidate.find": {
    request: {
      tabId: number;
      integrationId?: string;
      search?: true;
      /** Nobody pressed a key for this page: only certain ids and URL patterns of known hosts are looked up. */
      following?: true;
    };
    response: FindResult;
  };
  /** The match pattern of the site open in this tab, where following it may be allowed for good; else null. */
  "panel.site": { request: { tabId: number }; response: { origin: string | null } };
  /** Whom a link on the page leads to, without opening it; its text is what the name is compared with. */
  "candidate.ofLink": { request: { tabId: number; link: string; integrationId?: string }; response: FindResult };
  /** By hand: a candidate link, an e-mail, an ATS id or a Kombo id. */
  "candidate.byHand": { request: { text: string; integrationId?: string; tabId: number | null }; response: FindResult };
  /** "Yes, this is the person": remembered for this reference, and the tenant is bound. Gives the candidate, now sure. */
  "candidate.confirm": { request: { shown: ShownCandidate }; response: ShownCandidate };
  /** Write these tags into the outbox for the candidate shown. `anyway`: the recruiter saw that the tab moved on. */
  "tags.apply": {
    request: {
      shown: ShownCandidate;
      tags: readonly TagChoice[];
      anyway?: true;
      /** Intentions these tags come from: done with what is written, and not written twice. */
      intentionIds?: readonly string[];
    };
    response: ApplyAnswer;
  };
  /** Makes a set, or changes the one with this id. */
  "sets.save": { request: { set: TagSet }; response: { problem: TagSetProblem | null } };
  "sets.delete": { request: { integrationId: string; id: string }; response: { ok: true } };
  /** Gives a place (0…8) of Alt+1…9 to a tag or a set for good; null frees it. */
  "pins.set": { request: { integrationId: string; place: number; pin: Pin | null }; response: { ok: true } };
  /** The text of the tab's page as it was read for this popup, to look for tags in; null when it was read elsewhere. */
  "page.text": { request: { tabId: number; pageUrl: string }; response: PageText | null };
  /** Take a tag that the candidate carries off, under the same conditions. */
  "tags.remove": { request: { shown: ShownCandidate; tag: string }; response: ApplyAnswer };
  /**
   * A tag entered before the candidate is known. On disk when this answers; once the popup or panel it was entered in
   * (`owner`: the id of its connection) is closed, the background carries it out where candidate and tag are certain, and
   * says so where they are not.
   */
  "intentions.add": {
    request: { id: string; owner: string; tabId: number; pageUrl: string; link?: string; tag: IntendedTag };
    response: { ok: boolean };
  };
  /**
   * What was entered on this page and not carried out; from now on it is the popup's. `held`: it waits for a person. What
   * the popup itself entered (`owner`) and nobody held is in its view already.
   */
  "intentions.take": {
    request: { pageUrl: string; owner: string; link?: string };
    response: { entries: readonly { tag: IntendedTag; held: boolean }[] };
  };
  /** The popup has them in view again: nothing is carried out behind its back. */
  "intentions.end": { request: { ids: readonly string[] }; response: { ok: boolean } };
  /** Kombo's name of a candidate that was left out, because somebody asked for it; null when it cannot be had. */
  "candidate.reveal": { request: { integrationId: string; candidateId: string }; response: { name: string | null } };
  /** Where the candidate is in the ATS, as Kombo says; null when it does not, or cannot be asked. */
  "candidate.address": { request: { integrationId: string; candidateId: string }; response: { url: string | null } };
  /** Forgets which integration a tenant is: `ats|tenant`. */
  "bindings.forget": { request: { key: string }; response: { ok: true } };
  /** Refresh the tag list if it is stale. Resolves when done or failed. */
  "tags.refresh": { request: { integrationId: string }; response: { failure: Failure | null } };
  "jobs.undo": { request: { jobId: string }; response: { ok: boolean } };
  "jobs.retry": { request: { jobId: string }; response: { ok: boolean } };
  /** The recruiter has these failed jobs on screen. */
  "jobs.seen": { request: { jobIds: readonly string[] }; response: { ok: true } };
  "jobs.discard": { request: { jobId: string }; response: { ok: boolean } };
  /** Removes finished jobs that have been over for this many days, or all of them. */
  "history.clear": { request: { olderThanDays?: number }; response: { removed: number } };
  "sync.request": { request: { integrationId: string }; response: { failure: Failure | null } };
  /** Stores server, key (when given) and integrations, releases what was held. Never gives the key back. */
  "settings.save": {
    request: { server: Server; key?: string; integrations: readonly Integration[] };
    response: { ok: true } | { ok: false; reason: "bad-key" | "bad-server" | "bad-integration" | "storage-full" };
  };
  /** Somebody signed in for a company's relay: stores the tokens, which no message gives back. */
  "session.start": { request: { signIn: SignedIn; tokens: Tokens }; response: { ok: boolean } };
  /** Signs out. What waits is kept until somebody signs in again. */
  "session.end": { request: Record<string, never>; response: { ok: true } };
  "settings.preferences": {
    request: {
      notify?: boolean;
      tagInPage?: boolean;
      historyDays?: number;
      mayCreateTags?: boolean;
      language?: Language | null;
      ownEmails?: readonly string[];
    };
    response: { ok: true };
  };
  /** Checks what is stored, or what stands in the form (`key` absent = the stored one). */
  "connection.check": {
    request: { server: Server; key?: string; integrations: readonly Integration[] };
    response: ConnectionCheck;
  };
  /** Resolve the work e-mail to the user of each Greenhouse and Workable integration; null clears it. */
  "onBehalfOf.resolve": { request: { email: string | null }; response: { found: number; failure: Failure | null } };
  "urlPatterns.forget": { request: { id: string }; response: { ok: true } };
  /** Asks Kombo about rows of a batch, in one request. */
  "batch.lookUp": { request: AskSlice; response: { hits: readonly Hit[]; failure: Failure | null } };
  /**
   * Begins to write down a batch; its people follow in pieces, then `batch.begin` starts it. Its id is the page's: asked for
   * twice it is there once. `begun`: it was started before. `noted`: the tags of which the company's note was shown.
   */
  "batch.create": {
    request: { batch: NewBatch; newTags: readonly string[]; noted: readonly string[] };
    response: { refused: BatchRefusal | null; begun: boolean };
  };
  /** `from`: how many jobs it has already. `ok: false`: refused, or it is not there any more. */
  "batch.add": {
    request: { id: string; from: number; people: readonly BatchPerson[] };
    response: { ok: boolean; refused: BatchRefusal | null };
  };
  /** Starts what was written down, after a last look at what the company allows now. */
  "batch.begin": {
    request: { id: string; noted: readonly string[] };
    response: { ok: boolean; refused: BatchRefusal | null };
  };
  "batch.move": { request: { id: string; move: BatchMove }; response: { ok: boolean } };
  /** Takes back exactly what it added. */
  "batch.undo": { request: { id: string }; response: { ok: boolean } };
  /** Asks again for what failed, for one reason or for any. */
  "batch.retry": { request: { id: string; kind: FailureKind | null }; response: { ok: boolean } };
}

/** Why a batch may not be sent; `noted`: the company says something about a tag that was not shown yet. */
export type BatchRefusal =
  | "bad-name"
  | "may-not-create"
  | "storage-full"
  | "no-integration"
  | "too-many"
  | "tag-rules"
  | "by-hand-off"
  | "noted";

export type MessageName = keyof Protocol;
export type RequestOf<N extends MessageName> = Protocol[N]["request"];
export type ResponseOf<N extends MessageName> = Protocol[N]["response"];
