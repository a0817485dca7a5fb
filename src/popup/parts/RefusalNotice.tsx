import { Notice } from "../../ui/Notice";
import { type TextKey, text } from "../../ui/text";
import { type Refusal, usePopup } from "../state";

const TEXTS: Record<Refusal, TextKey> = {
  "not-certain": "refusal_not_certain",
  "may-not-create": "refusal_may_not_create",
  "bad-name": "refusal_bad_name",
  "not-allowed": "failure_tag_not_allowed_what",
  format: "failure_tag_format_what",
  forbidden: "failure_tag_forbidden_what",
  "by-hand-off": "failure_by_hand_off_what",
  "storage-full": "refusal_storage_full",
  "outbox-unreadable": "refusal_outbox_unreadable",
  "no-answer": "refusal_no_answer",
  "moved-on": "refusal_moved_on",
};

/** Why something asked for was not taken; the tags stay in view. */
export function RefusalNotice() {
  const refusal = usePopup((state) => state.refusal);
  const notes = usePopup((state) => state.notes);
  return (
    <div role="alert">
      {refusal && (
        <div className="refusal">
          <Notice look="bad">
            <p>{text(TEXTS[refusal])}</p>
          </Notice>
        </div>
      )}
      {notes.length > 0 && (
        <div className="refusal">
          <Notice look="warn">
            {notes.map(({ tag, note }) => (
              <p key={tag}>{text("note_of_company", tag, note)}</p>
            ))}
            <p>{text("note_next")}</p>
          </Notice>
        </div>
      )}
    </div>
  );
}
