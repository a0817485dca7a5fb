import { useMemo } from "react";
import { isIncluded, mayInclude } from "../../domain/batch/plan";
import type { FoundRow } from "../../domain/batch/row";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { number, plural, text } from "../../ui/text";
import { choose } from "../actions";
import { type Filter, set, startOver, useBatch } from "../state";
import { LookUpFailure } from "./InputStep";
import { RowTable } from "./RowTable";
import { FILTER_TEXT, isUnnamed, matchesQuery } from "./row-text";
import { SendStep } from "./SendStep";

const FILTERS: readonly Filter[] = ["all", "ready", "look", "email-only", "not-found", "refused", "twice"];

const fits = (found: FoundRow, filter: Filter): boolean =>
  filter === "all" || (filter === "email-only" ? isUnnamed(found) : found.state === filter);

/** Whom the rows mean, before anything is sent. */
export function Preview() {
  const found = useBatch((state) => state.found) ?? [];
  const filter = useBatch((state) => state.filter);
  const query = useBatch((state) => state.query);
  const choices = useBatch((state) => state.choices);
  const partly = useBatch((state) => state.input?.partly ?? null);
  const shown = useMemo(
    () => found.filter((one) => fits(one, filter) && matchesQuery(one, query)),
    [found, filter, query],
  );
  const included = found.filter((one) => isIncluded(one, choices)).length;
  return (
    <section className="section wide" aria-label={text("batch_preview")}>
      <div className="row">
        <h2 className="grow">{plural("batch_found", found.length, number(included))}</h2>
        <Button look="quiet" onClick={startOver}>
          {text("batch_start_over")}
        </Button>
      </div>
      <LookUpFailure />
      {partly && <Notice look="warn">{text("batch_partly", String(partly.loaded), String(partly.told))}</Notice>}
      <div className="row">
        <fieldset className="row filters" aria-label={text("batch_filters")}>
          {FILTERS.map((one) => {
            const count = found.filter((row) => fits(row, one)).length;
            if (count === 0 && one !== "all") return null;
            const look = () => set({ filter: one, ...(one === "email-only" && { hasSeenUnnamed: true }) });
            return (
              <Button key={one} look={one === filter ? "main" : "plain"} aria-pressed={one === filter} onClick={look}>
                {text(FILTER_TEXT[one])} <span className="count">{number(count)}</span>
              </Button>
            );
          })}
        </fieldset>
        <input
          className="input search"
          type="search"
          aria-label={text("batch_search")}
          placeholder={text("batch_search")}
          value={query}
          onChange={(event) => set({ query: event.target.value })}
        />
      </div>
      <Unnamed found={found} />
      <RowTable rows={shown} />
      <SendStep />
    </section>
  );
}

/** Those found by an address or id alone, without a name to compare: in only after the person has seen them. */
function Unnamed({ found }: { found: readonly FoundRow[] }) {
  const choices = useBatch((state) => state.choices);
  const hasSeen = useBatch((state) => state.hasSeenUnnamed);
  const unnamed = found.filter((one) => isUnnamed(one) && mayInclude(one));
  const left = unnamed.filter((one) => !isIncluded(one, choices));
  if (left.length === 0) return null;
  return (
    <Notice look="warn" title={plural("batch_unnamed", left.length)}>
      <p>{text("batch_unnamed_why")}</p>
      <div className="row">
        {hasSeen ? (
          <Button
            onClick={() =>
              choose(
                left.map(({ row }) => row.row),
                true,
              )
            }
          >
            {plural("batch_unnamed_include", left.length)}
          </Button>
        ) : (
          <Button onClick={() => set({ filter: "email-only", hasSeenUnnamed: true })}>
            {text("batch_unnamed_show")}
          </Button>
        )}
      </div>
    </Notice>
  );
}
