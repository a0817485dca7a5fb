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
      <h1 tabIndex={-1}>{title}</h1>
      {children}
      {actions && <div className="row">{actions}</div>}
    </section>
  );
}
