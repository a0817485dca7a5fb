import type { ReactNode } from "react";

/** Where the outcome of an action is announced; always in the page, since a region that comes with its text stays silent. */
export function Status({ children }: { children?: ReactNode }) {
  return (
    <div className="status" role="status">
      {children}
    </div>
  );
}
