import type { Job } from "../../domain/job";

/** Which sentence a job's line says. */
export type LineKind =
  | "adding"
  | "removing"
  | "waiting-add"
  | "waiting-remove"
  | "added"
  | "already-present"
  | "removed"
  | "add-failed"
  | "remove-failed"
  | "cancelled";

/** What to say about a job. `waits`: there is a reason why it is not sent now. */
export function lineKind(job: Job, waits: boolean): LineKind {
  const add = job.operation === "add";
  switch (job.state) {
    case "cancelled":
      return "cancelled";
    case "failed":
      return add ? "add-failed" : "remove-failed";
    case "done":
      if (!add) return "removed";
      return job.alreadyPresent ? "already-present" : "added";
    case "sending":
    case "queued":
      // Only a job that met an obstacle is called waiting; the others are a moment away.
      if (waits) return add ? "waiting-add" : "waiting-remove";
      return add ? "adding" : "removing";
  }
}
