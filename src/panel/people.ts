import { undoOffer } from "../domain/outbox/undo";
import { get } from "../popup/state";
import { undo } from "../popup/undo";
import { taggedPeople } from "./model/people";
import { usePanel } from "./state";

export const peopleNow = () => taggedPeople(get().jobs, usePanel.getState().sessionStart);

/** Puts the focus on the latest person of the row; false when there is none. */
export function focusPeople(): boolean {
  const row = document.querySelector<HTMLElement>("#people [data-person]");
  row?.focus();
  return row !== null;
}

/** Takes back what was added last to the person with this number in the row. */
export function undoOfPerson(number: number): boolean {
  const { jobs } = get();
  const person = peopleNow()[number - 1];
  const job = person?.jobs.find((one) => undoOffer(one, jobs).kind !== "no");
  if (job) void undo([job]);
  return job !== undefined;
}
