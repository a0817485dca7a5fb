import { useEffect } from "react";
import { groupOf, type Row, rowKey } from "../../popup/model/row";
import type { Rows } from "../../popup/model/rows";
import { sectionsOf, topOf } from "../../popup/model/window";
import { Group } from "../../popup/parts/Group";
import { Option, optionId } from "../../popup/parts/Option";
import { text } from "../../ui/text";
import type { Practice } from "./practice";

interface Props {
  practice: Practice;
  rows: Rows;
  active: number;
  onTake: (row: Row) => void;
}

/** The list under the practice field: the popup's rows, few enough to be all in the page. */
export function PracticeList({ practice, rows: { rows }, active, onTake }: Props) {
  useEffect(() => {
    if (active >= 0) document.getElementById(optionId(active))?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const sections = sectionsOf(rows, practice.text.trim() ? () => undefined : groupOf);
  return (
    <div className="practice-list">
      {rows.length > 0 && (
        <div
          id="practice-tags"
          role="listbox"
          aria-label={text("suggestions")}
          className="list"
          // Otherwise browsers make a Tab stop of what scrolls; its keys are the field's.
          tabIndex={-1}
          // Keeps the focus in the field when a row is pressed.
          onMouseDown={(event) => event.preventDefault()}
        >
          <div role="presentation" style={{ height: topOf(sections, rows.length) }}>
            {sections.map((section) => (
              <Group key={section.group ?? ""} section={section} top={topOf(sections, section.from)}>
                {rows.slice(section.from, section.to).map((row, at) => (
                  <Option
                    key={rowKey(row)}
                    row={row}
                    at={section.from + at}
                    top={topOf(sections, section.from + at)}
                    count={rows.length}
                    active={section.from + at === active}
                    shortcut={row.number ?? 0}
                    uses={practice.uses.find(({ name }) => name === row.name)?.count ?? 0}
                    pinDigit={null}
                    onTake={onTake}
                    onPoint={() => undefined}
                  />
                ))}
              </Group>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
