import { describe, expect, it } from "vitest";
import { compareWithPage, evidenceOf } from "../../../src/domain/agreement";
import { certainty } from "../../../src/domain/certainty";
import { pageName, person, recordName, SCRIPT_IDS, type ScriptId, stranger } from "../../generators/people";
import { SeededRandom } from "../../generators/random";
import { GROUNDS } from "./grounds";

const LENGTH = 100_000;
/** Measured at half a millisecond; by processor time, and twice the promise, for slow and busy machines. */
const MOST_MS = 2;
const TURNS = 21;

/** A page with nothing but other people's names, a line each. */
function listOf(script: ScriptId, random: SeededRandom, except = person(random, script)): string {
  const lines: string[] = [];
  for (let length = 0; length < LENGTH; length += (lines.at(-1) ?? "").length + 1) {
    lines.push(`${pageName(stranger(random, except))} applied for a job in the north ${lines.length}`);
  }
  return lines.join("\n");
}

function median(times: number[]): number {
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)] as number;
}

describe("comparing with a text of 100,000 characters", () => {
  it.each(SCRIPT_IDS)("takes no time to speak of in %s", (script) => {
    const random = new SeededRandom(5);
    const one = person(random, script);
    const text = listOf(script, random, one);
    const texts = [text, `${text}\n${pageName(one)}`, `${pageName(one)}\n${text}`];
    const times = Array.from({ length: TURNS }, (_, at) => {
      const evidence = evidenceOf({ text: texts[at % 3], title: "ATS" });
      const start = process.cpuUsage();
      const agreement = compareWithPage({ name: recordName(one), emails: [] }, evidence);
      certainty({ ...GROUNDS, agreement });
      return process.cpuUsage(start).user / 1000;
    });
    expect(median(times)).toBeLessThan(MOST_MS);
  });
});
