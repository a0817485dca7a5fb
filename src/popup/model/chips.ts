import type { Connector } from "../../domain/connector";
import { type Index, type Judgement, judge } from "../../domain/picker";
import type { TagChoice } from "../../messaging/protocol";

/** A tag put aside before sending: from a paste of several, or entered when it was not clear yet which tag is meant. */
export interface Chip {
  typed: string;
  /** Known when a row of the list was taken; else the text is judged anew each time, as the tag list fills in. */
  choice: TagChoice | null;
}

export interface Rules {
  index: Index;
  connector: Connector;
  mayCreate: boolean;
}

export type JudgedChip = Chip & { judgement: Judgement };

export function judged(chip: Chip, { index, connector, mayCreate }: Rules): JudgedChip {
  if (chip.choice && !chip.choice.create) return { ...chip, judgement: { kind: "existing", name: chip.choice.name } };
  const judgement = judge(chip.typed, index, { connector, mayCreate });
  // Creation was chosen although a similar tag exists: that step was the deliberate one.
  if (chip.choice && judgement.kind === "near") return { ...chip, judgement: { kind: "new", name: judgement.create } };
  return { ...chip, judgement };
}

/** What a chip sends; null when it cannot be sent. One that nearly matches uses the existing tag. */
export function chipChoice({ judgement }: JudgedChip): TagChoice | null {
  switch (judgement.kind) {
    case "existing":
      return { name: judgement.name, create: false };
    case "near":
      return { name: judgement.names[0] ?? judgement.create, create: judgement.names.length === 0 };
    case "new":
      return { name: judgement.name, create: true };
    case "bad":
      return null;
  }
}

/** The choices of several chips, each name once. */
export function chipChoices(chips: readonly JudgedChip[]): TagChoice[] {
  const choices = chips.map(chipChoice).filter((choice) => choice !== null);
  return [...new Map(choices.map((choice) => [choice.name, choice])).values()];
}
