import type { Shown } from "../domain/find";
import { call } from "../messaging/call";
import type { ApplyAnswer, TagChoice } from "../messaging/protocol";
import { addToDraft } from "../storage/drafts";
import { focusField } from "./field";
import { rereadJobs } from "./load";
import type { Chip } from "./model/chips";
import { get, set } from "./state";
import { shownOf } from "./views";

export const asChips = (tags: readonly TagChoice[]): Chip[] => tags.map((choice) => ({ typed: choice.name, choice }));

const putBack = (tags: readonly TagChoice[]) => set({ chips: [...get().chips, ...asChips(tags)] });

/** Gives tags to the background for exactly the candidate shown. What it does not take comes back into view. */
export async function give(shown: Shown, tags: readonly TagChoice[], anyway = false): Promise<void> {
  set({ refusal: null });
  const answer = await call("tags.apply", { shown, tags, ...(anyway && { anyway }) }).catch(() => null);
  take(answer, shown, tags);
}

function take(answer: ApplyAnswer | null, shown: Shown, tags: readonly TagChoice[]): void {
  const { own, asked, moved } = get();
  if (answer?.ok) {
    set({ own: new Set([...own, ...answer.jobs]) });
    void rereadJobs();
  } else if (answer?.because === "moved") {
    const same = moved?.shown.candidate.id === shown.candidate.id;
    if (moved && !same) void addToDraft(moved.shown, moved.tags);
    set({ moved: { now: answer.now, shown, tags: [...(same ? moved.tags : []), ...tags] } });
  } else if (!isOnScreen(shown)) {
    // The popup shows somebody else by now: what was typed waits for its own candidate.
    void addToDraft(shown, tags);
  } else if (answer?.reason === "not-certain") {
    set({ asked: [...(asked ?? []), ...tags] });
  } else {
    putBack(tags);
    set({ refusal: answer?.reason ?? "no-answer" });
  }
}

function isOnScreen({ candidate, integrationId }: Shown): boolean {
  const now = shownOf(get());
  return now?.candidate.id === candidate.id && now.integrationId === integrationId;
}

/** "Yes, this is the person": remembered, then what was held back is sent. */
export async function confirm(): Promise<void> {
  const { result, asked } = get();
  if (result?.is !== "found") return;
  const shown = await call("candidate.confirm", { shown: result.shown }).catch(() => null);
  if (!shown) return set({ refusal: "no-answer" });
  set({ result: { is: "found", shown }, asked: null });
  focusField();
  if (asked && asked.length > 0) await give(shown, asked);
}

/** "No": nothing is sent; what was typed stays, and the recruiter names the person. */
export function deny(): void {
  putBack(get().asked ?? []);
  set({ asked: null, byHand: "not-this-one" });
}

/** The tags go to the candidate the popup showed although the tab moved on: the recruiter saw it and said so. */
export async function giveAnyway(): Promise<void> {
  const { moved } = get();
  set({ moved: null });
  if (moved) await give(moved.shown, moved.tags, true);
}
