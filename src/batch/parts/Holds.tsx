import { useEffect, useState } from "react";
import type { Batch } from "../../domain/batch/batch";
import { atsNameOf } from "../../domain/connector";
import type { Hold } from "../../domain/job";
import { browser } from "../../platform/browser";
import { onStoreChange } from "../../storage/changes";
import { readHolds } from "../../storage/read";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { failureText, text } from "../../ui/text";

/** A cause that holds the whole queue, said once. */
export function Holds({ batch }: { batch: Batch }) {
  const [holds, setHolds] = useState<readonly Hold[]>([]);
  useEffect(() => {
    const read = () => void readHolds().then(setHolds);
    read();
    return onStoreChange((store) => {
      if (store === "holds") read();
    });
  }, []);
  if (batch.state !== "running" && batch.state !== "over") return null;
  const mine = holds.filter(({ scope }) => scope === "key" || batch.integrationIds.includes(scope));
  return mine.map(({ scope, failure }) => {
    const { what, next, who } = failureText(failure, atsNameOf(scope));
    return (
      <Notice key={scope} look="bad" title={what}>
        <p>{next}</p>
        {who && <p className="muted">{who}</p>}
        <div>
          <Button onClick={() => void browser.runtime.openOptionsPage()}>{text("settings")}</Button>
        </div>
      </Notice>
    );
  });
}
