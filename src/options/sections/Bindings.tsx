import { useEffect, useRef, useState } from "react";
import { type AtsId, CONNECTORS, connectorsOf } from "../../domain/connector";
import type { Settings } from "../../domain/settings";
import { call } from "../../messaging/call";
import { onStoreChange } from "../../storage/changes";
import { readBindings } from "../../storage/read";
import type { Binding } from "../../storage/schema";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { text } from "../../ui/text";
import { Section } from "../Section";
import { Status } from "../Status";

/** Which account of an ATS belongs to which integration, each with the way to forget it. */
export function Bindings({ settings }: { settings: Settings }) {
  const [bindings, setBindings] = useState<readonly Binding[]>([]);
  const [outcome, setOutcome] = useState<{ forgotten: string } | "no-answer" | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const refresh = () => void readBindings().then(setBindings);
    refresh();
    return onStoreChange((store) => {
      if (store === "bindings") refresh();
    });
  }, []);
  const forget = (binding: Binding) => {
    call("bindings.forget", { key: binding.key }).then(
      () => {
        // The button that has the focus is about to go.
        list.current?.focus();
        setBindings((now) => now.filter((one) => one.key !== binding.key));
        setOutcome({ forgotten: accountOf(binding) });
      },
      () => setOutcome("no-answer"),
    );
  };
  if (bindings.length === 0 && outcome === null) return null;
  return (
    <Section title={text("options_bindings")} lead={text("options_bindings_lead")}>
      <div ref={list} tabIndex={-1} className="focusable">
        <ul className="lines">
          {bindings.map((binding) => (
            <li className="line" key={binding.key}>
              <div>
                {accountOf(binding)}
                <p className="muted small">
                  {text("options_bindings_is", integrationName(settings, binding.integrationId))}
                </p>
              </div>
              <Button
                look="quiet"
                aria-label={text("options_bindings_forget_which", accountOf(binding))}
                onClick={() => forget(binding)}
              >
                {text("options_shapes_forget")}
              </Button>
            </li>
          ))}
        </ul>
      </div>
      <Status>
        {outcome === "no-answer" && <Notice look="bad">{text("options_no_answer_short")}</Notice>}
        {outcome !== null && typeof outcome === "object" && (
          <Notice>{text("options_bindings_forgotten", outcome.forgotten)}</Notice>
        )}
      </Status>
    </Section>
  );
}

/** The ATS and the company in it, from `ats|tenant`. */
function accountOf({ key }: Binding): string {
  const [ats = "", tenant = ""] = key.split("|", 2);
  const [connector] = connectorsOf(ats as AtsId);
  return [connector ? CONNECTORS[connector].name : ats, tenant].filter(Boolean).join(" · ");
}

function integrationName(settings: Settings, id: string): string {
  const integration = settings.integrations.find((one) => one.id === id);
  return integration ? integration.label || CONNECTORS[integration.connector].name : id;
}
