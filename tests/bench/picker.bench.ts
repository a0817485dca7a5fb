import { classifyTagName, prepare, search } from "../../src/domain/picker";
import { manyTags, median, QUERIES } from "./picker.lists";

// A keystroke over 50,000 tags beside one plain scan of the same folded array. Run: npx tsx tests/bench/picker.bench.ts
const tags = manyTags(50_000);
const index = prepare(tags);
const options = { recents: [] };
const rules = { connector: "lever", mayCreate: true } as const;

console.log(`prepare: ${median(5, () => prepare(tags)).toFixed(1)} ms`);
console.log("query          hits   scan ms  search ms  ratio  classify");
for (const query of ["", ...QUERIES]) {
  const scan = median(31, () => index.folded.filter((name) => name.includes(query || "e")));
  const found = median(31, () => search(index, query, options));
  const judged = median(31, () => classifyTagName(query, index, rules));
  const hits = search(index, query, options).length;
  const cells = [scan.toFixed(2), found.toFixed(2), (found / scan).toFixed(1), judged.toFixed(2)];
  console.log(
    JSON.stringify(query).padEnd(15) + String(hits).padStart(5) + cells.map((cell) => cell.padStart(10)).join(""),
  );
}
