import { CONNECTORS, type Connector, type NewTagLimits } from "./connector";

/** What may become of a new tag. `becomes`: the name the system may make of it. */
export type TagWarning =
  | { kind: "existing-only" }
  | { kind: "changed"; becomes: string }
  | { kind: "ignored"; from: number }
  | { kind: "split" };

/** What to say before a new tag of this name goes to a system; empty when nothing is known against it. */
export function tagWarnings(connector: Connector, name: string): TagWarning[] {
  const { newTags: limits = {}, splitsAtComma } = CONNECTORS[connector];
  const warnings: TagWarning[] = [];
  if (limits.refused) warnings.push({ kind: "existing-only" });
  const becomes = spelling(name, limits);
  if (limits.ignoredFrom && [...becomes].length >= limits.ignoredFrom) {
    warnings.push({ kind: "ignored", from: limits.ignoredFrom });
  } else if (becomes !== name) warnings.push({ kind: "changed", becomes });
  if (splitsAtComma && name.includes(",")) warnings.push({ kind: "split" });
  return warnings;
}

function spelling(name: string, { cutAtBlank, lowerCased }: NewTagLimits): string {
  const kept = cutAtBlank ? (name.split(/\s/)[0] ?? "") : name;
  return lowerCased ? kept.toLowerCase() : kept;
}
