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

type Words = Partial<Record<Exclude<ColumnRole, "unused">, string>>;

/** Headers as exports write them in our six languages, in small letters without anything between the words. */
const HEADERS: readonly Words[] = [
  {
    link: "link url href weblink profilelink profileurl candidatelink candidateurl",
    email: "email mail emailaddress mailaddress candidateemail primaryemail personalemail",
    id: "id candidateid personid externalid remoteid atsid profileid candidatenumber",
    application: "applicationid applicationnumber",
    kombo: "komboid kombocandidateid",
    name: "name fullname candidatename candidate person",
    first: "firstname givenname forename",
    last: "lastname surname familyname",
    tag: "tag tags label labels",
  },
  {
    link: "profillink profilurl kandidatenlink",
    email: "emailadresse mailadresse emailprivat epost",
    id: "kandidatenid kandidatid bewerberid personenid profilid kandidatennummer bewerbernummer personalnummer",
    application: "bewerbungsid bewerbungid bewerbungsnummer",
    name: "kandidat kandidatin kandidatenname bewerber bewerberin bewerbername vollername vollständigername",
    first: "vorname vornamen rufname",
    last: "nachname familienname zuname",
    tag: "schlagwort schlagworte schlagwörter stichwort stichworte stichwörter etikett etiketten",
  },
  {
    link: "enlace enlaces enlacealperfil",
    email: "correo correoelectrónico correoelectronico direccióndecorreo correopersonal",
    id: "iddelcandidato iddecandidato idcandidato numerodecandidato númerodecandidato idpersona",
    application: "idcandidatura iddelacandidatura iddecandidatura",
    name: "nombre nombrecompleto nombreyapellido nombreyapellidos candidato candidata persona nombredelcandidato",
    first: "nombres nombredepila primernombre",
    last: "apellido apellidos primerapellido segundoapellido apellido1 apellido2 apellidopaterno apellidomaterno",
    tag: "etiqueta etiquetas",
  },
  {
    link: "lien liens lienduprofil lienprofil liencandidat",
    email: "courriel adressemail adresseemail adresseélectronique mél",
    id: "idcandidat identifiant identifiantcandidat numérocandidat numerocandidat numérodecandidat",
    application: "idcandidature identifiantcandidature numérodecandidature",
    name: "nom nomcomplet nometprénom nomprénom prénometnom prénomnom candidat candidate nomducandidat personne",
    first: "prénom prenom prénoms prénomusuel",
    last: "nomdefamille nomdusage nomusuel",
    tag: "étiquette étiquettes etiquette etiquettes motclé motsclés",
  },
  {
    link: "collegamento linkalprofilo linkprofilo linkcandidato",
    email: "postaelettronica indirizzoemail indirizzomail",
    id: "idcandidato numerocandidato codicecandidato idpersona",
    application: "idcandidatura numerocandidatura",
    name: "nome nomecompleto nomeecognome nomecognome cognomeenome candidato candidata persona nominativo",
    first: "nomedibattesimo",
    last: "cognome cognomi",
    tag: "etichetta etichette",
  },
  {
    link: "profiellink profielurl kandidaatlink",
    email: "emailadres mailadres eposta privéemail",
    id: "kandidaatid kandidaatnummer kandidaatnr persoonid",
    application: "sollicitatieid sollicitatienummer",
    name: "naam volledigenaam kandidaat kandidaatnaam sollicitant persoon",
    first: "voornaam voornamen roepnaam",
    last: "tussenvoegsel tussenvoegsels achternaam familienaam",
    tag: "label labels trefwoord trefwoorden",
  },
];

const ROLE_OF = new Map(
  HEADERS.flatMap((words) =>
    Object.entries(words).flatMap(([role, list]) => list.split(" ").map((word) => [word, role as ColumnRole] as const)),
  ),
);

/** Headers of whole names that are one part beside the other part. */
const PART_OF = new Map<string, "first" | "last">([
  ["name", "last"],
  ["naam", "last"],
  ["nom", "last"],
  ["nombre", "first"],
  ["nome", "first"],
]);

const BETWEEN = lazyRegExp(String.raw`[^\p{L}\p{N}]+`, "gu");
const bare = (text: string): string => text.normalize("NFKC").toLowerCase().replace(BETWEEN(), "");

/** What a header, or a label beside a value, says of it; null for any other words. */
export const roleOfHeader = (text: string): ColumnRole | null => ROLE_OF.get(bare(text)) ?? null;

/** What each header says, beside the others. */
function rolesOfHeaders(headers: readonly string[]): (ColumnRole | null)[] {
  const roles = headers.map(roleOfHeader);
  const other = { first: "last", last: "first" } as const;
  return roles.map((role, at) => {
    const part = PART_OF.get(bare(headers[at] ?? ""));
    return part && roles.includes(other[part]) && !roles.includes(part) ? part : role;
  });
}

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
  const named = rolesOfHeaders(Array.from({ length: width }, (_, at) => first[at] ?? ""));
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

/** One column a role, but for tags and the parts of a surname: one that is named by its header wins, else the first. */
function once(roles: readonly ColumnRole[], named: readonly (ColumnRole | null)[]): ColumnRole[] {
  return roles.map((role, at) => {
    if (role === "unused" || role === "tag" || (role === "last" && named[at] === "last")) return role;
    const best = roles.findIndex((other, place) => other === role && named[place] === role);
    return (best === -1 ? roles.indexOf(role) : best) === at ? role : "unused";
  });
}

/** What a row says by the roles of its columns; of tags and surnames all, of everything else the first that is not empty. */
export function cellsByRole(row: readonly string[], roles: readonly ColumnRole[]): Partial<Record<ColumnRole, string>> {
  const cells: Partial<Record<ColumnRole, string>> = {};
  for (const [at, role] of roles.entries()) {
    const text = (row[at] ?? "").trim();
    if (role === "unused" || text === "") continue;
    const before = cells[role];
    const between = role === "tag" ? "\n" : role === "last" ? " " : null;
    cells[role] = before === undefined ? text : between === null || before === text ? before : before + between + text;
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
