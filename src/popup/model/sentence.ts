import type { Job } from "../../domain/job";
import { isOutcomeUnknown, type WaitReason } from "../../domain/outbox/reason";
import { type TextKey, text } from "../../ui/text";
import { type LineKind, lineKind } from "./line";

const SAYS: Record<LineKind, TextKey> = {
  adding: "line_adding",
  removing: "line_removing",
  "waiting-add": "line_waiting_add",
  "waiting-remove": "line_waiting_remove",
  added: "line_added",
  "already-present": "line_had_before",
  removed: "line_removed",
  "add-failed": "line_add_failed",
  "remove-failed": "line_remove_failed",
  cancelled: "line_cancelled",
};

/** What became of a job, in one sentence; `forOther`: it is about somebody else than is shown; `set`: the jobs of a set. */
export function sentence(job: Job, reason: WaitReason | null, forOther = false, set?: readonly Job[]): string {
  const kind = lineKind(job, reason !== null);
  const isTakenOff = kind === "removed" && job.undoes === null;
  return [
    forOther && `${job.target.name}:`,
    text(isTakenOff ? "line_taken_off" : SAYS[kind], (set && job.set) ?? job.tag),
    set && `(${set.map(({ tag }) => tag).join(", ")})`,
    isOutcomeUnknown(job) && text("line_uncertain"),
  ]
    .filter(Boolean)
    .join(" ");
}
