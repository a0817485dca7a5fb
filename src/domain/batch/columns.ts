import { emailsIn } from "../text/emails";
import { lazyRegExp } from "../text/lazy-reg-exp";

/** What a column of a table holds. `unused`: nothing Quicktag needs; it is neither looked at nor sent. */
export const COLUMN_ROLES = [
  "link",
  "email",
  "id",
  "application",
  "kombo",
  "name",
  "first",
  "last",
  "tag",
  "unused",
] as const;

export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Headers in English and German, in small letters without anything between the words. */
const WORDS: Record<Exclude<ColumnRole, "unused">, string> = {
  link: "link url href weblink profilelink profillink profileurl profilurl candidatelink candidateurl kandidatenlink adresse",
  email:
    "email mail emailaddress mailaddress emailadresse mailadresse candidateemail primaryemail emailprivat personalemail epost",
  id: "id candidateid kandidatenid kandidatid bewerberid personid personenid externalid remoteid atsid profileid profilid candidatenumber kandidatennummer bewerbernummer personalnummer",
  application: "applicationid bewerbungsid bewerbungid applicationnumber bewerbungsnummer",
  kombo: "komboid kombocandidateid",
  name: "name fullname candidatename candidate kandidat kandidatin kandidatenname bewerber bewerberin bewerbername vollername person",
  first: "firstname vorname givenname forename rufname vornamen",
  last: "lastname nachname surname familyname familienname zuname",
  tag: "tag tags label labels schlagwort schlagworte schlagwörter stichwort stichworte stichwörter etikett etiketten",
};

const ROLE_OF = new Map(
  Object.entries(WORDS).flatMap(([role, words]) => words.split(" ").map((word) => [word, role as ColumnRole])),
);

const BETWEEN = lazyRegExp(String.raw`[^\p{L}\p{N}]+`, "gu");
/** What a header, or a label beside a value, says of it; null for any other words. */
export const roleOfHeader = (text: string): ColumnRole | null =>
  ROLE_OF.get(text.normalize("NFKC").toLowerCase().replace(BETWEEN(), "")) ?? null;

const KOMBO_ID = /^(?=.*\d)(?=.*[A-Za-z])[0-9A-Za-z]{24}$/;
const ID = /^(?:\d{2,25}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{24,40})$/i;
const LINK = /^(?:https?:\/\/|www\.)\S+$/i;
const NAME = lazyRegExp(String.raw`^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*(?:[ ,]+[\p{L}\p{M}.'’()-]+){1,5}$`, "u");

/** What one cell looks like; null for an empty one. */
function roleOfCell(cell: string): ColumnRole | null {
  const text = cell.trim();
  if (text === "") return null;
  if (LINK.test(text)) return "link";
  if (emailsIn(text).length === 1) return "email";
  if (KOMBO_ID.test(text)) return "kombo";
  if (ID.test(text)) return "id";
  return NAME().test(text) ? "name" : "unused";
}

export interface Columns {
  /** Whether the first row names the columns. */
  hasHeader: boolean;
  roles: readonly ColumnRole[];
}

/** Rows that are looked at to tell what a column holds. */
const SAMPLE = 200;

/** What each column holds: by its header where it has a known one, else by what most of its cells look like. */
export function recogniseColumns(rows: readonly (readonly string[])[]): Columns {
  const width = Math.max(0, ...rows.slice(0, SAMPLE).map((row) => row.length));
  const [first = []] = rows;
  const named = Array.from({ length: width }, (_, at) => roleOfHeader(first[at] ?? ""));
  // A row that names somebody is no header, whatever its words are.
  const isData = first.some((cell) => ["link", "email", "id", "kombo"].includes(roleOfCell(cell) ?? ""));
  const hasHeader = !isData && rows.length > 1 && named.some((role) => role !== null);
  const sample = rows.slice(hasHeader ? 1 : 0, SAMPLE);
  const roles = named.map((role, at) => (hasHeader && role) || byContent(sample.map((row) => row[at] ?? "")));
  return { hasHeader, roles: once(roles, hasHeader ? named : []) };
}

function byContent(cells: readonly string[]): ColumnRole {
  const counts = new Map<ColumnRole, number>();
  for (const cell of cells) {
    const role = roleOfCell(cell);
    if (role) counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] * 2 > all ? most[0] : "unused";
}

/** One column a role, but for tags: one that is named by its header wins, else the first. */
function once(roles: readonly ColumnRole[], named: readonly (ColumnRole | null)[]): ColumnRole[] {
  return roles.map((role, at) => {
    if (role === "unused" || role === "tag") return role;
    const best = roles.findIndex((other, place) => other === role && named[place] === role);
    return (best === -1 ? roles.indexOf(role) : best) === at ? role : "unused";
  });
}

/** What a row says by the roles of its columns; of tags all, of everything else the first that is not empty. */
export function cellsByRole(row: readonly string[], roles: readonly ColumnRole[]): Partial<Record<ColumnRole, string>> {
  const cells: Partial<Record<ColumnRole, string>> = {};
  for (const [at, role] of roles.entries()) {
    const text = (row[at] ?? "").trim();
    if (role === "unused" || text === "") continue;
    cells[role] = role === "tag" && cells.tag !== undefined ? `${cells.tag}\n${text}` : (cells[role] ?? text);
  }
  return cells;
}

/** The tags of a tag column's cell: several are written with semicolons, bars or lines between. A comma may be part of one. */
export function tagsInCell(cell: string): string[] {
  return cell
    .split(/[;|\n]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}
