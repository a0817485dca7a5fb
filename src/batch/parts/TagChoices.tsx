import { failure } from "../../domain/failure";
import type { TagName } from "../../domain/picker";
import type { TextKey } from "../../platform/text";
import { Button } from "../../ui/Button";
import { failureText, text } from "../../ui/text";
import type { TypedTag } from "../model/tags";
import { get, set } from "../state";

const BAD_TEXT: Record<Extract<TagName, { kind: "bad" }>["reason"], TextKey> = {
  empty: "bad_empty",
  control: "bad_control",
  bidi: "bad_bidi",
  "too-long": "bad_too_long",
  comma: "bad_comma",
  "may-not-create": "batch_tag_unknown",
};

/** What the typed names are: the tag that exists, similar ones to choose from, a new one, or none at all. */
export function TagChoices({ tags }: { tags: readonly TypedTag[] }) {
  const shown = tags.filter(({ is, typed, rule }) => rule !== null || is.kind !== "existing" || is.name !== typed);
  if (shown.length === 0) return null;
  return (
    <ul className="stack" aria-live="polite">
      {shown.slice(0, 20).map((tag) => (
        <li key={tag.typed} className="row">
          <Choice {...tag} />
        </li>
      ))}
    </ul>
  );
}

/** Puts another name in the place of one in the field. */
function replace(typed: string, name: string): void {
  set({ tagText: get().tagText.replace(typed, name), confirming: null });
}

function Choice({ typed, is, rule }: TypedTag) {
  if (rule !== null)
    return <span>{text("labelled", text("batch_quoted", typed), failureText(failure(`tag-${rule}`)).what)}</span>;
  switch (is.kind) {
    case "existing":
      return <span>{text("batch_tag_is", typed, is.name)}</span>;
    case "new":
      return <span>{text("batch_tag_new", is.name)}</span>;
    case "near":
      return (
        <>
          <span>{text("batch_tag_near", typed)}</span>
          {is.names.map((name) => (
            <Button key={name} onClick={() => replace(typed, name)}>
              {name}
            </Button>
          ))}
          <Button look="quiet" onClick={() => set({ deliberate: new Set([...get().deliberate, is.create]) })}>
            {text("batch_tag_create", is.create)}
          </Button>
        </>
      );
    default:
      return (
        <>
          <span>{text(BAD_TEXT[is.reason], typed)}</span>
          {is.names.map((name) => (
            <Button key={name} onClick={() => replace(typed, name)}>
              {name}
            </Button>
          ))}
        </>
      );
  }
}
