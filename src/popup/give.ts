import type { Shown } from "../domain/find";
import { call } from "../messaging/call";
import type { ApplyAnswer, TagChoice } from "../messaging/protocol";
import { focusField } from "./field";
import { rereadJobs } from "./load";
import type { Chip } from "./model/chips";
import { get, type Refusal, set } from "./state";

export const asChips = (tags: readonly TagChoice[]): Chip[] => tags.map((choice) => ({ typed: choice.name, choice }));

const putBack = (tags: readonly TagChoice[]) => set({ chips: [...get().chips, ...asChips(tags)] });

const refuse = (refusal: Refusal, tags: readonly TagChoice[]): void => {
  putBack(tags);
  set({ refusal });
};

/** Gives tags to the background for exactly the candidate shown. What it does not take comes back into view. */
export async function give(shown: Shown, tags: readonly TagChoice[], anyway = false): Promise<void> {
  set({ refusal: null });
  const answer = await call("tags.apply", { shown, tags, ...(anyway && { anyway }) }).catch(() => null);
  if (!answer) return refuse("no-answer", tags);
  take(answer, tags);
}

function take(answer: ApplyAnswer, tags: readonly TagChoice[]): void {
  if (answer.ok) {
    set({ own: new Set([...get().own, ...answer.jobs]) });
    void rereadJobs();
  } else if (answer.because === "moved") set({ moved: { now: answer.now, tags } });
  else if (answer.reason === "not-certain") set({ asked: tags });
  else refuse(answer.reason, tags);
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
  const { moved, result } = get();
  set({ moved: null });
  if (moved && result?.is === "found") await give(result.shown, moved.tags, true);
}
