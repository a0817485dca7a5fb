import { detect } from "../../ats/detect";
import { RULES } from "../../ats/index";
import { recogniseColumns } from "../../domain/batch/columns";
import { decodeText } from "../../domain/batch/decode";
import type { PageLinks } from "../../domain/batch/page-links";
import type { RowOrigin } from "../../domain/batch/row";
import type { Input } from "../state";
import { readTable, type TableRow } from "./read-table";

type NewInput = Omit<Input, "tooMany">;

/** What a text gives: a table with its columns, or a list. One line that names several people is a row for each. */
export function inputOfText(text: string, origin: RowOrigin = "text"): NewInput {
  const { rows, isTable } = readTable(text);
  const raw = (some: readonly TableRow[]) => some.map((one) => ({ ...one, origin }));
  if (!isTable || rows.length === 1) {
    const each = rows.length === 1 ? peopleOfLine(text).map((cells, at) => ({ row: at + 1, cells })) : rows;
    return { rows: raw(each), roles: null, headers: null, origin, partly: null };
  }
  const { hasHeader, roles } = recogniseColumns(rows.map(({ cells }) => cells));
  const isTold = roles.some((role) => ["link", "email", "id", "kombo", "application"].includes(role));
  if (!isTold) return { rows: raw(rows), roles: null, headers: null, origin, partly: null };
  return {
    rows: raw(hasHeader ? rows.slice(1) : rows),
    roles,
    headers: hasHeader ? (rows[0]?.cells ?? []) : null,
    origin,
    partly: null,
  };
}

/** "Ada <ada@…>, Bob <bob@…>", as mail programs write many addresses: a cell for each. */
function peopleOfLine(text: string): string[][] {
  const parts = text.split(/[,;\t\n]+/).filter((part) => part.trim() !== "");
  const isOne = (part: string) => /@|https?:\/\//.test(part);
  const named = parts.filter(isOne).length;
  return named > 1 && named === parts.length ? parts.map((part) => [part.trim()]) : [[text.trim()]];
}

/** The text of a file, whatever it is encoded in. */
export async function inputOfFile(file: Blob): Promise<NewInput> {
  return inputOfText(decodeText(new Uint8Array(await file.arrayBuffer())).text);
}

/** The candidates pasted markup links to; null where its text alone says as much. A page wrote these, not the person. */
export function inputOfHtml(html: string, plain: string): NewInput | null {
  const links = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("a[href]")].map((link) => ({
    href: link.getAttribute("href") ?? "",
    text: link.textContent ?? "",
  }));
  const candidates = links.filter(({ href }) => isCandidate(href));
  if (candidates.length === 0 || candidates.every(({ href }) => plain.includes(href))) return null;
  return inputOfLinks({ pageUrl: "", links: candidates, told: null, loaded: null, cut: false }, "html");
}

const isCandidate = (href: string): boolean => detect(RULES, href).kind === "candidate";

/** The candidates a page links to, each link once with what is read of it. */
export function inputOfLinks({ pageUrl, links, told, loaded }: PageLinks, given?: RowOrigin): NewInput {
  const origin = given ?? originOf(pageUrl);
  const texts = new Map<string, string>();
  for (const { href, text } of links) {
    if (!isCandidate(href)) continue;
    // One address with two texts says nothing certain of either.
    const before = texts.get(href);
    texts.set(href, before === undefined || before === text ? text : longer(before, text));
  }
  const rows = [...texts].map(([href, text], at) => ({ row: at + 1, cells: [href, text], origin }));
  const isPart = told !== null && loaded !== null && loaded < told;
  return { rows, roles: ["link", "name"], headers: null, origin, partly: isPart ? { loaded, told } : null };
}

/** An icon beside a name has the same address; two names leave none. */
const longer = (one: string, other: string): string => {
  const words = (text: string) =>
    text
      .trim()
      .split(/\s+/)
      .filter((word) => word.length > 1).length;
  if (words(one) > 1 && words(other) > 1) return "";
  return words(one) >= words(other) ? one : other;
};

/** Only a vendor's own host vouches for what its pages say. */
function originOf(pageUrl: string): RowOrigin {
  const page = detect(RULES, pageUrl);
  return "rule" in page && page.hostTrust === "vendor" ? "ats-page" : "other-page";
}
