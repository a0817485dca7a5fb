import { call } from "../messaging/call";
import { restoreFocus } from "./field";
import { find } from "./find";
import { rereadJobs } from "./load";
import { get, type Refusal, set } from "./state";

/** Takes a tag the candidate carries off, for everyone. Like adding, only for a person who is certain and still shown. */
export async function takeOff(tag: string): Promise<void> {
  const { result } = get();
  if (result?.kind !== "found") return;
  const { shown } = result;
  if (shown.certainty.level !== "sure") return set({ refusal: "not-certain" });
  set({ refusal: null, notice: null });
  const answer = await call("tags.remove", { shown, tag }).catch(() => null);
  if (answer?.ok) {
    set({ ownJobIds: new Set([...get().ownJobIds, ...answer.jobs]) });
    await rereadJobs();
    return restoreFocus();
  }
  const moved = answer?.because === "candidate-changed";
  const because = answer?.because === "refused" ? answer.reason : "no-answer";
  const refusal: Refusal = moved ? "moved-on" : because;
  // Whoever is open now is looked for: the tags on screen are somebody else's.
  if (moved) await find();
  set({ refusal });
}
