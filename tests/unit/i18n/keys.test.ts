import { describe, expect, it } from "vitest";
import { FAILURE_KINDS, FAILURE_POLICY } from "../../../src/domain/failure";
import { LANGUAGES, manifest, sources } from "./read";

const english = LANGUAGES.get("en") ?? {};
const code = sources("src")
  .map((source) => source.code)
  .join("\n");

describe.each([...LANGUAGES])("the texts in %s", (_language, messages) => {
  it("have the keys of the English ones", () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it("use the placeholders of the English ones, each one that is declared and no other", () => {
    const wrong = Object.entries(messages).filter(([key, { message, placeholders = {} }]) => {
      const used = [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name?.toLowerCase());
      const declared = Object.keys(placeholders);
      const same = JSON.stringify(placeholders) === JSON.stringify(english[key]?.placeholders ?? {});
      return (
        !same || declared.some((name) => !used.includes(name)) || used.some((name) => !declared.includes(name ?? ""))
      );
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it("are not empty and have no space at either end", () => {
    const odd = Object.entries(messages).filter(([, { message }]) => message === "" || message !== message.trim());
    expect(odd.map(([key]) => key)).toEqual([]);
  });

  it.each(FAILURE_KINDS)("say of %s what happened, what is next and who can do it", (kind) => {
    const name = kind.replaceAll("-", "_");
    const fixer = FAILURE_POLICY[kind].fixer.replaceAll("-", "_");
    for (const key of [`failure_${name}_what`, `failure_${name}_next`, `fixer_${fixer}`])
      expect(messages[key]?.message).toBeTruthy();
  });
});

describe("the code", () => {
  it("asks only for texts there are", () => {
    const asked = [...code.matchAll(/\b(text|plural)\(\s*"(\w+)"/g)].map(([, how, key]) =>
      how === "plural" ? `${key}_other` : `${key}`,
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !(key in english))).toEqual([]);
  });

  it("uses every text there is", () => {
    const computed = /^(failure_\w+_(what|next)|fixer_\w+)$/;
    const used = (key: string) =>
      code.includes(`"${key.replace(/_(zero|one|two|few|many|other)$/, "")}"`) || code.includes(`"${key}"`);
    const unused = Object.keys(english).filter(
      (key) => !computed.test(key) && !used(key) && !manifest().includes(`__MSG_${key}__`),
    );
    expect(unused).toEqual([]);
  });
});
