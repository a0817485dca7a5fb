import { useEffect, useRef } from "react";
import { Button } from "../../ui/Button";
import { text } from "../../ui/text";
import type { Row } from "../model/form";
import type { Connection } from "../model/useConnection";
import { IntegrationRow } from "./IntegrationRow";

/** The company's ATSs, as many as it has. */
export function Integrations({ connection: { form, problems, change } }: { connection: Connection }) {
  const list = useRef<HTMLFieldSetElement>(null);
  const added = useRef<number | null>(null);
  useEffect(() => {
    if (added.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-row="${added.current}"] input`)?.focus();
    added.current = null;
  });
  const add = () => {
    const row = Math.max(-1, ...form.rows.map((one) => one.row)) + 1;
    added.current = row;
    change({ rows: [...form.rows, { row, id: "", label: "" }] });
  };
  const edit = (row: number, next: Partial<Row>) =>
    change({ rows: form.rows.map((one) => (one.row === row ? { ...one, ...next } : one)) });
  const remove = (row: number) => {
    const rows = form.rows.filter((one) => one.row !== row);
    change({ rows: rows.length > 0 ? rows : [{ row: row + 1, id: "", label: "" }] });
    // The button that had the focus is gone; its list is the nearest place.
    list.current?.querySelector<HTMLElement>(".add-integration")?.focus();
  };
  return (
    <fieldset className="stack" ref={list}>
      <legend className="field-title">{text("options_integrations")}</legend>
      <p className="field-hint">{text("options_integrations_hint")}</p>
      {form.rows.map((row, at) => (
        <IntegrationRow
          key={row.row}
          row={row}
          number={at + 1}
          removable={form.rows.length > 1 || row.id !== "" || row.label !== ""}
          problem={problems.rows.get(row.row) ?? null}
          onEdit={(next) => edit(row.row, next)}
          onRemove={() => remove(row.row)}
        />
      ))}
      <div>
        <Button className="add-integration" onClick={add}>
          {text("options_integration_add")}
        </Button>
      </div>
    </fieldset>
  );
}
