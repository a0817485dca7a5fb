import { Fragment, type MouseEvent } from "react";
import { plural, text } from "../../ui/text";
import { isKnown, type Row } from "../model/row";

export const optionId = (at: number): string => `tag-${at}`;

interface Props {
  row: Row;
  at: number;
  /** Where it begins in the list, in pixels. */
  top: number;
  count: number;
  active: boolean;
  /** The digit that takes it together with Alt; 0 for none. */
  shortcut: number;
  /** How often it was used; 0 for never. */
  uses: number;
  /** The digit its pin gives it, or takes away; null where it cannot be pinned. */
  pinDigit: number | null;
  onPin?: (row: Row, digit: number) => unknown;
  onTake: (row: Row) => void;
  onPoint: () => void;
}

/** One row of the list. Focus stays in the field, which names the active row. */
export function Option({ row, at, top, count, active, shortcut, uses, pinDigit, onPin, onTake, onPoint }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, by the combobox pattern
    <div
      id={optionId(at)}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-setsize={count}
      aria-posinset={at + 1}
      aria-keyshortcuts={shortcut > 0 ? `Alt+${shortcut}` : undefined}
      className={`option option-${row.kind}`}
      style={{ top }}
      title={explained(row, uses)}
      onClick={() => onTake(row)}
      // A list that moves under a resting mouse is not pointing.
      onMouseMove={({ movementX, movementY }) => (movementX !== 0 || movementY !== 0) && onPoint()}
    >
      <span className="option-name">
        <Name row={row} />
      </span>
      {row.kind === "carried" && <span className="badge">{text("already_there")}</span>}
      {row.kind === "adding" && <span className="badge">{text("tag_adding")}</span>}
      {row.kind === "aside" && <span className="badge">{text("put_aside")}</span>}
      {row.set && <span className="uses">{plural("set_tags", row.set.tags.length)}</span>}
      {uses > 1 && !isKnown(row) && (
        <span className="uses" aria-hidden="true">
          {text("used_short", uses)}
        </span>
      )}
      {shortcut > 0 && (
        <span className="shortcut" aria-hidden="true">
          {text("alt_digit", shortcut)}
        </span>
      )}
      {pinDigit !== null && <PinMark row={row} digit={pinDigit} onPin={onPin} />}
    </div>
  );
}

/** For the mouse; the keys have Alt, Shift and the digit, as the line under the list says. */
function PinMark({ row, digit, onPin }: { row: Row; digit: number; onPin: Props["onPin"] }) {
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    onPin?.(row, digit);
  };
  return (
    <span
      className={row.isPinned ? "pin pin-on" : "pin"}
      aria-hidden="true"
      title={text(row.isPinned ? "unpin_from" : "pin_to", text("alt_digit", digit))}
      onClick={onClick}
    >
      <svg viewBox="0 0 12 16" aria-hidden="true">
        <path d="M3 1h6L8 6l3 3H1l3-3zM6 9v6" />
      </svg>
    </span>
  );
}

function explained({ name, set }: Row, uses: number): string {
  return [name, set?.tags.join(", "), uses > 1 && text("used_times", uses)].filter(Boolean).join("\n");
}

function Name({ row }: { row: Row }) {
  if (row.kind === "create") return text("create_row", row.name);
  if (row.kind === "near") return text("use_row", row.name);
  const pieces = row.marks.reduce<{ at: number; parts: { text: string; marked: boolean; at: number }[] }>(
    ({ at, parts }, [start, end]) => ({
      at: end,
      parts: [
        ...parts,
        { text: row.name.slice(at, start), marked: false, at },
        { text: row.name.slice(start, end), marked: true, at: start },
      ],
    }),
    { at: 0, parts: [] },
  );
  return (
    <>
      {pieces.parts.map((part) => (
        <Fragment key={`${part.at}${part.marked}`}>{part.marked ? <mark>{part.text}</mark> : part.text}</Fragment>
      ))}
      {row.name.slice(pieces.at)}
    </>
  );
}
