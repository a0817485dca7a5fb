import { isBatchJob } from "../../domain/batch/batch";
import { type Hold, isLive, type Job } from "../../domain/job";
import { undoOffer } from "../../domain/outbox/undo";
import { loadTexts } from "../../storage/language";
import { readHolds, readJobs } from "../../storage/read";
import { readSettings } from "../../storage/settings";
import { onDemand } from "../load";
import { type CallOptions, callPage, tabUrl } from "../matching/page";
import { samePage } from "../matching/same-page";
import { keepAlive, outbox } from "../outbox/index";
import { undoBatch, undoJob } from "../outbox/undo-job";
import { type Disclosure, inPage, outcomeMessage, setMessage } from "./messages";
import { notifyStorageFull } from "./nothing-sent";
import { notify } from "./notification";
import { popupIsOn } from "./popups";

/** A job came to its end: tell the person where they are. In the open popup it is told by what is stored. */
export async function notifyOutcome(job: Job): Promise<void> {
  // A batch is told by its own page and by the badge, not four hundred times in a page.
  if (job.state === "cancelled" || isBatchJob(job) || (await popupTells(job))) return;
  if (job.set === undefined) return showInPage(job);
  const rest = (await readJobs()).filter((one) => one.batch === job.batch && one.id !== job.id);
  // A set is one thing that was asked for: it is told once, by the last of its jobs, or by one that failed.
  if (job.state === "failed" || !rest.some(isLive)) await showInPage(job, [job, ...rest]);
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
async function showInPage(job: Job, set: readonly Job[] = []): Promise<void> {
  const [jobs, holds] = await Promise.all([readJobs(), readHolds(), loadTexts()]);
  const whole = set.length > 1 && set.every(({ state }) => state === "done");
  // To a page a set is one tag: its name is what the settings may keep from it.
  const named = whole ? { ...job, tag: job.set ?? job.tag, alreadyPresent: false } : job;
  const words = whole ? setMessage(set, jobs) : outcomeMessage(job, undoOffer(job, jobs), holds, jobs);
  // The page's answer is a promise this worker waits for: it must live as long as the toast.
  keepAlive.acquire();
  try {
    const answer =
      job.tabId === null
        ? null
        : await callPage(job.tabId, "showToast", inPage(words, named, await disclosure(job.tabId)), whereFor(job));
    if (answer === null) return await notify(words);
    // Undo is for this very job: the page cannot name another one.
    if (answer === "undo") await undo(job, whole);
  } finally {
    keepAlive.release();
  }
}

/** What may be said in the page a tab shows now. The page of a known system knows its candidates, so far as it names them. */
async function disclosure(tabId: number): Promise<Disclosure> {
  // Should the settings be unreadable, less is said.
  const { tagInPage } = await readSettings().catch(() => ({ tagInPage: false }));
  const { detect, RULES } = await onDemand();
  const detection = detect(RULES, (await tabUrl(tabId)) ?? "");
  return { tag: tagInPage, name: "hostTrust" in detection && detection.hostTrust === "vendor" };
}

/** An outcome is shown on the page the gesture was made on and on no other, whatever the tab shows by now. */
function whereFor({ page }: Job): CallOptions {
  return page ? { isExpected: samePage(page.origin, page.digest ?? undefined) } : {};
}

async function undo(job: Job, whole: boolean): Promise<void> {
  const undone = await (whole ? undoBatch(job.batch) : undoJob(job.id)).catch(() => null);
  // The disk is full: the toast is gone, so it is said that the tag stays.
  if (undone === null) await notifyStorageFull(job.tabId);
}

/** Whether an open popup shows this job: one in another tab or window shows another candidate. */
const popupTells = (job: Job): Promise<boolean> => popupIsOn(job.tabId);
