import { type Hold, isLive, type Job } from "../../domain/job";
import { browser } from "../../platform/browser";
import { plural, text } from "../../platform/text";
import { loadTexts } from "../../storage/language";
import { readHeldIntentions, readHolds, readJobs } from "../../storage/read";
import { readBatchProgress } from "../../storage/read-batches";
import { bestEffort } from "../best-effort";
import { reasonText } from "./messages";

/** A tag that is written at once must not make the badge flicker. */
const SETTLE_MS = 1500;
const WAITING = "#8a5a00";
const FAILED = "#b3261e";

let planned = false;

/** Brings the badge up to date shortly; many calls in a row are one. */
export function updateBadge(): void {
  if (planned) return;
  planned = true;
  setTimeout(() => {
    planned = false;
    const read = Promise.all([readJobs(), readHolds(), readHeldIntentions(), readBatchProgress()]);
    void bestEffort(read.then(([jobs, holds, held, batches]) => show(jobs, holds, held.length, batches)));
  }, SETTLE_MS);
}

/**
 * How many wait, or "!" when something failed for good or waits for the person (`held`); nothing when all is done. The
 * tooltip says why.
 */
async function show(
  jobs: readonly Job[],
  holds: readonly Hold[],
  held: number,
  batches: Awaited<ReturnType<typeof readBatchProgress>>,
): Promise<void> {
  await loadTexts();
  const failed = jobs.filter((job) => job.state === "failed");
  const waiting = jobs.filter(isLive);
  const count = waiting.length + (batches?.left ?? 0);
  const asks = failed.length + held > 0 || batches?.asks === true;
  const label = asks ? "!" : count > 999 ? "999+" : count > 0 ? String(count) : "";
  await browser.action.setBadgeText({ text: label });
  await browser.action.setBadgeBackgroundColor({ color: asks ? FAILED : WAITING });
  const lines = [
    failed.length > 0 && plural("badge_failed", failed.length),
    held > 0 && plural("badge_held", held),
    waiting.length > 0 && plural("badge_waiting", waiting.length),
    batches && text(batches.asks ? "badge_batch_asks" : "badge_batch", String(batches.left), String(batches.jobs)),
    why([...failed, ...waiting], holds),
  ];
  await browser.action.setTitle({ title: lines.filter(Boolean).join("\n") || text("action_title") });
}

/** The first reason there is: what failed is told before what waits. */
function why(jobs: readonly Job[], holds: readonly Hold[]): string | null {
  for (const job of jobs) {
    const said = reasonText(job, holds);
    if (said) return said;
  }
  return null;
}
