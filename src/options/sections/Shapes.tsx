import { useEffect, useRef, useState } from "react";
import { CONNECTORS } from "../../domain/connector";
import type { Settings } from "../../domain/settings";
import { call } from "../../messaging/call";
import { onStoreChange } from "../../storage/changes";
import { readUrlPatterns } from "../../storage/read";
import type { LearnedPattern } from "../../storage/schema";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { age, text } from "../../ui/text";
import { Section } from "../Section";
import { Status } from "../Status";

/** Pages learned from confirmed searches, each with the way to forget it. */
export function Shapes({ settings }: { settings: Settings }) {
  const [shapes, setShapes] = useState<readonly LearnedPattern[]>([]);
  const [outcome, setOutcome] = useState<{ forgotten: string } | "no-answer" | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const refresh = () => void readUrlPatterns().then(setShapes);
    refresh();
    return onStoreChange((store) => {
      if (store === "urlPatterns") refresh();
    });
  }, []);
  const forget = (shape: LearnedPattern) => {
    call("shapes.forget", { id: shape.id }).then(
      () => {
        // The button that has the focus is about to go.
        list.current?.focus();
        setShapes((now) => now.filter((one) => one.id !== shape.id));
        setOutcome({ forgotten: pageOf(shape) });
      },
      () => setOutcome("no-answer"),
    );
  };
  return (
    <Section
      title={text("options_shapes")}
      lead={text(shapes.length > 0 ? "options_shapes_lead" : "options_shapes_none")}
    >
      <div ref={list} tabIndex={-1} className="focusable">
        {shapes.length > 0 && (
          <ul className="lines">
            {shapes.map((shape) => (
              <li className="line" key={shape.id}>
                <div>
                  <code>{pageOf(shape)}</code>
                  <p className="muted small">
                    {text(
                      "options_shapes_learned",
                      integrationName(settings, shape.integrationId),
                      age(shape.learnedAt),
                    )}
                  </p>
                </div>
                <Button
                  look="quiet"
                  aria-label={text("options_shapes_forget_which", pageOf(shape))}
                  onClick={() => forget(shape)}
                >
                  {text("options_shapes_forget")}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Status>
        {outcome === "no-answer" && <Notice look="bad">{text("options_no_answer_short")}</Notice>}
        {outcome !== null && typeof outcome === "object" && (
          <Notice>{text("options_shapes_forgotten", outcome.forgotten)}</Notice>
        )}
      </Status>
    </Section>
  );
}

const pageOf = (shape: LearnedPattern): string => shape.host + shape.path;

function integrationName(settings: Settings, id: string): string {
  const integration = settings.integrations.find((one) => one.id === id);
  return integration ? integration.label || CONNECTORS[integration.connector].name : id;
}
