import { tagWarnings } from "../../domain/tag-warnings";
import { Button } from "../../ui/Button";
import { plural, text } from "../../ui/text";
import { reopenChip } from "../chips";
import { focusField } from "../field";
import { chipChoice, type ReadChip } from "../model/chips";
import { canType, chipsNow, rulesNow } from "../selectors";
import { set, usePopup } from "../state";
import { BAD } from "./bad-names";
import { warningText } from "./Hint";

/** Tags put aside before sending: each with what it would do. Enter sends those that are decided. */
export function Chips() {
  usePopup((state) => state.chips);
  usePopup((state) => state.index);
  const typing = usePopup(canType);
  const chips = chipsNow(usePopup.getState());
  if (chips.length === 0 || !typing) return null;
  const sendable = chips.filter((chip) => chipChoice(chip)).length;
  const open = chips.some((chip) => chip.tag.kind === "open");
  return (
    <section className="chips" aria-label={text("chips_title")}>
      <ul className="tag-list">
        {chips.map((chip, at) => (
          // The same text may stand there twice, and chips only go away or come at the end.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <ChipPill key={at} chip={chip} at={at} />
        ))}
      </ul>
      <p className="small muted">{sendable > 0 || !open ? plural("chips_hint", sendable) : text("chips_hint_open")}</p>
    </section>
  );
}

function ChipPill({ chip, at }: { chip: ReadChip; at: number }) {
  const { tag, typed } = chip;
  const name = chipChoice(chip)?.name ?? typed;
  const leave = (how: () => void) => {
    how();
    focusField();
  };
  const remove = () => set({ chips: usePopup.getState().chips.filter((_, other) => other !== at) });
  return (
    <li className={`tag chip chip-${tag.kind}`} title={explained(chip) ?? name}>
      <span className="chip-name">{name}</span>
      {tag.kind === "new" && <span className="badge">{text("new_tag")}</span>}
      {tag.kind === "open" && (
        <Button look="quiet" className="badge" onClick={() => leave(() => reopenChip(at))}>
          {tag.names[0] ? text("chip_similar", tag.names[0]) : text("chip_choose")}
        </Button>
      )}
      {tag.kind === "bad" && <span className="badge">{text(BAD[tag.reason])}</span>}
      <Button
        look="quiet"
        data-pill
        aria-label={text("chip_remove", name)}
        onKeyDown={(event) => {
          if (event.key !== "Delete" && event.key !== "Backspace") return;
          event.preventDefault();
          if (!event.repeat) leave(remove);
        }}
        onClick={() => leave(remove)}
      >
        <span aria-hidden="true">×</span>
      </Button>
    </li>
  );
}

/** Why the chip cannot be sent, or what may become of it. */
function explained({ tag }: ReadChip): string | null {
  if (tag.kind === "bad") return text(BAD[tag.reason]);
  if (tag.kind !== "new") return null;
  const warnings = tagWarnings(rulesNow(usePopup.getState()).connector, tag.name);
  return warnings.length > 0 ? [tag.name, ...warnings.map(warningText)].join("\n") : null;
}
