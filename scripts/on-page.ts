import { ON_PAGE_TOP, rows, score, total } from "../tests/fixtures/on-page/score";

// How good "On this page" is on the labelled pages: `npm run on-page`. With `-- --pages` each page's rows.

const verbose = process.argv.includes("--pages");
const scores = score();
const columns = ["kind", "pages", "shown", "right", `precision@${ON_PAGE_TOP}`, "recall"];
const format = (cells: readonly (string | number)[]) =>
  console.log(cells.map((cell) => String(cell).padEnd(14)).join(""));

format(columns);
for (const row of [...rows(scores, "kind"), ...rows(scores, "language")]) format(row);
format(
  total(
    "labels >= 5",
    scores.filter(({ page }) => page.wanted.length >= ON_PAGE_TOP),
  ),
);
format(total("all", scores));
if (verbose) {
  for (const { page, top, shown } of scores) {
    const marks = top.map((name) => (page.wanted.includes(name) ? name : `*${name}*`));
    const missing = page.wanted.filter((name) => !shown.includes(name));
    console.log(
      `\n${page.kind} ${page.language} ${page.name}\n  ${marks.join(", ")}\n  missing: ${missing.join(", ")}`,
    );
  }
}
