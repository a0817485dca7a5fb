import { type Connector, connectorOf } from "../domain/connector";
import type { ShownCandidate } from "../domain/find";
import type { Job } from "../domain/job";
import { type CarriedTag, carriedTags, jobsOf } from "../domain/outbox/carried-tags";
import { chipChoice, type ReadChip, type Rules, readChip } from "./model/chips";
import { type KnownTag, type KnownTags, knownOn, knownTags } from "./model/known";
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

/**
 * Whether the rows are those that an arrow key means: the tag list is there, and what was entered before is decided. Rows
 * that stand there earlier are only some of them.
 */
export const areRowsFinal = ({ listSettled, pendingEntries }: PopupState): boolean =>
  listSettled && pendingEntries.every(({ choice }) => choice !== null);

/** Strictest rules where the system is not known yet. */
export const connectorFor = (shown: ShownCandidate | null): Connector =>
  (shown && connectorOf(shown.integrationId)) || "welcometothejungle";

export function jobsFor(shown: ShownCandidate | null, jobs: readonly Job[]): Job[] {
  return shown ? jobsOf(jobs, shown.integrationId, shown.candidate) : [];
}

export function tagsOn(state: PopupState, now = Date.now()): CarriedTag[] {
  const shown = shownCandidate(state);
  const jobs = jobsFor(shown, [...state.cleared, ...state.jobs]);
  return shown ? carriedTags(shown.candidate.tags, shown.asOf, jobs, now) : [];
}

/** What is typed for a tag: the blank that people type after a comma is no part of it. */
export const typedNow = ({ text, chips }: PopupState): string =>
  chips.some(({ from }) => from === "typing") ? text.trimStart() : text;

/** All that the rows of the list under the field follow from, for what is typed now. */
export function givenNow(state: PopupState): Given {
  const { index, uses, numbers, pins, sets, onPage, listSettled } = state;
  return {
    ...rulesNow(state),
    text: typedNow(state),
    index,
    recents: uses,
    numbers,
    pins,
    sets,
    onPage: onPage?.candidateId === shownCandidate(state)?.candidate.id ? (onPage?.names ?? []) : [],
    known: knownNow(state),
    listKnown: listSettled,
  };
}

/** The rows on screen; none is highlighted as long as others may come before it. */
export function rowsNow(state: PopupState): Rows {
  const rows = rowsFor(givenNow(state));
  return areRowsFinal(state) ? rows : { ...rows, first: -1 };
}

/** What is on the candidate, on its way (also if only the candidate is waited for), or put aside. */
function knownNow(state: PopupState): KnownTags {
  const aside = chipsNow(state).flatMap((chip): KnownTag[] => {
    const name = chipChoice(chip)?.name;
    return name === undefined ? [] : [{ name, state: "aside" }];
  });
  const entered = state.pendingEntries.flatMap(({ choice }) => (choice ? [choice.name] : []));
  const asked = [...entered, ...state.submitting].map((name): KnownTag => ({ name, state: "adding" }));
  return knownTags([...asked, ...aside, ...knownOn(tagsOn(state))]);
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
