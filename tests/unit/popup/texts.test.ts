import { describe, expect, it, vi } from "vitest";
import de from "../../../public/_locales/de/messages.json";
import en from "../../../public/_locales/en/messages.json";
import { FAILURE_KINDS, FAILURE_POLICY, type Failure } from "../../../src/domain/failure";

type Messages = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;
const LANGUAGES: Record<string, Messages> = { en, de };
let current = "en";

function getMessage(key: string, substitutions: readonly string[] = []): string {
  const found = LANGUAGES[current]?.[key];
  const fill = (_: string, name: string) =>
    substitutions[Number(found?.placeholders?.[name.toLowerCase()]?.content.slice(1)) - 1] ?? "(missing)";
  return found?.message.replace(/\$(\w+)\$/g, fill) ?? "";
}

vi.mock("../../../src/platform/browser", () => ({
  browser: { i18n: { getMessage, getUILanguage: () => (current === "de" ? "de-AT" : "en-GB") } },
}));
const { age, failureText, language, listed, plural, undoText } = await import("../../../src/ui/text");

const failure = (kind: Failure["kind"]): Failure => ({
  kind,
  code: null,
  message: null,
  logUrl: null,
  retryAfterMs: null,
});

describe.each(["en", "de"])("texts in %s", (lang) => {
  it.each(FAILURE_KINDS)("%s says what happened, what to do and who can do it", (kind) => {
    current = lang;
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
    current = lang;
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
    current = "en";
    if (says) expect(undoText(offer)).toMatch(says);
    else expect(undoText(offer)).toBeNull();
  });
});

describe("numbers and times", () => {
  it("picks the plural form of the language", () => {
    current = "en";
    expect([plural("warnings", 1), plural("warnings", 3)]).toEqual(["1 warning", "3 warnings"]);
    current = "de";
    expect([plural("warnings", 1), plural("warnings", 3)]).toEqual(["1 Hinweis", "3 Hinweise"]);
  });

  it("says an age in the largest unit that fits", () => {
    current = "en";
    const now = 1_000_000_000_000;
    expect(age(now - 3 * 3_600_000, now)).toBe("3 hours ago");
    expect(age(now + 20_000, now)).toBe("in 20 seconds");
    expect(age(now, now)).toBe("now");
    current = "de";
    expect(age(now - 2 * 86_400_000, now)).toBe("vorgestern");
  });

  it("lists names", () => {
    current = "de";
    expect(listed(["A", "B", "C"])).toBe("A, B und C");
  });
});
