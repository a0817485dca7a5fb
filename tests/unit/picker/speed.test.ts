import { expect, it } from "vitest";
import { prepare, search } from "../../../src/domain/picker";
import { manyTags, median, QUERIES } from "../../bench/picker.lists";

it("answers a keystroke over 50,000 tags within a few plain scans", { timeout: 60_000 }, () => {
  const index = prepare(manyTags(50_000));
  const options = { recents: [] };
  const scan = () => QUERIES.map((query) => index.folded.filter((name) => name.includes(query)).length);
  const type = () => QUERIES.map((query) => search(index, query, options).length);
  // Once each to warm up, then in turns, so that a busy machine slows both alike.
  scan();
  type();
  const ratios = Array.from({ length: 7 }, () => median(1, type) / median(1, scan)).sort((a, b) => a - b);
  expect(ratios[3]).toBeLessThan(8);
});
