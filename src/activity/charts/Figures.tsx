import { useDeferredValue, useMemo } from "react";
import type { Entry } from "../../domain/activity/entry";
import { byCause, byOutcome, durations, perDay, topTags } from "../../domain/activity/statistics";
import { failure } from "../../domain/failure";
import { failureText, language, number, text } from "../../ui/text";
import { duration, OUTCOME_TEXT } from "../texts";
import { Bars } from "./Bars";
import { Days } from "./Days";

const DAYS = 30;
const MOST_TAGS = 8;

const dayText = (day: number): string =>
  new Intl.DateTimeFormat(language(), { day: "numeric", month: "short" }).format(day);

/** Some begin with the name of the ATS, which is nobody's here. */
const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase(language()) + text.slice(1);

/** The entries in view as pictures, each with its numbers as a table. */
export function Figures({ entries: all }: { entries: readonly Entry[] }) {
  // What is typed comes first.
  const entries = useDeferredValue(all);
  const figures = useMemo(
    () => ({
      days: perDay(entries, Date.now(), DAYS),
      tags: topTags(entries, MOST_TAGS),
      outcomes: byOutcome(entries),
      causes: byCause(entries),
      took: durations(entries),
    }),
    [entries],
  );
  if (entries.length === 0) return null;
  const { days, tags, outcomes, causes, took } = figures;
  return (
    <section className="section" aria-label={text("activity_figures")}>
      <h2>{text("activity_figures")}</h2>
      <div className="figures">
        <Days title={text("activity_days")} days={days.map((one) => ({ ...one, label: dayText(one.day) }))} />
        <Bars
          title={text("activity_top_tags")}
          head={text("activity_column_tag")}
          rows={tags.map(({ name, count }) => ({ label: name, value: count }))}
        />
        <Bars
          title={text("activity_outcomes")}
          head={text("activity_outcome")}
          rows={outcomes.map(({ name, count }) => ({ label: text(OUTCOME_TEXT[name]), value: count, look: name }))}
        />
        {causes.length > 0 && (
          <Bars
            wide
            title={text("activity_causes")}
            head={text("activity_column_failure")}
            rows={causes.map(({ name, count }) => ({
              label: sentence(failureText(failure(name)).what),
              value: count,
              look: "failed",
            }))}
          />
        )}
        {took && (
          <figure className="figure">
            <figcaption>{text("activity_took")}</figcaption>
            <dl className="took-numbers">
              <div>
                <dt>{text("activity_median")}</dt>
                <dd>{duration(took.median)}</dd>
              </div>
              <div>
                <dt>{text("activity_p95")}</dt>
                <dd>{duration(took.p95)}</dd>
              </div>
            </dl>
            <p className="muted small">{text("activity_took_of", number(took.count))}</p>
          </figure>
        )}
      </div>
    </section>
  );
}
