import type { Job } from "../../domain/job";
import { browser } from "../../platform/browser";
import { plural, text } from "../../platform/text";
import { readJobs } from "../../storage/read";

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
    void readJobs().then(show);
  }, SETTLE_MS);
}

/** How many wait, or "!" when something needs a person; nothing when all is done. */
async function show(jobs: readonly Job[]): Promise<void> {
  const failed = jobs.filter((job) => job.state === "failed").length;
  const waiting = jobs.filter((job) => job.state === "queued" || job.state === "sending").length;
  const label = failed > 0 ? "!" : waiting > 0 ? String(waiting) : "";
  await browser.action.setBadgeText({ text: label });
  await browser.action.setBadgeBackgroundColor({ color: failed > 0 ? FAILED : WAITING });
  await browser.action.setTitle({ title: title(failed, waiting) });
}

function title(failed: number, waiting: number): string {
  if (failed > 0) return plural("badge_failed", failed);
  return waiting > 0 ? plural("badge_waiting", waiting) : text("action_title");
}
