import type { ShownCandidate } from "../domain/find";
import { call } from "../messaging/call";
import type { ApplyAnswer, TagChoice } from "../messaging/protocol";
import { isStorageError } from "../platform/storage-error";
import { addToInputDraft } from "../storage/input-drafts";
import { focusField } from "./field";
import { handedOverIds, storedIds } from "./intentions";
import { rereadJobs } from "./load";
import type { Chip } from "./model/chips";
import { shownCandidate } from "./selectors";
import { get, type Refusal, set } from "./state";
import { surface } from "./surface";

export const asChips = (tags: readonly TagChoice[]): Chip[] => tags.map((choice) => ({ typed: choice.name, choice }));

const STORAGE_FAILED = { ok: false, because: "refused", reason: "storage-full" } as const;

const putBack = (tags: readonly TagChoice[]) => set({ chips: [...get().chips, ...asChips(tags)] });

/** Gives tags to the background for exactly the candidate shown. What it does not take comes back into view. */
export async function submit(
  shown: ShownCandidate,
  tags: readonly TagChoice[],
  anyway = false,
  intentionIds: readonly string[] = [],
): Promise<void> {
  const names = tags.map(({ name }) => name);
  set({ refusal: null, notes: [], submitting: [...get().submitting, ...names] });
  // At once where there is nothing to wait for: the popup may be closed in the next moment.
  const handedOver = handedOverIds(intentionIds);
  const stored = handedOver.length > 0 ? await storedIds(handedOver) : [];
  const ask = (evenSo: boolean): Promise<ApplyAnswer | null> =>
    call("tags.apply", {
      shown,
      tags,
      ...(evenSo && { anyway: true }),
      ...(stored.length > 0 && { intentionIds: stored }),
    }).catch((error) => (isStorageError(error) ? STORAGE_FAILED : null));
  const first = await ask(anyway);
  const isChanged = first?.ok === false && first.because === "candidate-changed";
  const answer = isChanged && (await surface.hasLeft(shown)) ? await ask(true) : first;
  // Not taken, they come back into view or wait in a draft: nobody else may carry them out.
  if (!answer?.ok && stored.length > 0) void call("intentions.end", { ids: stored }).catch(() => undefined);
  await take(answer, shown, tags).finally(() =>
    set({ submitting: get().submitting.filter((name) => !names.includes(name)) }),
  );
}

async function take(answer: ApplyAnswer | null, shown: ShownCandidate, tags: readonly TagChoice[]): Promise<void> {
  const { ownJobIds, awaitingConfirmation, candidateChanged } = get();
  if (answer?.ok) {
    set({ ownJobIds: new Set([...ownJobIds, ...answer.jobs]) });
    // Stored, but nobody can see it, and it is not sent before there is room.
    if (!(await rereadJobs())) refuse(tags, "storage-full");
  } else if (!isOnScreen(shown) && (surface.stays || answer?.because !== "candidate-changed")) {
    // Somebody else is shown by now: what was typed waits for its own candidate.
    await addToInputDraft(shown, tags);
    surface.onKept(
      shown.candidate.name,
      tags.map(({ name }) => name),
    );
  } else if (answer?.because === "candidate-changed") {
    const same = candidateChanged?.shown.candidate.id === shown.candidate.id;
    if (candidateChanged && !same) void addToInputDraft(candidateChanged.shown, candidateChanged.tags);
    set({ candidateChanged: { now: answer.now, shown, tags: [...(same ? candidateChanged.tags : []), ...tags] } });
  } else if (answer?.because === "noted") {
    // Said once; the next Enter sends them.
    putBack(tags.map((tag) => ({ ...tag, noted: true as const })));
    set({ notes: answer.notes });
  } else if (answer?.reason === "not-certain") {
    set({ awaitingConfirmation: [...(awaitingConfirmation ?? []), ...tags] });
  } else {
    refuse(tags, answer?.reason ?? "no-answer");
  }
}

function refuse(tags: readonly TagChoice[], refusal: Refusal): void {
  putBack(tags);
  set({ refusal });
}

function isOnScreen({ candidate, integrationId }: ShownCandidate): boolean {
  const now = shownCandidate(get());
  return now?.candidate.id === candidate.id && now.integrationId === integrationId;
}

/** "Yes, this is the person": remembered, then what was held back is sent. */
export async function confirm(): Promise<void> {
  const { result, awaitingConfirmation, moving } = get();
  if (moving) set({ notice: { kind: "moving" } });
  if (result?.kind !== "found" || moving) return;
  const shown = await call("candidate.confirm", { shown: result.shown }).catch(() => null);
  if (!shown) return set({ refusal: "no-answer" });
  // The page changed meanwhile: what waited for this answer was kept for its candidate.
  if (!isOnScreen(shown)) return;
  set({ result: { kind: "found", shown }, awaitingConfirmation: null });
  focusField();
  if (awaitingConfirmation && awaitingConfirmation.length > 0) await submit(shown, awaitingConfirmation);
}

/** "No": nothing is sent; what was typed stays, and the recruiter names the person. */
export function deny(): void {
  putBack(get().awaitingConfirmation ?? []);
  set({ awaitingConfirmation: null, byHand: "not-this-one" });
}

/** The tags go to the candidate the popup showed although the tab moved on: the recruiter saw it and said so. */
export async function submitAnyway(): Promise<void> {
  const { candidateChanged } = get();
  set({ candidateChanged: null });
  if (candidateChanged) await submit(candidateChanged.shown, candidateChanged.tags, true);
}
