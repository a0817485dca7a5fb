import { tagRuleProblem } from "../../domain/tag-rules/check";
import { type TagWarning, tagWarnings } from "../../domain/tag-warnings";
import { listed, text } from "../../ui/text";
import { type Row, rowKey } from "../model/row";
import type { Rows } from "../model/rows";
import { rulesNow } from "../selectors";
import { type Notice, usePopup } from "../state";
import { BAD } from "./bad-names";

const FAILED = { "not-fetched": "list_failed", "not-kept": "list_not_kept" } as const;

/** What the company's rules have against a new tag. */
const RULES = {
  unwritable: "failure_tag_unwritable_what",
  "not-allowed": "failure_tag_not_allowed_what",
  format: "failure_tag_format_what",
  forbidden: "failure_tag_forbidden_what",
  "not-yours": "failure_tag_not_yours_what",
} as const;

/** Under the field: why the text is no tag, what Enter has to say, what may become of a new tag, or that the list lacks. */
export function Hint({ rows: { rows, first, bad } }: { rows: Rows }) {
  const notice = usePopup((state) => state.notice);
  const active = usePopup((state) => state.active);
  const failed = usePopup((state) => (state.index.names.length === 0 ? state.listFailed : null));
  const problem = bad && (rows.length === 0 || bad === "may-not-create") && first < 0 ? text(BAD[bad]) : null;
  const creation = creationInView(rows, first, active);
  const warnings = creation ? tagWarnings(rulesNow(usePopup.getState()).connector, creation.name) : [];
  const { tagRules } = usePopup.getState().settings;
  const against = creation && tagRules && tagRuleProblem(tagRules, creation.name, { mayCreate: true, exists: false });
  const said = notice
    ? noticeText(notice)
    : against
      ? text(RULES[against])
      : warnings.length > 0
        ? warnings.map(warningText).join(" ")
        : null;
  return (
    <p
      id="tag-hint"
      className={`small ${problem ? "field-problem" : said && notice?.kind !== "pinned" ? "field-warning" : "muted"}`}
      role={problem ? "alert" : "status"}
    >
      {problem ?? said ?? (failed ? text(FAILED[failed]) : active !== null && !creation ? text("pin_hint") : null)}
    </p>
  );
}

/** The row that would make a new tag, when it is the one Enter takes or leads to. */
function creationInView(rows: readonly Row[], first: number, active: string | null): Row | undefined {
  const row = rows.find((one) => one.kind === "create");
  return row && (active === null ? first < 0 : active === rowKey(row)) ? row : undefined;
}

function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case "moving":
      return text("notice_moving");
    case "already-there":
      return text("notice_already_there", notice.name);
    case "row-gone":
      return text("notice_row_gone");
    case "choose":
      return text("notice_choose");
    case "set-missing":
      return text("notice_set_missing", notice.set, listed(notice.tags));
    case "pinned":
      return notice.name === null
        ? text("notice_unpinned", text("alt_digit", notice.digit))
        : text("notice_pinned", text("alt_digit", notice.digit), notice.name);
  }
}

/** What may become of a new tag in the candidate's system. */
export function warningText(warning: TagWarning): string {
  switch (warning.kind) {
    case "existing-only":
      return text("warn_existing_only");
    case "changed":
      return text("warn_changed", warning.becomes);
    case "ignored":
      return text("warn_ignored", warning.from);
    case "split":
      return text("bad_comma");
  }
}
