import type { ResolveTag } from "../../domain/batch/plan";
import type { FoundRow } from "../../domain/batch/row";
import type { Operation } from "../../domain/job";
import { classifyTagName, cleanName, existing, type Index, splitPaste, type TagName } from "../../domain/picker";
import type { Integration, Settings } from "../../domain/settings";
import { tagRuleProblem } from "../../domain/tag-rules/check";
import type { TagRuleProblem } from "../../domain/tag-rules/rules";

/** A tag as it was typed, and what it is in an integration it would go to; the least certain of them. */
export interface TypedTag {
  typed: string;
  is: TagName;
  /** What the company's rules have against it. */
  rule: TagRuleProblem | null;
  integration: Integration | null;
}

/** The names in a typed text; a comma inside an existing tag parts nothing. */
export function typedNames(text: string, index: Index): string[] {
  const parts = splitPaste(text, index) ?? [text];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

const ORDER: Record<TagName["kind"], number> = { bad: 0, near: 1, new: 2, existing: 3 };

const rankOf = ({ is, rule }: TypedTag): number => (rule === null ? ORDER[is.kind] : 0);

/** What the company's rules have against adding it; taking a tag away breaks none. */
function ruleAgainst(is: TagName, { settings, operation }: TagContext): TagRuleProblem | null {
  if (operation === "remove" || settings.tagRules === null || (is.kind !== "existing" && is.kind !== "new"))
    return null;
  return tagRuleProblem(settings.tagRules, is.name, {
    mayCreate: settings.mayCreateTags,
    exists: is.kind === "existing",
  });
}

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
    return [{ typed, is: chosen, rule: ruleAgainst(chosen, context), integration }];
  });
  const [least] = each.sort((a, b) => rankOf(a) - rankOf(b));
  return least ?? { typed, is: { kind: "bad", reason: "empty", names: [] }, rule: null, integration: null };
}

/** How a name is sent to an integration: as its list spells it, as a new one where that may be, or not at all. */
export function resolver(integrations: readonly Integration[], context: TagContext): ResolveTag {
  return (integrationId, tag) => {
    const integration = integrations.filter(({ id }) => id === integrationId);
    const { is, rule } = classify(tag, integration, context);
    if (rule !== null) return null;
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
