import { type RefObject, useEffect, useRef } from "react";

/** Moves the focus here when `cause` changed and the element that had it is gone. */
export function useFocusIfLost(target: RefObject<HTMLElement | null>, cause: unknown): void {
  const before = useRef(cause);
  useEffect(() => {
    if (before.current === cause) return;
    before.current = cause;
    if (document.activeElement === document.body) target.current?.focus();
  }, [target, cause]);
}
