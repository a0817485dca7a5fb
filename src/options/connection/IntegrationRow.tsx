import { useState } from "react";
import { CONNECTORS, connectorOf } from "../../domain/connector";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { text } from "../../ui/text";
import { type Row, type RowProblem, rowProblem } from "../model/form";
import { ROW_TEXTS } from "../model/texts";

interface Props {
  row: Row;
  number: number;
  removable: boolean;
  /** Found on the last attempt to save or check. */
  problem: RowProblem | null;
  onEdit: (next: Partial<Row>) => void;
  onRemove: () => void;
}

/** One integration: its id, which ATS that is, and the person's own name for it. */
export function IntegrationRow({ row, number, removable, problem, onEdit, onRemove }: Props) {
  const [left, setLeft] = useState(false);
  const connector = connectorOf(row.id);
  // A half-typed id is no mistake yet.
  const shown = problem ?? (left ? rowProblem(row.id.trim(), "", new Set()) : null);
  const tool = row.id.split(":")[0]?.trim() ?? "";
  const which =
    row.label.trim() || (connector ? CONNECTORS[connector].name : text("options_integration_number", number));
  return (
    <fieldset className="integration" data-row={row.row}>
      <legend className="unseen">{text("options_integration_number", number)}</legend>
      <Field
        label={text("options_integration_id")}
        hint={connector ? text("options_integration_is", CONNECTORS[connector].name) : undefined}
        problem={shown && text(ROW_TEXTS[shown], tool)}
        className="mono"
        value={row.id}
        onChange={(event) => {
          setLeft(false);
          onEdit({ id: event.target.value });
        }}
        onBlur={() => setLeft(true)}
      />
      <Field
        label={text("options_integration_label")}
        hint={text("options_integration_label_hint")}
        maxLength={60}
        value={row.label}
        onChange={(event) => onEdit({ label: event.target.value })}
      />
      {removable && (
        <Button look="quiet" aria-label={text("options_integration_remove_which", which)} onClick={onRemove}>
          {text("options_integration_remove")}
        </Button>
      )}
    </fieldset>
  );
}
