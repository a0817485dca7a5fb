import { useId, useState } from "react";
import { type Entry, isOver } from "../../domain/activity/entry";
import { call } from "../../messaging/call";
import { Button } from "../../ui/Button";
import { plural, text } from "../../ui/text";

const AGES = [0, 1, 7, 30, 90] as const;
const DAY_MS = 24 * 60 * 60_000;

/** Forgets what is over and older than a person says. It takes two presses, for nothing brings it back. */
export function Clear({ entries }: { entries: readonly Entry[] }) {
  const id = useId();
  const [days, setDays] = useState(30);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<number | "no-answer" | null>(null);
  const before = Date.now() - days * DAY_MS;
  const fitting = entries.filter((entry) => isOver(entry) && entry.job.updatedAt < before).length;
  const clear = () => {
    setAsking(false);
    call("history.clear", days === 0 ? {} : { olderThanDays: days }).then(
      ({ removed }) => setDone(removed),
      () => setDone("no-answer"),
    );
  };
  return (
    <div className="stack">
      <h2>{text("activity_clear")}</h2>
      <div className="row">
        <label htmlFor={id}>{text("activity_clear_age")}</label>
        <select
          id={id}
          className="input narrow"
          value={days}
          onChange={(event) => {
            setDays(Number(event.target.value));
            setAsking(false);
            setDone(null);
          }}
        >
          {AGES.map((age) => (
            <option key={age} value={age}>
              {age === 0 ? text("activity_clear_any_age") : plural("activity_clear_days", age)}
            </option>
          ))}
        </select>
        {asking ? (
          <>
            <Button look="danger" onClick={clear}>
              {plural("activity_clear_confirm", fitting)}
            </Button>
            <Button onClick={() => setAsking(false)}>{text("cancel")}</Button>
          </>
        ) : (
          <Button disabled={fitting === 0} onClick={() => setAsking(true)}>
            {text("activity_clear")}
          </Button>
        )}
      </div>
      <p className="muted small">{text("activity_clear_keeps")}</p>
      <p role="status">
        {typeof done === "number" && plural("options_history_cleared", done)}
        {done === "no-answer" && text("options_no_answer_short")}
      </p>
    </div>
  );
}
