import { useEffect, useState } from "react";
import { onStoreChange } from "../../storage/changes";
import { readHolds } from "../../storage/read";

/** Whether what waits is held because the session of the person who signed in has ended. */
export function useSessionEnded(): boolean {
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    const refresh = () =>
      void readHolds().then(
        (holds) => setEnded(holds.some(({ failure }) => failure.kind === "signed-out")),
        () => setEnded(false),
      );
    refresh();
    return onStoreChange((store) => {
      if (store === "holds") refresh();
    });
  }, []);
  return ended;
}
