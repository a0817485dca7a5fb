import { create } from "zustand";
import type { AtsId } from "../domain/candidate";
import type { FindResult, NotUnderstood, ShownCandidate } from "../domain/find";
import type { Hold, Job } from "../domain/job";
import { type Index, prepare } from "../domain/picker";
import type { Pins } from "../domain/picker/pins";
import type { TagNote } from "../domain/policy/company";
import { DEFAULT_SETTINGS, type Settings } from "../domain/settings";
import type { TagUse } from "../domain/tag";
import type { TagSet } from "../domain/tag-set";
import type { ApplyRefusal, TagChoice } from "../messaging/protocol";
import type { Chip } from "./model/chips";

export type Refusal = ApplyRefusal | "outbox-unreadable" | "no-answer" | "moved-on";

export type Notice =
  /** The tab's page is changing: nobody is meant in this moment. */
  | { kind: "moving" }
  | { kind: "already-there"; name: string }
  /** The highlighted row is no longer in the list. */
  | { kind: "row-gone" }
  /** Only similar tags, and perhaps a new one: the recruiter chooses. */
  | { kind: "choose" }
  /** Tags of a set are not in the list: nothing of it was sent. */
  | { kind: "set-missing"; set: string; tags: readonly string[] }
  /** Alt and a digit have a tag or set for good from now on; `name` null: no longer. */
  | { kind: "pinned"; digit: number; name: string | null };

/** Entered before it was certain for whom, or which tag: settled as soon as it is. */
export interface PendingEntry extends Chip {
  /** Also the id of its intention, by which the background carries it out should the popup close. */
  id: string;
  /** Revision of the field when it was made. */
  revision: number;
  /** Who was on screen; null when nobody was yet. */
  candidateId: string | null;
  /** Alt and this digit were pressed before there were numbers; nothing was typed for it. */
  digit?: number;
  /** A tag set was taken, by its id; `typed` is its name. */
  setId?: string;
  /** It stood beside the field: a whole name, which text that is still typed may not be. */
  wasChip?: true;
  /** It waits for a person: nothing is sent without another Enter. */
  isHeld?: true;
  /** How many arrow keys had been pressed on what stood in the field beside it. */
  moved?: number;
  /** Arrow keys pressed before the rows were there: they lead where they would lead then. */
  moves?: readonly Move[];
}

/** One step of the highlight, in rows. `around`: past an end it goes on at the other. */
export interface Move {
  by: number;
  around: boolean;
}

export interface PopupState {
  tabId: number | null;
  /** When the popup was opened (epoch ms). */
  openedAt: number;
  windowId: number | null;
  /** What the page calls itself, where it stands in for the name until the candidate is known. */
  pageTitle: string;
  /** The tab's page is changing: no tag is taken until it was read again. */
  moving: boolean;
  /** Address of the page the popup was opened on, as far as the browser tells. */
  pageUrl: string | null;
  /** A link on the page the menu was opened on: its candidate is meant, not the page's. */
  link: string | null;
  settings: Settings;
  /** The candidate from the cache, shown until the checked answer is there. */
  cachedMatch: ShownCandidate | null;
  /** The checked answer; null while looking. */
  result: FindResult | null;
  /** The by-hand form is open; `not-this-one` when the recruiter said no to the candidate shown. */
  byHand: false | "asked" | "not-this-one";
  /** What was pasted there last; kept until somebody was found, so that it can be mended. */
  handText: string;
  /** Why it names nobody. */
  notUnderstood: { because: NotUnderstood; ats: AtsId | null } | null;
  /** The list of what is waiting is open. */
  waitingOpen: boolean;
  /** What stands in the field. */
  text: string;
  /** Counts how often that was changed. */
  revision: number;
  /** An input method is at work in the field: what it wrote may still change. */
  composing: boolean;
  /** The row that stays highlighted, by its key, however the list changes; null = as the rows say. */
  active: string | null;
  /** Arrow keys pressed before the rows were those they mean (`areRowsFinal`). */
  earlyMoves: readonly Move[];
  /** What Enter has to say when it sends nothing. */
  notice: Notice | null;
  index: Index;
  /** The tag list is known, or known not to be had. Until then nothing typed is called new. */
  listSettled: boolean;
  /** Why the tag list could not be brought up to date: it was not to be had, or the browser cannot keep it. */
  listFailed: "not-fetched" | "not-kept" | null;
  uses: readonly TagUse[];
  /** Tags by Alt+1…9: they keep their numbers for the session. */
  numbers: readonly string[];
  /** What has Alt+1…9 for good. */
  pins: Pins;
  /** The tag sets of the integration. */
  sets: readonly TagSet[];
  /** Tags whose names stand in the page of this candidate. */
  onPage: { candidateId: string; names: readonly string[] } | null;
  chips: readonly Chip[];
  pendingEntries: readonly PendingEntry[];
  /** Names of tags given to the background, until they are seen among the jobs. */
  submitting: readonly string[];
  /** Held back until "Yes, this is the person". */
  awaitingConfirmation: readonly TagChoice[] | null;
  /** The tab shows somebody else now than the popup. */
  candidateChanged: { now: FindResult; tags: readonly TagChoice[]; shown: ShownCandidate } | null;
  refusal: Refusal | null;
  /** What the company wants said before the tags put aside are sent. */
  notes: readonly TagNote[];
  jobs: readonly Job[];
  /** Jobs that are shown no more, and still tell what somebody carries. */
  cleared: readonly Job[];
  holds: readonly Hold[];
  /** Jobs asked for in this popup. */
  ownJobIds: ReadonlySet<string>;
}

export const INITIAL: PopupState = {
  tabId: null,
  openedAt: 0,
  windowId: null,
  pageTitle: "",
  moving: false,
  pageUrl: null,
  link: null,
  settings: DEFAULT_SETTINGS,
  cachedMatch: null,
  result: null,
  byHand: false,
  handText: "",
  notUnderstood: null,
  waitingOpen: false,
  text: "",
  revision: 0,
  composing: false,
  active: null,
  earlyMoves: [],
  notice: null,
  index: prepare([]),
  listSettled: false,
  listFailed: null,
  uses: [],
  numbers: [],
  pins: [],
  sets: [],
  onPage: null,
  chips: [],
  pendingEntries: [],
  submitting: [],
  awaitingConfirmation: null,
  candidateChanged: null,
  refusal: null,
  notes: [],
  jobs: [],
  cleared: [],
  holds: [],
  ownJobIds: new Set(),
};

/** What the popup knows. Everything lasting lies in storage, so that the popup may die at any moment. */
export const usePopup = create<PopupState>()(() => INITIAL);

export const { getState: get, setState: set } = usePopup;
