import { drawPairs, tally } from "../tests/generators/confusion";

// How often the comparison is wrong: `npm run confusion -- [pairs] [seed]`. Prints one row for each kind of nearness, script and surface.

const [pairs = "100000", seed = "1"] = process.argv.slice(2);
const { rows, totals } = tally(drawPairs(Number(pairs), Number(seed)));

const columns = ["kind", "script", "surface", "truth", "system", "pairs", "sure", "ask", "refuse"] as const;
console.log(columns.join("\t"));
for (const row of rows) console.log(columns.map((column) => row[column]).join("\t"));
console.log("");
for (const [what, value] of Object.entries(totals)) console.log(`${what}\t${value}`);
