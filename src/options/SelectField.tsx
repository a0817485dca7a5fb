import { type ComponentProps, useId } from "react";

interface Props extends ComponentProps<"select"> {
  label: string;
  hint?: string | undefined;
}

/** A labelled choice with its hint tied to it. */
export function SelectField({ label, hint, children, ...select }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" aria-describedby={hint ? `${id}-hint` : undefined} {...select}>
        {children}
      </select>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
