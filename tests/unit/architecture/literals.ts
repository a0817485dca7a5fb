import { parseSync } from "vite";

/** The regular expressions with `\p{…}` that a file writes as literals, with their lines. */
export function unicodeLiterals(file: string, text: string): string[] {
  const found: string[] = [];
  JSON.stringify(parseSync(file, text).program, (_, node) => {
    if (node?.type === "Literal" && /\\[pP]\{/.test(node.regex?.pattern ?? ""))
      found.push(`${file}:${text.slice(0, node.start).split("\n").length} ${text.slice(node.start, node.end)}`);
    return typeof node === "bigint" ? null : node;
  });
  return found;
}
