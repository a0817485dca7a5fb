import { Notice } from "../../ui/Notice";
import { type TextKey, text } from "../../ui/text";
import { type Refusal, usePopup } from "../state";

const TEXTS: Record<Refusal, TextKey> = {
  "not-certain": "refusal_not_certain",
  "may-not-create": "refusal_may_not_create",
  "bad-name": "refusal_bad_name",
  "storage-full": "refusal_storage_full",
  "outbox-unreadable": "refusal_outbox_unreadable",
  "no-answer": "refusal_no_answer",
  "moved-on": "refusal_moved_on",
};

/** Why something asked for was not taken; the tags stay in view. */
export function RefusalNotice() {
  const refusal = usePopup((state) => state.refusal);
  return (
    <div role="alert">
      {refusal && (
        <div className="refusal">
          <Notice look="bad">
            <p>{text(TEXTS[refusal])}</p>
          </Notice>
        </div>
      )}
    </div>
  );
}
