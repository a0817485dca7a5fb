import { isRequestedBy, type Requester } from "../../domain/requester";
import { withDb } from "../../storage/db";
import type { Batches } from "../batch/batches";
import type { Outbox } from "./outbox";

/** Somebody who asked for these things is signed in again: what was kept back meanwhile goes on by itself. */
export async function returnTo(requester: Requester, outbox: Outbox, batches: Batches): Promise<void> {
  for (const job of await outbox.all()) {
    const wasKept = job.state === "failed" && job.failure?.kind === "other-user";
    if (wasKept && isRequestedBy(job, requester)) await outbox.retry(job.id);
  }
  for (const batch of await withDb((db) => db.getAll("batches"))) {
    const wasKept = batch.state === "stopped" && batch.failure?.kind === "other-user";
    if (wasKept && isRequestedBy(batch, requester)) await batches.move(batch.id, "start");
  }
}
