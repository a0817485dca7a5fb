import { COLUMN_ROLES, type ColumnRole } from "../../domain/batch/columns";
import type { TextKey } from "../../platform/text";
import { text } from "../../ui/text";
import { get, set, useBatch } from "../state";

const ROLE_TEXT: Record<ColumnRole, TextKey> = {
  link: "batch_column_link",
  email: "batch_column_email",
  id: "batch_column_id",
  application: "batch_column_application",
  kombo: "batch_column_kombo",
  name: "batch_column_name",
  first: "batch_column_first",
  last: "batch_column_last",
  tag: "batch_column_tag",
  unused: "batch_column_unused",
};

/** What each column of a table holds, as recognised; the person can say it better. */
export function Columns() {
  const input = useBatch((state) => state.input);
  if (!input?.roles || input.origin !== "text") return null;
  const { roles, headers, rows } = input;
  const change = (at: number, role: ColumnRole) => {
    const now = get().input;
    if (now?.roles) set({ input: { ...now, roles: now.roles.map((one, place) => (place === at ? role : one)) } });
  };
  return (
    <fieldset className="stack">
      <legend className="legend">{text("batch_columns")}</legend>
      <div className="columns">
        {roles.map((role, at) => {
          const title = headers?.[at]?.trim() || text("batch_column_number", String(at + 1));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            <label className="field" key={at}>
              <span>{title}</span>
              <select className="input" value={role} onChange={(event) => change(at, event.target.value as ColumnRole)}>
                {COLUMN_ROLES.map((one) => (
                  <option key={one} value={one}>
                    {text(ROLE_TEXT[one])}
                  </option>
                ))}
              </select>
              <span className="muted small sample">
                {rows
                  .slice(0, 2)
                  .map((row) => row.cells[at] ?? "")
                  .join(" · ")}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
