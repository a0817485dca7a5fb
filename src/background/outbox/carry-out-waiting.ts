import { onDemand } from "../load";
import { notifyHeld } from "../notify/nothing-sent";
import { applyTags } from "./apply";
import { waitingIntentions } from "./intention-store";

/** Carries out what was entered in popups that are closed by now, if anything was; tells of what is held. */
export async function carryOutWaiting(): Promise<void> {
  try {
    if ((await waitingIntentions()).length === 0) return;
    await (await onDemand()).carryOutIntentions(applyTags, notifyHeld);
  } catch (error) {
    console.error("Quicktag could not carry out what was entered", error);
  }
}
