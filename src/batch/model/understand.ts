import { detect } from "../../ats/detect";
import { RULES } from "../../ats/index";
import { understandPasted } from "../../ats/pasted";
import { matchPattern } from "../../ats/url-patterns";
import { type ColumnRole, cellsByRole, tagsInCell } from "../../domain/batch/columns";
import type { BatchRow, NotAsked, RowAsk, RowOrigin } from "../../domain/batch/row";
import type { AtsReference } from "../../domain/candidate";
import { type Connector, connectorsOf } from "../../domain/connector";
import { looksLikeName, parseName } from "../../domain/identity/names";
import type { Integration } from "../../domain/settings";
import { bindingKey } from "../../storage/binding-key";
import type { Binding, LearnedPattern } from "../../storage/schema";

/** What a row is understood by, besides itself. */
export interface Surroundings {
  integrations: readonly Integration[];
  /** The integration the person chose for what does not say its own. */
  picked: string | null;
  bindings: readonly Binding[];
  patterns: readonly LearnedPattern[];
}

/** A row of the input before it is understood. */
export interface RawRow {
  row: number;
  cells: readonly string[];
  origin: RowOrigin;
}

/** Whom a row names. */
interface Named {
  reference: AtsReference;
  asks: readonly RowAsk[];
  connectors: readonly Connector[] | null;
  /** The integration a learned address belongs to. */
  learnedFor?: string;
  isTrustedHost: boolean;
}

const NOBODY: AtsReference = { ats: null, tenant: null, lookups: [] };
const LONGEST_TEXT = 120;

/** What a row of a list, or of a table with these columns, says: whom, by what, and with which integration to ask. */
export function understandRow(raw: RawRow, roles: readonly ColumnRole[] | null, around: Surroundings): BatchRow {
  const cells = roles ? cellsByRole(raw.cells, roles) : {};
  const free = roles ? "" : raw.cells.join(" ").trim();
  const named = roles ? byCells(cells, around) : byText(free, around);
  const name = roles ? nameOf(cells) : nameBeside(free);
  const base = {
    row: raw.row,
    text: raw.cells
      .filter((cell) => cell.trim() !== "")
      .join(" · ")
      .slice(0, LONGEST_TEXT),
    name,
    nameIsField: raw.origin === "text" && name !== "",
    tags: tagsInCell(cells.tag ?? ""),
    origin: raw.origin,
  };
  if (typeof named === "string") return { ...base, ...nobody(named) };
  const { reference, asks, isTrustedHost } = named;
  // Nothing leaves the browser for a host that only looks like a known system, where a page or markup named it.
  if (!isTrustedHost && raw.origin !== "text") return { ...base, ...nobody("new-host"), isTrustedHost };
  const chosen = integrationFor(named, around);
  if (typeof chosen === "string") return { ...base, ...nobody(chosen), reference, isTrustedHost };
  return { ...base, reference, asks, why: null, isTrustedHost, ...chosen };
}

const nobody = (why: NotAsked) => ({
  reference: null,
  asks: [],
  why,
  integrationId: null,
  boundTo: null,
  isOldBinding: false,
  isPicked: false,
  isTrustedHost: true,
});

/** Which integration answers: the one a tenant is bound to, the only one that fits, else the one the person chose. */
function integrationFor({ reference, connectors, learnedFor }: Named, around: Surroundings) {
  const { integrations, picked, bindings } = around;
  const fitting = integrations.filter((one) => connectors === null || connectors.includes(one.connector));
  if (fitting.length === 0) return "no-integration";
  const { ats, tenant } = reference;
  const binding = ats === null ? undefined : bindings.find(({ key }) => key === bindingKey(ats, tenant));
  const bound = fitting.find(({ id }) => id === binding?.integrationId);
  const own = learnedFor ? fitting.find(({ id }) => id === learnedFor) : bound;
  const only = fitting.length === 1 ? fitting[0] : undefined;
  const chosen = own ?? only ?? fitting.find(({ id }) => id === picked);
  if (!chosen) return "pick-integration";
  return {
    integrationId: chosen.id,
    boundTo: bound?.id ?? null,
    isOldBinding: binding?.fromVersion1 === true,
    isPicked: chosen.id === picked,
  };
}

