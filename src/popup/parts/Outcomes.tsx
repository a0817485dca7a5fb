import { useEffect, useLayoutEffect, useState } from "react";
import { Button } from "../../ui/Button";
import { plural, text } from "../../ui/text";
import { restoreFocus } from "../field";
import { isSameAgain } from "../model/same-again";
import { type Outcome, outcomesInView, outcomesNow } from "../outcomes";
import { canType, jobsFor, shownCandidate } from "../selectors";
import { usePopup } from "../state";
import { surface } from "../surface";
import { Line, warningsOf } from "./Line";
import { SameAgain } from "./SameAgain";

const logged = new Set<string>();

/** The latest outcome and the latest failure, in a place that never grows; all of them instead of the list of tags. */
export function Outcomes() {
  const state = usePopup();
  const [open, setOpen] = useState(false);
  const all = canType(state) ? outcomesNow(state) : [];
  useLogged(all);
  const brief = outcomesInView(all);
  const shown = open ? all : brief;
  const entered = canType(state) ? state.pendingEntries : [];
  const isOpen = open && all.length > 0;
  useLayoutEffect(() => void document.body.classList.toggle("outcomes-open", isOpen), [isOpen]);
  // Who types wants the list of tags back.
  useEffect(() => {
    if (state.text) setOpen(false);
  }, [state.text]);
  if (entered.length + all.length === 0) return null;
  const jobs = jobsFor(shownCandidate(state), state.jobs);
  const toggle = () => {
    setOpen(!open);
    restoreFocus();
  };
  return (
    <div className="outcomes">
      <ul className="lines">
        {entered.slice(open ? 0 : -1).map((one, at) => (
          // The same text may be entered twice, and the list only grows until it is emptied.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li className="line line-moving" key={at}>
            {text("line_checking", one.digit ? `Alt+${one.digit}` : one.typed.trim())}
          </li>
        ))}
        {shown.map((one) => (
          <Line key={one.job.id} outcome={one} jobs={one.forOther ? state.jobs : jobs} whole={isOpen} />
        ))}
      </ul>
      {/* The panel has keys of its own for it. */}
      {!surface.stays && !isOpen && isSameAgain(state.jobs, state.ownJobIds) && <SameAgain />}
      <More open={isOpen} all={all} hidden={all.length - brief.length} onToggle={toggle} />
    </div>
  );
}

interface MoreProps {
  open: boolean;
  all: readonly Outcome[];
  hidden: number;
  onToggle: () => void;
}

/** The way to all outcomes and what belongs to them; nothing where all is seen. */
function More({ open, all, hidden, onToggle }: MoreProps) {
  const notes = all.reduce((sum, { job }) => sum + warningsOf(job).length, 0);
  const hasDetails = all.some(({ reason, job }) => reason !== null || warningsOf(job).length > 0);
  if (hidden === 0 && !hasDetails) return null;
  const label = hidden > 0 ? plural("more_outcomes", hidden) : notes > 0 ? plural("warnings", notes) : text("details");
  return (
    <Button look="quiet" className="more small" aria-expanded={open} onClick={onToggle}>
      {open ? text("less_outcomes") : label}
    </Button>
  );
}

/** Kombo's notes are for developers, too. */
function useLogged(outcomes: readonly Outcome[]): void {
  useEffect(() => {
    for (const { job } of outcomes) {
      if (job.warnings.length === 0 || logged.has(job.id)) continue;
      logged.add(job.id);
      console.warn("Kombo:", ...job.warnings);
    }
  }, [outcomes]);
}
