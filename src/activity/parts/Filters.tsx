import { type ReactNode, useEffect, useId, useRef } from "react";
import type { ActivityFilter, Entry } from "../../domain/activity/entry";
import { OUTCOMES } from "../../domain/activity/outcome";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { moment, plural, text } from "../../ui/text";
import { narrow, type Period, set, showAll, useActivity } from "../state";
import { integrationText, OUTCOME_TEXT } from "../texts";

/** What the list is narrowed by. "/" leads to the search from anywhere on the page. */
export function Filters({ entries, shown }: { entries: readonly Entry[]; shown: number }) {
  const { search, outcome, integrationId, batch } = useActivity((state) => state.filter);
  const period = useActivity((state) => state.period);
  const settings = useActivity((state) => state.settings);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
      if (event.key !== "/" || isTyping) return;
      event.preventDefault();
      field.current?.querySelector("input")?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  const integrations = [...new Set(entries.map(({ job }) => job.target.integrationId))];
  const ofBatch = batch === null ? undefined : entries.find(({ job }) => job.batch === batch);
  const isNarrowed = search !== "" || [outcome, integrationId, batch, period].some((one) => one !== null);
  return (
    <div className="stack">
      <div className="filters">
        <div ref={field}>
          <Field
            label={text("activity_search")}
            type="search"
            value={search}
            placeholder={text("activity_search_hint")}
            onChange={(event) => narrow({ search: event.target.value })}
          />
        </div>
        <Choice
          label={text("activity_outcome")}
          value={outcome}
          onChange={(value) => narrow({ outcome: value as ActivityFilter["outcome"] })}
        >
          <option value="attention">{text("activity_attention")}</option>
          {OUTCOMES.map((one) => (
            <option key={one} value={one}>
              {text(OUTCOME_TEXT[one])}
            </option>
          ))}
        </Choice>
        <Choice label={text("activity_period")} value={period} onChange={(value) => set({ period: value as Period })}>
          <option value="today">{text("activity_period_today")}</option>
          <option value="week">{text("activity_period_week")}</option>
          <option value="month">{text("activity_period_month")}</option>
        </Choice>
        {integrations.length > 1 && (
          <Choice
            label={text("activity_ats")}
            value={integrationId}
            onChange={(value) => narrow({ integrationId: value })}
          >
            {integrations.map((id) => (
              <option key={id} value={id}>
                {integrationText(id, settings)}
              </option>
            ))}
          </Choice>
        )}
      </div>
      <div className="row">
        <p className="muted" role="status">
          {plural("activity_shown", shown)}
        </p>
        {ofBatch && <p className="muted">{text("activity_of_batch", moment(ofBatch.at))}</p>}
        {isNarrowed && (
          <Button look="quiet" onClick={showAll}>
            {text("activity_show_all")}
          </Button>
        )}
      </div>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  children: ReactNode;
}

/** One of several, or no matter which. */
function Choice({ label, value, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value ?? ""} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{text("activity_any")}</option>
        {children}
      </select>
    </div>
  );
}
