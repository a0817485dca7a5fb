import type { ReactNode } from "react";

interface Props {
  title: string;
  /** What to do about it: buttons. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** The frame of every screen without a field: what is the matter, why, and what to do next. */
export function Page({ title, actions, children }: Props) {
  return (
    <section className="page stack">
      {/* It has the focus when the screen comes: why and what next is read out with it. */}
      <h1 tabIndex={-1} aria-describedby="page-why">
        {title}
      </h1>
      <div className="stack" id="page-why">
        {children}
      </div>
      {actions && <div className="row">{actions}</div>}
    </section>
  );
}
