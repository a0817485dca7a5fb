import Papa from "papaparse";

export interface Table {
  /** Records without those that are empty. */
  rows: readonly (readonly string[])[];
  /** Whether most records have the same several cells. */
  isTable: boolean;
}

const SEPARATORS = [",", "\t", ";", "|"];

/** The records of a text: a table with any of the usual separators and quotes, or a plain list, one cell a line. */
export function readTable(given: string): Table {
  const text = given.replace(/^\ufeff/, "").replaceAll("\0", "");
  const data = recordsOf(text);
  const isTable = data.length > 0 && isRegular(data);
  return { rows: isTable ? data : lines(text), isTable };
}

/** A quote that nobody closed would take all lines after it into one cell: then quotes are letters like any other. */
function recordsOf(text: string): string[][] {
  const how = { delimitersToGuess: SEPARATORS, skipEmptyLines: "greedy" } as const;
  const { data, errors } = Papa.parse<string[]>(text, how);
  const isOpen = errors.some(({ code }) => code === "MissingQuotes");
  return isOpen ? Papa.parse<string[]>(text, { ...how, quoteChar: "\0" }).data : data;
}

/** A comma inside the lines of a list makes cells, too, but not the same number in each. */
function isRegular(rows: readonly (readonly string[])[]): boolean {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[0] > 1 && most[1] >= rows.length * 0.8;
}

const lines = (text: string): string[][] =>
  text
    .split(/\r\n|[\n\r\v\f\u2028\u2029]/)
    .filter((line) => line.trim() !== "")
    .map((line) => [line]);
