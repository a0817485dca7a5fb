/** A spreadsheet runs a cell that begins like this as a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/**
 * Where the list separator is a semicolon, a spreadsheet splits our cells at it, and quotes in the middle of a line protect
 * neither it nor a line break: what follows stands at the beginning of a cell.
 */
const FORMULA_INSIDE = /[;\t\r\n](?=[\s"]*[=+\-@＝＋－＠])/g;
const QUOTED = /[",;\t\r\n]/;

/** A cell as a spreadsheet shows it and never runs it. */
export function csvCell(value: string): string {
  // Blanks before the sign do not keep a spreadsheet from it.
  const begun = FORMULA.test(value.trimStart()) || FORMULA.test(value) ? `'${value}` : value;
  const safe = begun.replace(FORMULA_INSIDE, "$&'");
  return QUOTED.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines as a CSV file with a byte order mark, so that Excel reads its umlauts. */
export function csvFile(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
