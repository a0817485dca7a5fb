import { describe, expect, it } from "vitest";
import { drawPairs, judge, tally } from "../../generators/confusion";
import { KINDS } from "../../generators/pairs";
import { SCRIPT_IDS } from "../../generators/people";

// The whole table: `npm run confusion`. Here a few of each row, with a new seed for whoever wants to look further.
const pairs = [...drawPairs(6000, 11)];

// Thousands of pairs; a busy machine takes its time.
describe("pairs of people nearly confused", { timeout: 60_000 }, () => {
  it("are of many kinds in every script", () => {
    expect(new Set(pairs.map(({ kind }) => kind)).size).toBe(KINDS.length);
    for (const script of SCRIPT_IDS) {
      const kinds = new Set(pairs.filter((pair) => pair.script === script).map(({ kind }) => kind));
      expect(kinds.size).toBeGreaterThan(20);
    }
  });

  it("are never taken for one another", () => {
    const wrong = pairs
      .filter(({ truth }) => truth === "different")
      .flatMap(judge)
      .filter(({ level }) => level === "sure");
    expect(wrong.map(({ pair, system }) => [system, pair.kind, pair.subject.name, pair.evidence])).toEqual([]);
  });

  it("are rarely refused or asked about when they are the same", () => {
    const same = pairs.filter(({ truth }) => truth === "same").flatMap(judge);
    const share = (level: string) => same.filter((one) => one.level === level).length / same.length;
    expect(share("refuse")).toBeLessThan(0.005);
    expect(share("ask")).toBeLessThan(0.05);
  });

  it("with identical names are told apart from both", () => {
    const { totals, rows } = tally(pairs);
    expect(rows.filter(({ truth }) => truth === "undecidable").length).toBeGreaterThan(0);
    expect(totals["wrongly sure"]).toBe(0);
  });
});
