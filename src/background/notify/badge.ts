import { type Hold, isLive, type Job } from "../../domain/job";
import { browser } from "../../platform/browser";
import { plural, text } from "../../platform/text";
import { readHeldIntentions, readHolds, readJobs } from "../../storage/read";
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
    const read = Promise.all([readJobs(), readHolds(), readHeldIntentions()]);
    void bestEffort(read.then(([jobs, holds, held]) => show(jobs, holds, held.length)));
  }, SETTLE_MS);
}

/**
 * How many wait, or "!" when something failed for good or waits for the person (`held`); nothing when all is done. The
 * tooltip says why.
 */
async function show(jobs: readonly Job[], holds: readonly Hold[], held: number): Promise<void> {
  const failed = jobs.filter((job) => job.state === "failed");
  const waiting = jobs.filter(isLive);
  const label = failed.length + held > 0 ? "!" : waiting.length > 0 ? String(waiting.length) : "";
  await browser.action.setBadgeText({ text: label });
  await browser.action.setBadgeBackgroundColor({ color: failed.length + held > 0 ? FAILED : WAITING });
  const lines = [
    failed.length > 0 && plural("badge_failed", failed.length),
    held > 0 && plural("badge_held", held),
    waiting.length > 0 && plural("badge_waiting", waiting.length),
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
