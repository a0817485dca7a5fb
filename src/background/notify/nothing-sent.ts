import type { ShownCandidate } from "../../domain/find";
import { type HeldReason, type Intention, intendedLabel } from "../../domain/intention";
import type { ToastContent } from "../../messaging/page-side";
import type { TagChoice } from "../../messaging/protocol";
import { type TextKey, text } from "../../platform/text";
import { addToInputDraft } from "../../storage/input-drafts";
import { loadTexts } from "../../storage/language";
import { bestEffort } from "../best-effort";
import { type CallOptions, callPage } from "../matching/page";
import { samePage } from "../matching/same-page";
import { updateBadge } from "./badge";
import { plainMessage } from "./messages";
import { notify } from "./notification";
import { popupIsOn } from "./popups";

const HELD_TEXT: Record<HeldReason, TextKey> = {
  "page-changed": "held_page_changed",
  "too-old": "held_too_old",
  "other-user": "held_other_user",
  restarted: "held_restarted",
  "not-sure": "held_not_sure",
  "no-such-tag": "held_no_such_tag",
  "no-number": "held_no_number",
  failed: "held_failed",
};

/** What was entered in a popup that is closed could not be sent by itself: said in the page, and kept for the next popup. */
export async function notifyHeld(held: readonly Intention[]): Promise<void> {
  const [first] = held;
  if (!first?.held) return;
  updateBadge();
  await loadTexts();
  const why = text(HELD_TEXT[first.held]);
  const names = held.map(({ tag }) => intendedLabel(tag)).join(", ");
  await notifyNothingSent(
    first.tabId,
    plainMessage(text("held_title", names), why),
    plainMessage(text("held_title_bare"), why),
  );
}

/** Says that nothing was written because it could not be stored. */
export async function notifyStorageFull(tabId: number | null): Promise<void> {
  await loadTexts();
  await notifyNothingSent(tabId, plainMessage(text("outcome_storage_full"), text("outcome_storage_full_next")));
}

/**
 * The popup asked for a tag and was closed before it heard that nothing was written: it is said in the page, and what was
 * typed waits for the candidate.
 */
export async function notifyUndelivered(
  shown: ShownCandidate,
  tags: readonly TagChoice[],
  full: boolean,
): Promise<void> {
  if (await popupIsOn(shown.tabId)) return;
  await bestEffort(addToInputDraft(shown, tags));
  await loadTexts();
  const names = tags.map((tag) => tag.name).join(", ");
  const next = text(full ? "outcome_storage_full_next" : "outcome_unheard");
  const what = text("outcome_not_added", names, shown.candidate.name);
  await notifyNothingSent(
    shown.tabId,
    plainMessage(what, next),
    plainMessage(text("outcome_not_added_bare"), next),
    shown.pageUrl !== null && URL.canParse(shown.pageUrl)
      ? { isExpected: samePage(new URL(shown.pageUrl).origin) }
      : {},
  );
}

/** Says in the page that nothing was written, and what to do. `bare`: without names, for the page. */
export async function notifyNothingSent(
  tabId: number | null,
  words: ToastContent,
  bare = words,
  where: CallOptions = {},
): Promise<void> {
  if (tabId === null || (await callPage(tabId, "showToast", bare, where)) === null) await notify(words);
}
