import { useEffect, useState } from "react";
import type { Batch, BatchCounts, BatchState } from "../../domain/batch/batch";
import type { TextKey } from "../../platform/text";
import { onStoreChange } from "../../storage/changes";
import { readBatchCounts, readBatches } from "../../storage/read-batches";
import { Button } from "../../ui/Button";
import { moment, text } from "../../ui/text";
import { set } from "../state";
import { titleOf } from "./BatchView";

const STATE: Record<BatchState, TextKey> = {
  filling: "batch_state_filling",
  running: "batch_state_running",
  paused: "batch_state_paused",
  stopped: "batch_state_stopped",
  "too-old": "batch_state_too_old",
  cancelled: "batch_state_cancelled",
  over: "batch_state_over",
};

/** The batches of the last weeks, each with the way back to it. */
export function BatchList() {
  const [batches, setBatches] = useState<readonly (readonly [Batch, BatchCounts])[]>([]);
  useEffect(() => {
    const read = async () => {
      const all = await readBatches();
      setBatches(await Promise.all(all.map(async (one) => [one, await readBatchCounts(one)] as const)));
    };
    void read();
    return onStoreChange((store) => {
      if (store === "batches") void read();
    });
  }, []);
  if (batches.length === 0) return null;
  return (
    <section className="section" aria-label={text("batch_list")}>
      <h2>{text("batch_list")}</h2>
      <ul className="stack">
        {batches.map(([batch, counts]) => (
          <li className="row batch" key={batch.id}>
            <div className="grow">
              {titleOf(batch)}
              <p className="muted small">
                {moment(batch.createdAt)} · {text(STATE[batch.state])} ·{" "}
                {text("batch_done_of", String(counts.done), String(batch.jobs))}
              </p>
            </div>
            <Button
              aria-label={text("labelled", text("batch_open"), titleOf(batch))}
              onClick={() => set({ batchId: batch.id })}
            >
              {text("batch_open")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
