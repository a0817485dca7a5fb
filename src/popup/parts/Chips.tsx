import { Button } from "../../ui/Button";
import { plural, text } from "../../ui/text";
import { focusField } from "../field";
import { chipChoice, type JudgedChip } from "../model/chips";
import { canType, chipsNow } from "../selectors";
import { set, usePopup } from "../state";
import { BAD } from "./bad-names";

/** Tags put aside before sending: each with what it would do, all sent by Enter. */
export function Chips() {
  usePopup((state) => state.chips);
  usePopup((state) => state.index);
  const typing = usePopup(canType);
  const chips = chipsNow(usePopup.getState());
  if (chips.length === 0 || !typing) return null;
  const sendable = chips.filter((chip) => chipChoice(chip)).length;
  return (
    <section className="chips" aria-label={text("chips_title")}>
      <ul className="tag-list">
        {chips.map((chip, at) => (
          // The same text may stand there twice, and chips only go away or come at the end.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <ChipPill key={at} chip={chip} at={at} />
        ))}
      </ul>
      <p className="small muted">{plural("chips_hint", sendable)}</p>
    </section>
  );
}

function ChipPill({ chip, at }: { chip: JudgedChip; at: number }) {
  const { judgement, typed } = chip;
  const name = chipChoice(chip)?.name ?? typed;
  const remove = () => {
    const { chips } = usePopup.getState();
    set({ chips: chips.filter((_, other) => other !== at) });
    focusField();
  };
  return (
    <li
      className={`tag chip chip-${judgement.kind}`}
      title={judgement.kind === "bad" ? text(BAD[judgement.reason]) : name}
    >
      <span className="chip-name">{name}</span>
      {judgement.kind === "new" && <span className="badge">{text("new_tag")}</span>}
      {judgement.kind === "near" && <span className="badge">{text("chip_instead", typed)}</span>}
      {judgement.kind === "bad" && <span className="badge">{text(BAD[judgement.reason])}</span>}
      <Button look="quiet" aria-label={text("chip_remove", name)} onClick={remove}>
        <span aria-hidden="true">×</span>
      </Button>
    </li>
  );
}
