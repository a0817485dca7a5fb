import type { ShownCandidate } from "../../domain/find";
import { type HeldReason, type Intention, intendedLabel } from "../../domain/intention";
import type { Hold, Job } from "../../domain/job";
import { undoOffer } from "../../domain/outbox/undo";
import type { ToastContent } from "../../messaging/page-side";
import type { TagChoice } from "../../messaging/protocol";
import { browser } from "../../platform/browser";
import { type TextKey, text } from "../../platform/text";
import { addToInputDraft } from "../../storage/input-drafts";
import { readHolds, readJobs } from "../../storage/read";
import { readSettings } from "../../storage/settings";
import { bestEffort } from "../best-effort";
import { type CallOptions, callPage } from "../matching/page";
import { samePage } from "../matching/same-page";
import { keepAlive, outbox } from "../outbox/index";
import { undoJob } from "../outbox/undo-job";
import { updateBadge } from "./badge";
import { outcomeMessage, plainMessage } from "./messages";

/** A job came to its end: tell the person where they are. In the open popup it is told by what is stored. */
export async function notifyOutcome(job: Job): Promise<void> {
  if (job.state !== "cancelled" && !(await popupTells(job))) await showInPage(job);
}

/** Jobs whose toast already said that their queue stands still. */
const toldHeld = new Set<string>();

/** A queue stands still from now on: said once, where the job that met the cause was asked for. */
export async function notifyHold(_hold: Hold, job: Job | null): Promise<void> {
  if (job?.state !== "queued" || (await popupTells(job))) return;
  toldHeld.add(job.id);
  await showInPage(job);
}

/** A gesture without a popup whose write takes long must not look like nothing happened. */
export async function notifyIfPending(jobId: string): Promise<void> {
  const job = await outbox.get(jobId);
  const waits = job?.state === "queued" || job?.state === "sending";
  if (job && waits && !toldHeld.delete(jobId)) await showInPage(job);
}

/** A toast in the job's tab; a notification where there is no page to show it (and the person wants them). */
async function showInPage(job: Job): Promise<void> {
  const [jobs, holds] = await Promise.all([readJobs(), readHolds()]);
  const words = outcomeMessage(job, undoOffer(job, jobs), holds, jobs);
  // The page's answer is a promise this worker waits for: it must live as long as the toast.
  keepAlive.acquire();
  try {
    const answer = job.tabId === null ? null : await callPage(job.tabId, "showToast", words, whereFor(job));
    if (answer === null) return await notify(words);
    // Undo is for this very job: the page cannot name another one.
    if (answer === "undo") await undo(job);
  } finally {
    keepAlive.release();
  }
}

/** An outcome is shown on the page the gesture was made on and on no other, whatever the tab shows by now. */
function whereFor({ page }: Job): CallOptions {
  return page ? { isExpected: samePage(page.origin, page.digest ?? undefined) } : {};
}

async function undo(job: Job): Promise<void> {
  const undone = await undoJob(job.id).catch(() => null);
  // The disk is full: the toast is gone, so it is said that the tag stays.
  if (undone === null) await notifyStorageFull(job.tabId);
}

const HELD_TEXT: Record<HeldReason, TextKey> = {
  "page-changed": "held_page_changed",
  "too-old": "held_too_old",
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
  const names = held.map(({ tag }) => intendedLabel(tag)).join(", ");
  await notifyNothingSent(first.tabId, plainMessage(text("held_title", names), text(HELD_TEXT[first.held])));
}

/** Says that nothing was written because it could not be stored. */
export function notifyStorageFull(tabId: number | null): Promise<void> {
  return notifyNothingSent(tabId, plainMessage(text("outcome_storage_full"), text("outcome_storage_full_next")));
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
  const names = tags.map((tag) => tag.name).join(", ");
  const what = text("outcome_not_added", names, shown.candidate.name);
  await notifyNothingSent(
    shown.tabId,
    plainMessage(what, text(full ? "outcome_storage_full_next" : "outcome_unheard")),
  );
}

/** Says in the page that nothing was written, and what to do. */
export async function notifyNothingSent(tabId: number | null, words: ToastContent): Promise<void> {
  if (tabId === null || (await callPage(tabId, "showToast", words)) === null) await notify(words);
}

async function notify(words: ToastContent): Promise<void> {
  const [settings, allowed] = await Promise.all([
    readSettings(),
    browser.permissions.contains({ permissions: ["notifications"] }),
  ]);
  if (!settings.notify || !allowed) return;
  await browser.notifications.create({
    type: "basic",
    iconUrl: browser.runtime.getURL("icons/128.png"),
    title: words.what,
    message: words.next ?? "",
  });
}

/** Whether an open popup shows this job: one in another tab or window shows another candidate. */
const popupTells = (job: Job): Promise<boolean> => popupIsOn(job.tabId);

/** Whether a popup is open over this tab; over any, for a job without one. Chrome lists its contexts, Firefox the views. */
async function popupIsOn(tabId: number | null): Promise<boolean> {
  const runtime = browser.runtime as typeof browser.runtime & {
    getContexts?: (filter: { contextTypes: string[] }) => Promise<{ windowId: number }[]>;
  };
  if (!runtime.getContexts) return browser.extension.getViews({ type: "popup" }).length > 0;
  const popups = await runtime.getContexts({ contextTypes: ["POPUP"] });
  if (popups.length === 0 || tabId === null) return popups.length > 0;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  // A popup closes when its window shows another tab. Chrome gives some popups no window.
  return popups.some(({ windowId }) => windowId < 0 || (tab?.active === true && windowId === tab.windowId));
}
