import { type Connector, connectorOf } from "../domain/connector";
import type { ShownCandidate } from "../domain/find";
import type { Job } from "../domain/job";
import { type CarriedTag, carriedTags, jobsOf } from "../domain/outbox/carried-tags";
import { fold } from "../domain/picker";
import { type JudgedChip, judged } from "./model/chips";
import { lines } from "./model/lines";
import { type Rows, rowsFor } from "./model/rows";
import type { PopupState } from "./state";

/** The candidate on screen: the checked one, else the remembered one while the check runs. */
export function shownCandidate({
  result,
  cachedMatch,
}: Pick<PopupState, "result" | "cachedMatch">): ShownCandidate | null {
  if (result) return result.kind === "found" ? result.shown : null;
  return cachedMatch;
}

/** Whether a tag can be typed on this screen. */
export const canType = (state: PopupState): boolean =>
  !state.byHand && !state.candidateChanged && (state.result === null || state.result.kind === "found");

/** Whether it is settled for whom and from which list a tag is taken. */
export const isSettled = (state: PopupState): boolean => state.result?.kind === "found" && state.listSettled;

/** Strictest rules where the system is not known yet. */
export const connectorFor = (shown: ShownCandidate | null): Connector =>
  (shown && connectorOf(shown.integrationId)) || "welcometothejungle";

export function jobsFor(shown: ShownCandidate | null, jobs: readonly Job[]): Job[] {
  return shown ? jobsOf(jobs, shown.integrationId, shown.candidate) : [];
}

export function tagsOn(state: PopupState, now = Date.now()): CarriedTag[] {
  const shown = shownCandidate(state);
  return shown ? carriedTags(shown.candidate.tags, shown.asOf, jobsFor(shown, state.jobs), now) : [];
}

/** Whether other things need the list's room: a question, outcomes, tags put aside. */
export function isCrowded(state: PopupState): boolean {
  const asks = state.result?.kind === "found" && state.result.shown.certainty.level === "ask";
  const outcomes = lines(jobsFor(shownCandidate(state), state.jobs), state.ownJobIds, Date.now()).length;
  return asks || outcomes > 0 || state.chips.length > 0 || state.waitingOpen;
}

/** The rows of the list under the field, for what is typed now. */
export function rowsNow(state: PopupState): Rows {
  const shown = shownCandidate(state);
  const carried = new Set(tagsOn(state).map((tag) => fold(tag.name)));
  for (const chip of chipsNow(state)) if ("name" in chip.judgement) carried.add(fold(chip.judgement.name));
  return rowsFor({
    text: state.text,
    index: state.index,
    recents: state.uses,
    carried,
    connector: connectorFor(shown),
    mayCreate: state.settings.mayCreateTags,
  });
}

export function chipsNow(state: PopupState): JudgedChip[] {
  const rules = {
    index: state.index,
    connector: connectorFor(shownCandidate(state)),
    mayCreate: state.settings.mayCreateTags,
  };
  return state.chips.map((chip) => judged(chip, rules));
}
