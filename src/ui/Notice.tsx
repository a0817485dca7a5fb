import type { ReactNode } from "react";

interface Props {
  look?: "plain" | "good" | "warn" | "bad";
  title?: string | undefined;
  children?: ReactNode;
}

/** A coloured box for something the person should know. Announcing it is the caller's business. */
export function Notice({ look = "plain", title, children }: Props) {
  return (
    <div className={`notice notice-${look}`}>
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
  );
}
