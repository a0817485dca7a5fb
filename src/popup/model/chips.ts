import type { Connector } from "../../domain/connector";
import { classifyTagName, holdsExactly, type Index, type TagName } from "../../domain/picker";
import type { TagChoice } from "../../messaging/protocol";

/** A tag put aside before sending: from a paste of several, or entered when it was not clear yet which tag is meant. */
export interface Chip {
  typed: string;
  /** Known when a row of the list was taken; else the text is looked at anew each time, as the tag list fills in. */
  choice: TagChoice | null;
  /**
   * `paste`: a whole name of a pasted list, which may be new. `typing`: closed by a comma or semicolon, sent with the tag
   * in the field. Anything else typed is no name yet, and never becomes a new tag without another step.
   */
  from?: "paste" | "typing";
}

export interface Rules {
  index: Index;
  connector: Connector;
  mayCreate: boolean;
}

/** What a chip stands for now. `open`: the recruiter has to say which tag is meant, or that it is new. */
export type ChipTag = Exclude<TagName, { kind: "near" }> | { kind: "open"; names: string[] };

export type ReadChip = Chip & { tag: ChipTag };

export function readChip(chip: Chip, rules: Rules): ReadChip {
  return { ...chip, tag: tagOf(chip, rules) };
}

function tagOf({ typed, choice, from }: Chip, rules: Rules): ChipTag {
  const { index } = rules;
  if (choice && !choice.create && isStillThere(choice.name, index)) {
    return { kind: "existing", name: choice.name, create: null };
  }
  const tag = classifyTagName(choice?.name ?? typed, index, rules);
  // Creation was chosen although a similar tag exists: that step was the deliberate one.
  if (choice?.create && "create" in tag && tag.create !== null) return { kind: "new", name: tag.create };
  if (tag.kind === "existing") return tag;
  if (tag.kind === "bad") return tag.names.length > 0 ? { kind: "open", names: tag.names } : tag;
  if (tag.kind === "new" && (choice?.create || from === "paste")) return tag;
  return { kind: "open", names: tag.kind === "near" ? tag.names : [] };
}

/** A tag taken from a list goes as it was taken, unless the list now known lacks it: sending it would create it again. */
const isStillThere = (name: string, index: Index): boolean => index.names.length === 0 || holdsExactly(index, name);

/** What a chip sends; null when it cannot be sent as it is. */
export function chipChoice({ tag, choice }: ReadChip): TagChoice | null {
  const noted = choice?.noted && "name" in tag && choice.name === tag.name ? { noted: true as const } : {};
  switch (tag.kind) {
    case "existing":
      return { name: tag.name, create: false, ...noted };
    case "new":
      return { name: tag.name, create: true, ...noted };
    case "open":
    case "bad":
      return null;
  }
}

/** The choices of several chips, each name once. */
export function chipChoices(chips: readonly ReadChip[]): TagChoice[] {
  const choices = chips.map(chipChoice).filter((choice) => choice !== null);
  return [...new Map(choices.map((choice) => [choice.name, choice])).values()];
}
