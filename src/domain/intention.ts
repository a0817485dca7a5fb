import type { Requester } from "./requester";
import { sameTag } from "./text/same-tag";

/** A tag somebody entered before it was known who is open: the text as typed, and the row if one was on screen. */
export interface IntendedTag {
  typed: string;
  /** The exact name of the row that was taken; null when the text was entered. */
  name: string | null;
  /** Arrow keys followed on rows nobody saw: only a person can say which tag is meant. */
  isOpen?: true;
  /** Alt and this digit were pressed before it was known which tag has the number; then nothing was typed. */
  digit?: number;
  /** The id of the tag set that was taken; then `typed` is its name. */
  set?: string;
}

/** Why an intention was not carried out by itself. */
export type HeldReason =
  | "page-changed" // the tab showed another page before this one was read
  | "too-old"
  | "other-user" // somebody else is signed in by now
  | "restarted" // the browser was started anew in between
  | "not-sure" // nobody, several, or somebody who must be confirmed
  | "no-such-tag"
  | "no-number" // Alt and a digit, and no tag had this number yet
  | "failed"; // the look-up itself failed

/** Tags entered in a popup or panel before the candidate was known, bound to the page it was opened on. */
export interface Intention {
  id: string;
  /** The popup or panel it was entered in, which carries it out itself while it is open. */
  owner?: string;
  tabId: number;
  /** Digest of the page's address when the popup was opened. */
  page: string;
  /** Digest of the link the popup was opened on; absent when the page's own candidate is meant. */
  link?: string;
  /** The browser session it belongs to. */
  session: string;
  tag: IntendedTag;
  createdAt: number;
  /** Who entered it; absent where nobody was signed in. */
  requestedBy?: Requester;
  /** Set once it waits for a person. */
  held: HeldReason | null;
}

/** How long an intention may be carried out without asking. */
export const INTENTION_MS = 10 * 60_000;
const ONE_MOMENT_MS = 1000;

/** Why this intention must not be carried out any more, before anything is looked up; null when it may. */
export function staleness(intention: Intention, session: string, now: number): HeldReason | null {
  if (intention.session !== session) return "restarted";
  const age = now - intention.createdAt;
  // Several of one moment are numbered on from it, so the last of them may be a little ahead of the clock.
  return age < -ONE_MOMENT_MS || age >= INTENTION_MS ? "too-old" : null;
}

/** How to call it to the person who entered it. */
export const intendedLabel = ({ name, typed, digit }: IntendedTag): string =>
  name ?? (digit === undefined ? typed.trim() : `Alt+${digit}`);

/**
 * The existing tag that is meant, exactly as it is called: the row that was taken, or the one whose name was typed. Null
 * otherwise: nothing is created and nothing is guessed.
 */
export function intendedName({ typed, name, isOpen }: IntendedTag, existing: readonly string[]): string | null {
  if (isOpen) return null;
  if (name !== null && existing.includes(name)) return name;
  const text = (name ?? typed).trim();
  if (text === "") return null;
  const same = existing.filter((one) => sameTag(one, text));
  return same.find((one) => one === text) ?? (same.length === 1 ? (same[0] ?? null) : null);
}
