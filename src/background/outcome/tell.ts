import type { Hold, Job } from "../../domain/job";
import { undoOffer } from "../../domain/queue/undo";
import type { ToastContent } from "../../messaging/pageSide";
import { browser } from "../../platform/browser";
import { readHolds, readJobs } from "../../storage/read";
import { readSettings } from "../../storage/settings";
import { ifPossible } from "../ifPossible";
import { callPage } from "../page";
import { drain, journal, keepAlive } from "../queueOf";
import { addOwnTag } from "../tagList";
import { updateBadge } from "./badge";
import { wordsFor } from "./words";

/** A job came to its end: tell the person where they are. In the open popup it is told by what is stored. */
export async function onOutcome(job: Job): Promise<void> {
  updateBadge();
  if (job.state === "done" && job.operation === "add") {
    await ifPossible(addOwnTag(job.target.integrationId, job.tag));
  }
  if (job.state !== "withdrawn" && !(await popupIsOpen())) await showInPage(job);
}

/** Jobs whose toast already said that their queue stands still. */
const toldHeld = new Set<string>();

/** A queue stands still from now on: said once, where the job that met the cause was asked for. */
export async function onHold(_hold: Hold, job: Job | null): Promise<void> {
  updateBadge();
  if (job?.state !== "queued" || (await popupIsOpen())) return;
  toldHeld.add(job.id);
  await showInPage(job);
}

/** A gesture without a popup whose write takes long must not look like nothing happened. */
export async function tellIfWaiting(jobId: string): Promise<void> {
  const job = await journal.get(jobId);
  const waits = job?.state === "queued" || job?.state === "sending";
  if (job && waits && !toldHeld.has(jobId)) await showInPage(job);
}

/** A toast in the job's tab; a notification where there is no page to show it (and the person wants them). */
async function showInPage(job: Job): Promise<void> {
  const words = wordsFor(job, undoOffer(job, await readJobs()), await readHolds());
  // The page's answer is a promise this worker waits for: it must live as long as the toast.
  keepAlive.hold();
  try {
    const answer = job.tabId === null ? null : await callPage(job.tabId, "showToast", words);
    if (answer === null) return await notify(words);
    // Undo is for this very job: the page cannot name another one.
    if (answer === "undo" && (await journal.undo(job.id))) void drain.run();
  } finally {
    keepAlive.release();
  }
}

/** Says in the page that nothing was written, and what to do. */
export async function tellNothingWritten(tabId: number, words: ToastContent): Promise<void> {
  if ((await callPage(tabId, "showToast", words)) === null) await notify(words);
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

/** Chrome lists its contexts; Firefox gives the event page the popup's window. */
async function popupIsOpen(): Promise<boolean> {
  const runtime = browser.runtime as typeof browser.runtime & {
    getContexts?: (filter: { contextTypes: string[] }) => Promise<unknown[]>;
  };
  if (runtime.getContexts) return (await runtime.getContexts({ contextTypes: ["POPUP"] })).length > 0;
  return browser.extension.getViews({ type: "popup" }).length > 0;
}
