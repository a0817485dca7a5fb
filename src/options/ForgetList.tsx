import { type ReactNode, useEffect, useRef, useState } from "react";
import { CONNECTORS } from "../domain/connector";
import type { Settings } from "../domain/settings";
import { onStoreChange } from "../storage/changes";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { text } from "../ui/text";
import { Section } from "./Section";
import { Status } from "./Status";

export interface Remembered {
  id: string;
  name: string;
  /** What else is known of it, in one line. */
  note: string;
  /** The company set it: it cannot be forgotten here. */
  fixed?: boolean | undefined;
}

interface Props {
  title: string;
  /** The line under the title, by whether anything is listed; null hides an empty list. */
  lead: (isEmpty: boolean) => string | null;
  /** Whether names are code, such as addresses. */
  isCode?: boolean;
  store: "bindings" | "urlPatterns";
  read: () => Promise<readonly Remembered[]>;
  forget: (id: string) => Promise<unknown>;
  forgetLabel: (name: string) => string;
  forgotten: (name: string) => string;
}

/** What Quicktag remembers of one kind, each with the way to forget it. */
export function ForgetList({ title, lead, isCode, store, read, forget, forgetLabel, forgotten }: Props) {
  const [all, setAll] = useState<readonly Remembered[]>([]);
  const [outcome, setOutcome] = useState<{ forgotten: string } | "no-answer" | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    const refresh = () => void latest.current().then(setAll);
    refresh();
    return onStoreChange((changed) => {
      if (changed === store) refresh();
    });
  }, [store]);
  const forgetOne = ({ id, name }: Remembered) => {
    forget(id).then(
      () => {
        // The button that has the focus is about to go.
        list.current?.focus();
        setAll((now) => now.filter((one) => one.id !== id));
        setOutcome({ forgotten: name });
      },
      () => setOutcome("no-answer"),
    );
  };
  const leadText = lead(all.length === 0);
  if (leadText === null && outcome === null) return null;
  return (
    <Section title={title} lead={leadText ?? undefined}>
      <div ref={list} tabIndex={-1} className="focusable">
        {all.length > 0 && (
          <ul className="lines">
            {all.map((one) => (
              <li className="line" key={one.id}>
                <div>
                  {wrapped(one.name, isCode)}
                  <p className="muted small">{one.note}</p>
                </div>
                {one.fixed ? (
                  <span className="locked-by">{text("set_by_admin")}</span>
                ) : (
                  <Button look="quiet" aria-label={forgetLabel(one.name)} onClick={() => forgetOne(one)}>
                    {text("options_forget")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Status>
        {outcome === "no-answer" && <Notice look="bad">{text("options_no_answer_short")}</Notice>}
        {outcome !== null && outcome !== "no-answer" && <Notice>{forgotten(outcome.forgotten)}</Notice>}
      </Status>
    </Section>
  );
}

const wrapped = (name: string, isCode = false): ReactNode => (isCode ? <code>{name}</code> : name);

/** What the recruiter calls an integration, or its system's name. */
export function integrationName(settings: Settings, id: string): string {
  const integration = settings.integrations.find((one) => one.id === id);
  return integration ? integration.label || CONNECTORS[integration.connector].name : id;
}
