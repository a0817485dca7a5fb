import fc from "fast-check";
import { expect, it } from "vitest";
import { inGroups } from "../../../src/background/outbox/in-groups";

it("does everything once and in order, one piece at a time, and gives each its own result", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 40 }), async (gaps) => {
      const pieces: number[][] = [];
      let running = 0;
      const run = inGroups(async (items: readonly number[]) => {
        expect(++running).toBe(1);
        pieces.push([...items]);
        for (let turn = 0; turn < 3; turn++) await Promise.resolve();
        running -= 1;
        return items.map((item) => item * 2);
      });
      const results: Promise<number>[] = [];
      for (const [at, gap] of gaps.entries()) {
        results.push(run(at));
        for (let turn = 0; turn < gap; turn++) await Promise.resolve();
      }
      expect(await Promise.all(results)).toEqual(gaps.map((_, at) => at * 2));
      expect(pieces.flat()).toEqual(gaps.map((_, at) => at));
    }),
  );
});

it("a piece that fails fails for each of it, and what comes after goes on", async () => {
  let count = 0;
  const run = inGroups(async (items: readonly number[]) => {
    count += 1;
    if (count === 1) throw new Error("no room");
    return items;
  });
  const [first, second] = [run(1), run(2)];
  await expect(first).rejects.toThrow("no room");
  expect(await second).toBe(2);
});
