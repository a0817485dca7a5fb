import type { ReactNode } from "react";
import type { Settings } from "../domain/settings";
import { text } from "../ui/text";

interface Props {
  /** The setting these fields are for, as a policy calls it. */
  field: string;
  settings: Settings;
  children: ReactNode;
}

/** Fields that the company may have set: then they are shown, cannot be changed, and say why. */
export function Lockable({ field, settings, children }: Props) {
  if (!settings.locked.includes(field)) return children;
  return (
    <fieldset className="stack locked" disabled>
      {children}
      <p className="locked-by">{text("set_by_admin")}</p>
    </fieldset>
  );
}
