import { describe, expect, it } from "vitest";
import { compareWithPage, evidenceOf } from "../../../src/domain/agreement";
import { certainty } from "../../../src/domain/certainty";
import { pageName, person, recordName, SCRIPT_IDS, type ScriptId, stranger } from "../../generators/people";
import { SeededRandom } from "../../generators/random";
import { GROUNDS } from "./grounds";

const LENGTH = 100_000;
/** Processor time: at most twice what one plain pass over the same text costs on this machine at this moment. */
const MOST_PASSES = 2;
const TURNS = 21;

/** A page with nothing but other people's names, a line each. */
function listOf(script: ScriptId, random: SeededRandom, except = person(random, script)): string {
  const lines: string[] = [];
  for (let length = 0; length < LENGTH; length += (lines.at(-1) ?? "").length + 1) {
    lines.push(`${pageName(stranger(random, except))} applied for a job in the north ${lines.length}`);
  }
  return lines.join("\n");
}

/** Processor time in milliseconds of one turn; all turns are measured as one, for the clock's ticks may be longer than a turn. */
function timeOf(turn: (at: number) => unknown): number {
  // Cold code says nothing about the next gesture.
  turn(0);
  const start = process.cpuUsage();
  for (let at = 0; at < TURNS; at++) turn(at);
  return process.cpuUsage(start).user / 1000 / TURNS;
}

describe("comparing with a text of 100,000 characters", () => {
  it.each(SCRIPT_IDS)("takes no time to speak of in %s", (script) => {
    const random = new SeededRandom(5);
    const one = person(random, script);
    const text = listOf(script, random, one);
    const texts = [text, `${text}\n${pageName(one)}`, `${pageName(one)}\n${text}`];
    const own = timeOf((at) => {
      const evidence = evidenceOf({ text: texts[at % 3] as string, title: "ATS" });
      const agreement = compareWithPage({ name: recordName(one), emails: [] }, evidence);
      certainty({ ...GROUNDS, agreement });
    });
    const pass = timeOf((at) => (texts[at % 3] as string).normalize("NFKD").toLowerCase().split(/\s+/));
    console.log(`${script}: ${own.toFixed(2)} ms, ${(own / pass).toFixed(1)} plain passes`);
    expect(own).toBeLessThan(MOST_PASSES * pass);
  });
});
