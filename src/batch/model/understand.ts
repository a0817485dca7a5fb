import { detect } from "../../ats/detect";
import { RULES } from "../../ats/index";
import { understandPasted } from "../../ats/pasted";
import { isLabelWord } from "../../ats/pasted/ids";
import { matchPattern } from "../../ats/url-patterns";
import { type ColumnRole, cellsByRole, roleOfHeader, tagsInCell } from "../../domain/batch/columns";
import type { BatchRow, NotAsked, RowAsk, RowOrigin } from "../../domain/batch/row";
import type { AtsReference } from "../../domain/candidate";
import { type Connector, connectorsOf } from "../../domain/connector";
import { looksLikeName, parseName } from "../../domain/identity/names";
import { ownAddressTest } from "../../domain/own-addresses";
import type { Integration } from "../../domain/settings";
import { emailsIn } from "../../domain/text/emails";
import { fold } from "../../domain/text/fold";
import { lazyRegExp } from "../../domain/text/lazy-reg-exp";
import { bindingKey } from "../../storage/binding-key";
import type { Binding, LearnedPattern } from "../../storage/schema";

/** What a row is understood by, besides itself. */
export interface Surroundings {
  integrations: readonly Integration[];
  /** The integration the person chose for what does not say its own. */
  picked: string | null;
  bindings: readonly Binding[];
  patterns: readonly LearnedPattern[];
  /** The recruiter's own addresses and the company's, as `ownAddresses` gives them. */
  own: readonly string[];
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
  const { name, hasOtherWords } = namesOf(roles ? cells : null, free);
  const base = {
    row: raw.row,
    text: raw.cells
      .filter((cell) => cell.trim() !== "")
      .join(" · ")
      .slice(0, LONGEST_TEXT),
    name,
    nameIsField: raw.origin === "text" && name !== "",
    hasOtherWords,
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

/** By the columns of a table: what says most for certain comes first, the address last. */
function byCells(cells: Partial<Record<ColumnRole, string>>, around: Surroundings): Named | NotAsked {
  if (cells.link) {
    const named = byText(cells.link, around);
    if (typeof named !== "string" || !(cells.kombo || cells.id || cells.application || cells.email)) return named;
  }
  const email = cells.email ? byText(cells.email, around) : null;
  const asks: RowAsk[] = [
    ...(cells.kombo ? [{ by: "kombo" as const, value: cells.kombo }] : []),
    ...(cells.id ? [{ by: "candidate" as const, value: plainId(cells.id) }] : []),
    ...(cells.application ? [{ by: "application" as const, value: plainId(cells.application) }] : []),
  ];
  // An id may be another system's: the address is asked for as well where the id settles nothing.
  const byEmail = email !== null && typeof email !== "string" ? email.asks.filter(({ by }) => by === "email") : [];
  if (asks.length > 0) return byIds([...asks, ...byEmail]);
  if (email !== null) return email;
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

/** The text without addresses that are never a candidate's. */
function withoutOwn(text: string, own: readonly string[]): string {
  if (own.length === 0) return text;
  const isOwn = ownAddressTest(own);
  return text.replace(ADDRESS, (run) => (emailsIn(run).some(isOwn) && emailsIn(run).every(isOwn) ? " " : run));
}

/** By anything a person pastes to name somebody. */
function byText(whole: string, around: Surroundings): Named | NotAsked {
  const text = withoutOwn(whole, around.own);
  if (text !== whole && !/[@\d/]/.test(text)) return "own-address";
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
/** A run that may be an e-mail address, in brackets or not. */
const ADDRESS = /<[^<>]*@[^<>]*>|[^\s;,|<>]+@[^\s;,|<>]+/g;

const LETTER = lazyRegExp(String.raw`\p{L}`, "u");

/** The name a row gives, and whether it says something else as well. */
function namesOf(cells: Partial<Record<ColumnRole, string>> | null, free: string) {
  const beside = wordsBeside(cells ? [cells.link, cells.email].filter(Boolean).join(" ; ") : free);
  const name = (cells && nameOf(cells)) || (isName(beside) ? beside : "");
  const known = new Set(fold(name).split(" "));
  // Labels say what a value is, not whom it means.
  const isSaid = (word: string) => known.has(word) || roleOfHeader(word) !== null || isLabelWord(word);
  const words = fold(beside).split(" ");
  return { name, hasOtherWords: words.some((word) => LETTER().test(word) && !isSaid(word)) };
}

function isName(words: string): boolean {
  const name = words === "" ? null : parseName(words);
  return name !== null && looksLikeName(name);
}

/** What stands beside an address, a link or an id. */
const wordsBeside = (text: string): string =>
  text
    .replace(IDENTIFIERS, " ")
    .replace(/["“”„'’()[\];|\t]+|[,:–—-]+(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
