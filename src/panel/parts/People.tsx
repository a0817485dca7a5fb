import { type KeyboardEvent, useMemo } from "react";
import type { Job } from "../../domain/job";
import { undoOffer } from "../../domain/outbox/undo";
import { UndoButton } from "../../popup/parts/UndoButton";
import { usePopup } from "../../popup/state";
import { type TextKey, text } from "../../ui/text";
import { type TaggedPerson, taggedPeople } from "../model/people";
import { usePanel } from "../state";

/** The people tagged in this session, the latest first: what was added, and the way back. */
export function People() {
  const jobs = usePopup((state) => state.jobs);
  const since = usePanel((state) => state.sessionStart);
  const people = useMemo(() => taggedPeople(jobs, since), [jobs, since]);
  if (people.length === 0) return null;
  return (
    <section className="people" aria-labelledby="people-title">
      <h2 id="people-title">{text("people_title")}</h2>
      <ol onKeyDown={step}>
        {people.map((person, at) => (
          <Person key={person.key} person={person} at={at} jobs={jobs} />
        ))}
      </ol>
    </section>
  );
}

function Person({ person, at, jobs }: { person: TaggedPerson; at: number; jobs: readonly Job[] }) {
  return (
    <li className="person" tabIndex={at === 0 ? 0 : -1} data-person={at + 1}>
      <p className="person-name">
        <span>{person.name || text("name_unknown")}</span>
        {at < 9 && <span className="person-number">{at + 1}</span>}
      </p>
      <ul>
        {person.jobs.map((job) => (
          <li className="person-tag" key={job.id}>
            <span>
              {job.tag}
              {STATES[job.state] && (
                <span className={`person-state person-${job.state}`}> · {text(STATES[job.state] as TextKey)}</span>
              )}
            </span>
            <UndoButton job={job} offer={undoOffer(job, jobs)} />
          </li>
        ))}
      </ul>
    </li>
  );
}

const STATES: Partial<Record<Job["state"], TextKey>> = {
  queued: "state_queued",
  sending: "state_sending",
  failed: "state_failed",
};

/** Arrow keys go from person to person. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (by === 0 || event.altKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-person]")];
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  rows[now + by]?.focus();
  event.preventDefault();
}
