import { expect, it } from "vitest";
import { readTable } from "../../../src/batch/model/read-table";

it("a quote that nobody closed loses no row", () => {
  const lines = Array.from({ length: 100 }, (_, at) => `Person ${at},p${at}@example.com`);
  const broken = lines.map((line, at) => (at === 60 ? '"Bob,bob@example.com' : line));
  expect(readTable(lines.join("\n")).rows).toHaveLength(100);
  expect(readTable(broken.join("\n")).rows).toHaveLength(100);
  const early = lines.map((line, at) => (at === 0 ? '"Bob,bob@example.com' : line));
  expect(readTable(early.join("\n")).rows).toHaveLength(100);
});
