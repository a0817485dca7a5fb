import { type Connector, connectorOf } from "../domain/connector";
import type { ShownCandidate } from "../domain/find";
import type { Job } from "../domain/job";
import { type CarriedTag, carriedTags, jobsOf } from "../domain/outbox/carried-tags";
import { chipChoice, type ReadChip, type Rules, readChip } from "./model/chips";
import { type KnownTag, type KnownTags, knownTags } from "./model/known";
import { lines } from "./model/lines";
import type { Given } from "./model/row";
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

/** All that the rows of the list under the field follow from, for what is typed now. */
export function givenNow(state: PopupState): Given {
  const { text, index, uses, numbers, listSettled } = state;
  return { ...rulesNow(state), text, index, recents: uses, numbers, known: knownNow(state), listKnown: listSettled };
}

export const rowsNow = (state: PopupState): Rows => rowsFor(givenNow(state));

/** What is on the candidate, on its way, or put aside. A tag being removed may be added again. */
function knownNow(state: PopupState): KnownTags {
  const aside = chipsNow(state).flatMap((chip): KnownTag[] => {
    const name = chipChoice(chip)?.name;
    return name === undefined ? [] : [{ name, state: "aside" }];
  });
  const on = tagsOn(state).flatMap((tag): KnownTag[] => {
    if (tag.state === "removing") return [];
    return [{ name: tag.name, state: tag.state === "adding" ? "adding" : "carried" }];
  });
  return knownTags([...aside, ...on]);
}

export const rulesNow = (state: PopupState): Rules => ({
  index: state.index,
  connector: connectorFor(shownCandidate(state)),
  mayCreate: state.settings.mayCreateTags,
});

export const chipsNow = (state: PopupState): ReadChip[] => {
  const rules = rulesNow(state);
  return state.chips.map((chip) => readChip(chip, rules));
};
