import { type ComponentProps, useId } from "react";

interface Props extends ComponentProps<"input"> {
  label: string;
  hint?: string | undefined;
  /** What is wrong with the value; announced with the field. */
  problem?: string | null | undefined;
}

/** A labelled text field with its hint and its problem tied to it. */
export function Field({ label, hint, problem, id, className = "", ...input }: Props) {
  const own = useId();
  const field = id ?? own;
  const described = [hint && `${field}-hint`, problem && `${field}-problem`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={field}>{label}</label>
      <input
        id={field}
        className={`input ${className}`}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
        {...input}
      />
      {hint && (
        <p className="field-hint" id={`${field}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="field-problem" id={`${field}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
