import { type FormEvent, useRef, useState } from "react";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { text } from "../../ui/text";
import { withEmail } from "../model/emails";

interface Props {
  list: readonly string[];
  onChange: (list: readonly string[]) => void;
}

const PROBLEMS = { shape: "options_email_shape", twice: "options_own_emails_twice" } as const;

/** The recruiter's own addresses, one by one. */
export function OwnEmails({ list, onChange }: Props) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<keyof typeof PROBLEMS | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const remove = (address: string) => {
    // The button that has the focus is about to go.
    input.current?.focus();
    onChange(list.filter((one) => one !== address));
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    const next = withEmail(list, typed);
    if (typeof next === "string") return setProblem(next);
    setTyped("");
    onChange(next);
  };
  return (
    <form className="stack" onSubmit={add} noValidate>
      <div className="field">
        <h3 className="field-title">{text("options_own_emails")}</h3>
        <p className="field-hint">{text("options_own_emails_hint")}</p>
      </div>
      {list.length > 0 && (
        <ul className="lines">
          {list.map((address) => (
            <li className="line" key={address}>
              <span>{address}</span>
              <Button
                look="quiet"
                aria-label={text("options_integration_remove_which", address)}
                onClick={() => remove(address)}
              >
                {text("options_integration_remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="beside">
        <Field
          ref={input}
          label={text("options_own_emails_field")}
          problem={problem && text(PROBLEMS[problem])}
          type="email"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(null);
          }}
        />
        <Button type="submit">{text("options_own_emails_add")}</Button>
      </div>
    </form>
  );
}
