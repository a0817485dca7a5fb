import { useEffect, useState } from "react";
import { openPage } from "../../platform/pages";
import { onStoreChange } from "../../storage/changes";
import { readBatchProgress } from "../../storage/read-batches";
import { Button } from "../../ui/Button";
import { text } from "../../ui/text";
import { surface } from "../surface";

/** Answers come by the dozen; the popup looks no oftener than this. */
const PAUSE_MS = 1000;

/** The way to the page "Tag many", and how far it is. */
export function TagManyLink() {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      void readBatchProgress().then((progress) => setLeft(progress?.left ?? 0));
    };
    read();
    const stop = onStoreChange((store) => {
      if (store === "batchJobs" || store === "batches") timer ??= setTimeout(read, PAUSE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  const open = () => void openPage("batch").then(() => surface.stays || window.close());
  return (
    <Button look="quiet" onClick={open}>
      {left > 0 ? text("foot_batch", String(left)) : text("batch_page_title")}
    </Button>
  );
}
