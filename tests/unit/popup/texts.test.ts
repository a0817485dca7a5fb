import { describe, expect, it, vi } from "vitest";
import { FAILURE_KINDS, FAILURE_POLICY, type Failure } from "../../../src/domain/failure";

let current = "en";

vi.mock("../../../src/platform/browser", () => ({
  browser: { i18n: { getUILanguage: () => (current === "de" ? "de-AT" : "en-GB") } },
}));
const { showTexts } = await import("../i18n/show-texts");
const { age, failureText, language, listed, plural, undoText } = await import("../../../src/ui/text");

function use(language: string): void {
  current = language;
  showTexts(language);
}

const failure = (kind: Failure["kind"]): Failure => ({
  kind,
  code: null,
  message: null,
  logUrl: null,
  retryAfterMs: null,
});

describe.each(["en", "de"])("texts in %s", (lang) => {
  it.each(FAILURE_KINDS)("%s says what happened, what to do and who can do it", (kind) => {
    use(lang);
    for (const ats of ["Greenhouse", null]) {
      const { what, next, who } = failureText(failure(kind), ats);
      expect(what).toMatch(/^\S.+\.$/);
      expect(next).toMatch(/^\S.+\.$/);
      expect(`${what}${next}${who}`).not.toMatch(/\$|\(missing\)|undefined/);
      if (FAILURE_POLICY[kind].fixer === "nobody") expect(who).toBeNull();
      else expect(who).toMatch(/\.$/);
    }
  });

  it("takes the browser's region for dates", () => {
    use(lang);
    expect(language()).toBe(lang === "de" ? "de-AT" : "en-GB");
  });
});

describe("what an undo is called", () => {
  it.each([
    [{ kind: "cancel" }, /Nothing was sent/],
    [{ kind: "remove", certain: true }, /^Removes the tag for everyone, whoever added it\.$/],
    [{ kind: "remove", certain: false }, /whoever added it\. Not certain/],
    [{ kind: "no", because: "already-present" }, null],
  ] as const)("%j", (offer, says) => {
    use("en");
    if (says) expect(undoText(offer)).toMatch(says);
    else expect(undoText(offer)).toBeNull();
  });
});

describe("numbers and times", () => {
  it("picks the plural form of the language", () => {
    use("en");
    expect([plural("warnings", 1), plural("warnings", 3)]).toEqual(["1 warning", "3 warnings"]);
    use("de");
    expect([plural("warnings", 1), plural("warnings", 3)]).toEqual(["1 Hinweis", "3 Hinweise"]);
  });

  it("says an age in the largest unit that fits", () => {
    use("en");
    const now = 1_000_000_000_000;
    expect(age(now - 3 * 3_600_000, now)).toBe("3 hours ago");
    expect(age(now + 20_000, now)).toBe("in 20 seconds");
    expect(age(now, now)).toBe("now");
    use("de");
    expect(age(now - 2 * 86_400_000, now)).toBe("vorgestern");
  });

  it("lists names", () => {
    use("de");
    expect(listed(["A", "B", "C"])).toBe("A, B und C");
  });
});
