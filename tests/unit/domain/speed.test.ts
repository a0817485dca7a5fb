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
    const passes = Array.from({ length: TURNS }, (_, at) => {
      const start = process.cpuUsage();
      (texts[at % 3] as string).normalize("NFKD").toLowerCase().split(/\s+/);
      return process.cpuUsage(start).user / 1000;
    });
    console.log(
      `${script}: ${median(times).toFixed(2)} ms, ${(median(times) / median(passes)).toFixed(1)} plain passes`,
    );
    expect(median(times)).toBeLessThan(MOST_PASSES * median(passes));
  });
});
