import { useEffect } from "react";
import { atsNameOf } from "../../domain/connector";
import type { ShownCandidate } from "../../domain/find";
import { failureText, text } from "../../ui/text";
import { sentence } from "../model/sentence";
import { type Outcome, outcomesNow } from "../outcomes";
import { canType, shownCandidate } from "../selectors";
import { usePopup } from "../state";

/**
 * What assistive technology reads out: who is being tagged, once, and each outcome with its reason. It stands beside what
 * is seen, which shows the latest only.
 */
export function Said() {
  const state = usePopup();
  const typing = canType(state);
  const shown = typing ? shownCandidate(state) : null;
  const name = shown && nameOf(shown);
  useEffect(() => {
    document.title = name ? text("title_tagging", name) : text("extension_name");
  }, [name]);
  return (
    <div className="unseen">
      <p role="status" id="who-said">
        {shown && text("now_tagging", nameOf(shown), atsNameOf(shown.integrationId) ?? text("ats_generic"))}
      </p>
      <div role="status" id="said">
        {typing && outcomesNow(state).map((one) => <p key={one.job.id}>{inWords(one)}</p>)}
      </div>
    </div>
  );
}

/** What a candidate is called on screen. */
export const nameOf = ({ candidate, nameHidden }: ShownCandidate): string =>
  candidate.name || text(nameHidden ? "name_hidden" : "name_unknown");

/** In one piece: a changed piece of a sentence would be read alone. */
function inWords({ job, reason, saidAbove, forOther, set }: Outcome): string {
  const said = sentence(job, reason, forOther, set);
  if (!reason || saidAbove) return said;
  return `${said}. ${reasonInWords(reason, job.target.integrationId)}`;
}

/** Why something waits or failed, and what to do. */
export function reasonInWords(reason: NonNullable<Outcome["reason"]>, integrationId: string): string {
  if (reason.kind === "settling") return text("reason_settling");
  const { what, next, who } = failureText(reason.failure, atsNameOf(integrationId));
  return [what, next, who].filter(Boolean).join(" ");
}
