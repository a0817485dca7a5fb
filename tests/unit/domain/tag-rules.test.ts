import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tagRuleProblem } from "../../../src/domain/tag-rules/check";
import { LONGEST_NAME, NO_TAG_RULES, type TagRules } from "../../../src/domain/tag-rules/rules";
import { namesFor, tagRules } from "../../generators/tag-rules";

const anybody = { mayCreate: true, exists: false };
const problem = (rules: Partial<TagRules>, name: string, adder = anybody) =>
  tagRuleProblem({ ...NO_TAG_RULES, ...rules }, name, adder);
const format = (rules: Partial<TagRules["format"]>) => ({ format: { ...NO_TAG_RULES.format, ...rules } });

describe("without rules", () => {
  it.each(["a", "日本", "C++", "😀", "a".repeat(LONGEST_NAME)])("%s may be added", (name) => {
    expect(problem({}, name)).toBeNull();
  });
  it.each(["", "a\nb", "a\u2028", "\u202ea", "\ud800", "a".repeat(LONGEST_NAME + 1)])(
    "%j cannot be written",
    (name) => {
      expect(problem({}, name)).toBe("unwritable");
    },
  );
});

describe("forbidden words", () => {
  const rules = { forbiddenWords: ["pregnant", "do not hire", "straße"] };
  it.each(["pregnant", "PREGNANT", "is prégnant!", "pre\u200bgnant", "do  not\u00a0hire", "ｐregnant", "STRASSE 1"])(
    "%s is one",
    (name) => expect(problem(rules, name)).toBe("forbidden"),
  );
  it.each(["pregnantly", "nonpregnant", "do not rehire", "strassen", "p regnant"])("%s is another word", (name) => {
    expect(problem(rules, name)).toBeNull();
  });
  it("stand anywhere as parts", () => {
    expect(problem({ forbiddenParts: ["schwanger"] }, "Schwangerschaftsvertretung")).toBe("forbidden");
    expect(problem({ forbiddenParts: ["sa"] }, "Maßa")).toBe("forbidden");
  });
  it("of nothing forbid nothing", () => {
    expect(problem({ forbiddenWords: ["", "\u200b"], forbiddenParts: ["", " "] }, "a b")).toBeNull();
  });
});

describe("the list of names", () => {
  const rules = { allowed: { names: ["Silver medal"], prefixes: ["Pool: "] } };
  it.each([
    ["Silver medal", null],
    ["silver medal", "not-allowed"],
    ["Pool: Berlin", null],
    ["Pool:", "not-allowed"],
  ])("%s: %s", (name, expected) => expect(problem(rules, name)).toBe(expected));
  it("goes before the format, not before a forbidden word", () => {
    expect(problem({ ...rules, ...format({ maxLength: 3 }) }, "Silver medal")).toBeNull();
    expect(problem({ ...rules, forbiddenWords: ["medal"] }, "Silver medal")).toBe("forbidden");
  });
  it("is all that somebody who may not create can add, unless the tag is there", () => {
    const other = { mayCreate: false, exists: false };
    expect(problem(rules, "Silver medal", other)).toBeNull();
    expect(problem(rules, "Pool: Berlin", other)).toBe("not-yours");
    expect(problem(rules, "Pool: Berlin", { ...other, exists: true })).toBeNull();
  });
});

describe("the format", () => {
  it.each<[Partial<TagRules["format"]>, string, boolean]>([
    [{ minLength: 2, maxLength: 3 }, "a", false],
    [{ minLength: 2, maxLength: 3 }, "😀😀", true],
    [{ letterCase: "lower" }, "größe 1", true],
    [{ letterCase: "lower" }, "Größe", false],
    [{ letterCase: "upper" }, "POOL 1", true],
    [{ letterCase: "upper" }, "POOl", false],
    [{ characters: { kinds: ["letters"], others: "-" } }, "a-é日", true],
    [{ characters: { kinds: ["letters"], others: "-" } }, "a b", false],
    [{ characters: { kinds: ["digits", "blank"], others: "" } }, "1 ٢", true],
    [{ prefixes: ["qt-", "x"] }, "qt-1", true],
    [{ prefixes: ["qt-", "x"] }, "QT-1", false],
  ])("%j takes %s: %s", (rules, name, taken) => {
    expect(problem(format(rules), name)).toBe(taken ? null : "format");
  });
});

it("one more rule never lets more names through", () => {
  const pair = fc
    .tuple(tagRules, tagRules)
    .chain(([rules, more]) => fc.tuple(fc.constant(rules), fc.constant(more), namesFor(more)));
  fc.assert(
    fc.property(pair, ([rules, { forbiddenWords, forbiddenParts }, name]) => {
      const stricter = {
        ...rules,
        forbiddenWords: [...rules.forbiddenWords, ...forbiddenWords],
        forbiddenParts: [...rules.forbiddenParts, ...forbiddenParts],
      };
      if (tagRuleProblem(rules, name, anybody) !== null) expect(tagRuleProblem(stricter, name, anybody)).not.toBeNull();
    }),
  );
});

it("a name that holds a forbidden part is refused in whatever case and with whatever around it", () => {
  const name = fc.tuple(fc.constantFrom("abc", "Straße", "日本"), fc.string({ unit: "grapheme-ascii", maxLength: 5 }));
  fc.assert(
    fc.property(name, ([part, around]) => {
      for (const text of [`${around}${part}${around}`, `${around}${part.toUpperCase()}`])
        expect(problem({ forbiddenParts: [part] }, text)).toBe("forbidden");
    }),
  );
});
