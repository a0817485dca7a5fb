import { useEffect, useState } from "react";
import { readPinned } from "../../platform/pinned";

/** Whether the button is in the toolbar; null where the browser does not tell. Read again on return to the page. */
export function usePinned(): boolean | null {
  const [pinned, setPinned] = useState<boolean | null>(null);
  useEffect(() => {
    const refresh = () => void readPinned().then(setPinned);
    refresh();
    window.addEventListener("focus", refresh);
    // Pinning happens in the browser's own menu, which may leave the focus where it is.
    const timer = setInterval(refresh, 2000);
    return () => {
      window.removeEventListener("focus", refresh);
      clearInterval(timer);
    };
  }, []);
  return pinned;
}
