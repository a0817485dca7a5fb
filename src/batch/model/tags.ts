import type { ResolveTag } from "../../domain/batch/plan";
import type { FoundRow } from "../../domain/batch/row";
import type { Operation } from "../../domain/job";
import { classifyTagName, cleanName, existing, type Index, splitPaste, type TagName } from "../../domain/picker";
import type { Integration, Settings } from "../../domain/settings";

/** A tag as it was typed, and what it is in an integration it would go to; the least certain of them. */
export interface TypedTag {
  typed: string;
  is: TagName;
  integration: Integration | null;
}

/** The names in a typed text; a comma inside an existing tag parts nothing. */
export function typedNames(text: string, index: Index): string[] {
  const parts = splitPaste(text, index) ?? [text];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

const ORDER: Record<TagName["kind"], number> = { bad: 0, near: 1, new: 2, existing: 3 };

export interface TagContext {
  settings: Settings;
  operation: Operation;
  tagLists: ReadonlyMap<string, Index>;
  /** New names that the person decided to create although similar tags exist. */
  deliberate: ReadonlySet<string>;
}

/** What a name is in each of these integrations; the least certain answer stands for all. */
export function classify(typed: string, integrations: readonly Integration[], context: TagContext): TypedTag {
  const { settings, operation, tagLists, deliberate } = context;
  const mayCreate = settings.mayCreateTags && operation === "add";
  const each = integrations.flatMap((integration) => {
    const index = tagLists.get(integration.id);
    if (!index) return [];
    const is = classifyTagName(typed, index, { connector: integration.connector, mayCreate });
    const chosen: TagName = is.kind === "near" && deliberate.has(is.create) ? { kind: "new", name: is.create } : is;
    return [{ typed, is: chosen, integration }];
  });
  const [least] = each.sort((a, b) => ORDER[a.is.kind] - ORDER[b.is.kind]);
  return least ?? { typed, is: { kind: "bad", reason: "empty", names: [] }, integration: null };
}

/** How a name is sent to an integration: as its list spells it, as a new one where that may be, or not at all. */
export function resolver(integrations: readonly Integration[], context: TagContext): ResolveTag {
  return (integrationId, tag) => {
    const integration = integrations.filter(({ id }) => id === integrationId);
    const { is } = classify(tag, integration, context);
    if (is.kind === "existing") return { name: is.name, create: false };
    return is.kind === "new" ? { name: is.name, create: true } : null;
  };
}

/** All names that would be sent: those of the whole batch, and the rows' own. */
export function wantedNames(rows: readonly FoundRow[], batchNames: readonly string[]): string[] {
  const names = new Set<string>();
  for (const { row } of rows) for (const name of row.tags.length > 0 ? row.tags : batchNames) names.add(name);
  return [...names];
}

/** The one list of several integrations, for suggestions. */
export const spelling = (name: string, index: Index): string => existing(index, name) ?? cleanName(name);
