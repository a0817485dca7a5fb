import { useId } from "react";
import type { DayCount } from "../../domain/activity/statistics";
import { number, text } from "../../ui/text";
import { Table } from "./Table";

const WIDTH = 600;
const HEIGHT = 120;
/** Of a day's place, what its bar takes. */
const BAR = 0.7;

/** A bar a day, confirmed below and failed above it, which is hatched besides being red. */
export function Days({ title, days }: { title: string; days: readonly (DayCount & { label: string })[] }) {
  const hatch = useId();
  const most = Math.max(1, ...days.map(({ confirmed, failed }) => confirmed + failed));
  const step = WIDTH / days.length;
  const high = (value: number) => (HEIGHT * value) / most;
  return (
    <figure className="figure figure-wide">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="days" aria-hidden="true">
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="hatch-ground" />
            <rect width="2.5" height="6" className="hatch-line" />
          </pattern>
        </defs>
        {days.map(({ day, label, confirmed, failed }, at) => (
          <g key={day}>
            <title>{`${label}: ${number(confirmed)}`}</title>
            <rect
              className="day-confirmed"
              x={at * step}
              width={step * BAR}
              y={HEIGHT - high(confirmed)}
              height={high(confirmed)}
            />
            <rect
              fill={`url(#${hatch})`}
              x={at * step}
              width={step * BAR}
              y={HEIGHT - high(confirmed + failed)}
              height={high(failed)}
            />
          </g>
        ))}
      </svg>
      <div className="axis muted small" aria-hidden="true">
        <span>{days[0]?.label}</span>
        <span>{text("activity_most_a_day", number(most))}</span>
        <span>{days.at(-1)?.label}</span>
      </div>
      <Table
        head={[text("activity_day"), text("activity_confirmed"), text("activity_failed")]}
        rows={days
          .filter(({ confirmed, failed }) => confirmed + failed > 0)
          .map(({ label, confirmed, failed }) => [label, number(confirmed), number(failed)])}
      />
    </figure>
  );
}
