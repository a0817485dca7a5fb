import { useEffect } from "react";
import type { ShownCandidate } from "../../domain/find";
import type { Hold, Job } from "../../domain/job";
import { reasonOf, sameReason } from "../../domain/outbox/reason";
import { text } from "../../ui/text";
import { lines, outcomesForOthers } from "../model/lines";
import { jobsFor } from "../selectors";
import { usePopup } from "../state";
import { Line } from "./Line";

const logged = new Set<string>();

/** One line per outcome, newest first. The region around it stands in the static page, so that each is announced once. */
export function Outcomes({ shown }: { shown: ShownCandidate | null }) {
  const all = usePopup((state) => state.jobs);
  const own = usePopup((state) => state.ownJobIds);
  const holds = usePopup((state) => state.holds);
  const entered = usePopup((state) => state.pendingEntries);
  const tabId = usePopup((state) => state.tabId);
  const openedAt = usePopup((state) => state.openedAt);
  const jobs = jobsFor(shown, all);
  const visible = lines(jobs, own, Date.now());
  useEffect(() => {
    for (const job of visible) {
      if (job.warnings.length === 0 || logged.has(job.id)) continue;
      logged.add(job.id);
      console.warn("Kombo:", ...job.warnings);
    }
  }, [visible]);
  const others = outcomesForOthers(all, jobs, { tabId, openedAt });
  if (entered.length + visible.length + others.length === 0) return null;
  return (
    <ul className="outcomes">
      {entered.map((one, at) => (
        // The same text may be entered twice, and the list only grows until it is emptied.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li className="line line-moving" key={at}>
          {text("line_checking", one.digit ? `Alt+${one.digit}` : one.typed.trim())}
        </li>
      ))}
      {visible.map((job, at) => (
        <Line key={job.id} job={job} jobs={jobs} {...saidOnce(visible, jobs, holds, at)} />
      ))}
      {others.map((job, at) => (
        <Line key={job.id} job={job} jobs={all} {...saidOnce(others, all, holds, at)} forOther />
      ))}
    </ul>
  );
}

/** The reason of a line, and whether a line above has said it: five tags that wait for one thing are one explanation. */
function saidOnce(lines: readonly Job[], jobs: readonly Job[], holds: readonly Hold[], at: number) {
  const reasons = lines.slice(0, at + 1).map((job) => reasonOf(job, holds, jobs));
  const reason = reasons.pop() ?? null;
  return { reason, saidAbove: reason !== null && reasons.some((said) => said && sameReason(said, reason)) };
}