/** By the columns of a table: what says most for certain comes first. */
function byCells(cells: Partial<Record<ColumnRole, string>>, around: Surroundings): Named | NotAsked {
  if (cells.link) {
    const named = byText(cells.link, around);
    if (typeof named !== "string" || !(cells.kombo || cells.id || cells.application || cells.email)) return named;
  }
  const asks: RowAsk[] = [
    ...(cells.kombo ? [{ by: "kombo" as const, value: cells.kombo }] : []),
    ...(cells.id ? [{ by: "candidate" as const, value: plainId(cells.id) }] : []),
    ...(cells.application ? [{ by: "application" as const, value: plainId(cells.application) }] : []),
  ];
  if (asks.length > 0) return byIds(asks);
  if (cells.email) return byText(cells.email, around);
  return cells.name || cells.first || cells.last ? "name-only" : "empty";
}

/** Spreadsheets part the digits of large numbers, and keep an id as text behind an apostrophe. */
function plainId(cell: string): string {
  const text = cell.replace(/^'/, "").trim();
  return /^\d{1,3}(?:[,.'’ \u00a0]\d{3})+$/.test(text) ? text.replace(/\D/g, "") : text;
}

function byIds(asks: readonly RowAsk[]): Named {
  const lookups = asks.flatMap(({ by, value }) =>
    by === "candidate" || by === "application" ? [{ by, value } as const] : [],
  );
  return { reference: { ...NOBODY, lookups }, asks, connectors: null, isTrustedHost: true };
}

/** By anything a person pastes to name somebody. */
function byText(text: string, around: Surroundings): Named | NotAsked {
  const pasted = understandPasted(text);
  switch (pasted.kind) {
    case "link":
      return byLink(pasted.href, around);
    case "email":
      return {
        reference: { ...NOBODY, lookups: [{ by: "email", value: pasted.address }] },
        asks: [{ by: "email", value: pasted.address }],
        connectors: null,
        isTrustedHost: true,
      };
    case "id":
      return byIds([
        { by: "candidate", value: pasted.id },
        { by: "application", value: pasted.id },
      ]);
    case "kombo-id":
      return byIds([
        { by: "kombo", value: pasted.id },
        { by: "candidate", value: pasted.id },
      ]);
    case "several":
      return "several-named";
    case "name":
      return "name-only";
    default:
      return pasted.kind;
  }
}

function byLink(href: string, { bindings, patterns }: Surroundings): Named | NotAsked {
  const found = detect(RULES, href);
  if (found.kind === "no-candidate") return "no-candidate-link";
  if (found.kind !== "candidate") return byPattern(href, patterns) ?? "unknown-link";
  const { reference, rule } = found;
  const asks = reference.lookups.flatMap(({ by, value, needsPageMatch }): RowAsk[] =>
    by === "email"
      ? []
      : [{ by, value, ...((needsPageMatch || found.needsPage) && { needsPageMatch: true as const }) }],
  );
  if (asks.length === 0) return "no-candidate-link";
  const isKnown = bindings.some(({ key }) => key === bindingKey(reference.ats, reference.tenant));
  const isTrustedHost = found.hostTrust === "vendor" || isKnown;
  return { reference, asks, connectors: connectorsOf(rule.id), isTrustedHost };
}

/** An address whose form was learned from an earlier confirmed search. */
function byPattern(href: string, patterns: readonly LearnedPattern[]): Named | null {
  for (const pattern of patterns) {
    const value = matchPattern(pattern, href);
    if (value === null) continue;
    const ask = { by: pattern.by, value };
    return {
      reference: { ats: pattern.ats, tenant: pattern.host, lookups: [ask] },
      asks: [ask],
      connectors: null,
      learnedFor: pattern.integrationId,
      isTrustedHost: true,
    };
  }
  return null;
}

function nameOf({ name, first, last }: Partial<Record<ColumnRole, string>>): string {
  return [first, last].filter(Boolean).join(" ") || (name ?? "");
}

/** None reaches over a separator: the name may stand right behind it. */
const IDENTIFIERS = /<[^<>]*>|[^\s;,|]*@[^\s;,|]*|https?:\/\/[^\s;,|]+|[^\s;,|]*\d[^\s;,|]*/g;

/** The name that stands beside an address, a link or an id; empty where what is left looks like none. */
function nameBeside(text: string): string {
  const rest = text
    .replace(IDENTIFIERS, " ")
    .replace(/["“”„'’()[\];|\t]+|[,:–—-]+(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const name = rest === "" ? null : parseName(rest);
  return name && looksLikeName(name) ? rest : "";
}
