import type { RequestOf } from "../../messaging/protocol";
import type { Batches } from "./batches";

/**
 * Pauses a batch, cancels it or goes on with it; false where that cannot be. What was never begun is begun by `beginBatch`
 * alone, which looks at what is allowed.
 */
export async function moveBatch(batches: Batches, { id, move }: RequestOf<"batch.move">): Promise<boolean> {
  const isUnbegun = (await batches.get(id))?.state === "filling";
  return !(isUnbegun && move === "start") && batches.move(id, move);
}
