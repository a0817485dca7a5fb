import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { patternFor } from "../../../src/domain/identity/letters";
import { wordsOf } from "../../../src/domain/identity/segments";
import { sameWord } from "../../../src/domain/identity/words";
import { person, SCRIPT_IDS } from "../../generators/people";
import { SeededRandom } from "../../generators/random";
import { VARIANTS } from "../../generators/variants";

const finds = (word: string, text: string) => {
  const [parsed] = wordsOf(word);
  const pattern = patternFor(parsed!);
  pattern.lastIndex = 0;
  return pattern.test(text);
};

describe("the pattern of a word", () => {
  it.each([
    ["Müller", "Mueller"],
    ["Mueller", "Müller"],
    ["Muller", "MÜLLER"],
    ["Weiß", "WEISS"],
    ["Weiss", "weiß"],
    ["Öztürk", "Oeztuerk"],
    ["Æsa", "aesa"],
    ["Aesa", "Æsa"],
    ["Süßmann", "Suessmann"],
    ["Işık", "IŞIK"],
    ["O'Brien", "O’Brien"],
    ["Ada", "A\u00adda"],
    ["José", "Jose\u0301"],
    ["Müe", "Muee"],
  ])("of %j finds %j", (word, text) => expect(finds(word, `x: ${text}`)).toBe(true));

  it("finds every spelling that is the same word", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...SCRIPT_IDS), (seed, script) => {
        const random = new SeededRandom(seed);
        const one = person(random, script);
        const spelling = random.pick(Object.values(VARIANTS))(one, random)?.normalize("NFC");
        if (!spelling) return;
        for (const word of wordsOf(`${one.given} ${one.family}`)) {
          if (wordsOf(spelling).some((shown) => sameWord(word, shown))) {
            expect(finds(word.raw, spelling)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
