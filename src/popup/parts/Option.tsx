import { Fragment } from "react";
import { type TextKey, text } from "../../ui/text";
import type { Row, RowGroup } from "../model/row";

/** The headings in the list. */
export const GROUP_TITLES: Record<RowGroup, TextKey> = { recent: "group_recent", all: "group_all" };

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
  onTake: (row: Row) => void;
  onPoint: () => void;
}

/** One row of the list. Focus stays in the field, which names the active row. */
export function Option({ row, at, top, count, active, shortcut, onTake, onPoint }: Props) {
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
      title={row.name}
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
      {shortcut > 0 && (
        <span className="shortcut" aria-hidden="true">
          {text("alt_digit", shortcut)}
        </span>
      )}
    </div>
  );
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
