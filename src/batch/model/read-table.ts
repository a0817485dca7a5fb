import Papa from "papaparse";

/** A record with its number, counted as a spreadsheet or an editor does: from 1, with headers and empty lines. */
export interface TableRow {
  row: number;
  cells: readonly string[];
}

export interface Table {
  /** Records without those that are empty. */
  rows: readonly TableRow[];
  /** Whether most records have the same several cells. */
  isTable: boolean;
}

const SEPARATORS = [",", "\t", ";", "|"];
/** As many records as tell the separator. */
const SAMPLE = 50;

/** The records of a text: a table with any of the usual separators and quotes, or a plain list, one cell a line. */
export function readTable(given: string): Table {
  const text = given.replace(/^\ufeff/, "").replaceAll("\0", "");
  const data = numbered(recordsOf(text));
  const isTable = data.length > 0 && isRegular(data);
  return { rows: isTable ? data : numbered(lines(text)), isTable };
}

const numbered = (records: readonly string[][]): TableRow[] =>
  records.map((cells, at) => ({ row: at + 1, cells })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));

/** A quote that nobody closed would take all lines after it into one cell: then quotes are letters like any other. */
function recordsOf(text: string): string[][] {
  // Empty lines would blur which separator it is, but they count when records are numbered.
  const guess = { delimitersToGuess: SEPARATORS, skipEmptyLines: "greedy", preview: SAMPLE } as const;
  const { delimiter } = Papa.parse<string[]>(text, guess).meta;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const isOpen = errors.some(({ code }) => code === "MissingQuotes");
  return isOpen ? Papa.parse<string[]>(text, { delimiter, quoteChar: "\0" }).data : data;
}

/** A comma inside the lines of a list makes cells, too, but not the same number in each. */
function isRegular(rows: readonly TableRow[]): boolean {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[0] > 1 && most[1] >= rows.length * 0.8;
}

const lines = (text: string): string[][] => text.split(/\r\n|[\n\r\v\f\u2028\u2029]/).map((line) => [line]);
