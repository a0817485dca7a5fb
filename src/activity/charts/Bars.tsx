import { number, text } from "../../ui/text";
import { Table } from "./Table";

interface Props {
  title: string;
  /** Labels are sentences. */
  wide?: true;
  /** What the labels are. */
  head: string;
  /** `look`: a class for colour and pattern. */
  rows: readonly { label: string; value: number; look?: string }[];
}

/** One bar a row, the longest first, with its number beside it. */
export function Bars({ title, head, rows, wide }: Props) {
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ value }) => value));
  return (
    <figure className={wide ? "figure figure-wide bars-wide" : "figure"}>
      <figcaption>{title}</figcaption>
      <div aria-hidden="true" className="bars">
        {rows.map(({ label, value, look = "plain" }) => (
          <div key={label} className="bar-row">
            <span className="bar-label" title={label}>
              {label}
            </span>
            <span className="bar-track">
              <span className={`bar-fill fill-${look}`} style={{ width: `${(100 * value) / most}%` }} />
            </span>
            <span className="bar-value">{number(value)}</span>
          </div>
        ))}
      </div>
      <Table head={[head, text("activity_count")]} rows={rows.map(({ label, value }) => [label, number(value)])} />
    </figure>
  );
}
