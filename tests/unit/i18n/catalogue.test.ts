import fc from "fast-check";
import { beforeEach, expect, it, vi } from "vitest";
import { EARLY } from "../../../scripts/texts.mjs";
import { LANGUAGES as SPOKEN } from "../../../src/domain/language";
import type { PluralKey } from "../../../src/platform/text";
import { LANGUAGES, manifest } from "./read";
import { textsOf } from "./show-texts";

let settings: unknown;
let browsers = "en";
const asked: string[] = [];
vi.mock("../../../src/platform/browser", () => ({
  browser: {
    i18n: { getMessage: (key: string) => (key === "language_code" ? browsers : ""), getUILanguage: () => browsers },
    runtime: { getURL: (path: string) => path },
    storage: { local: { get: async () => ({ settings }) } },
  },
}));
let delay = 0;
let broken = false;
vi.stubGlobal("fetch", async (path: string) => {
  asked.push(path);
  for (let turns = delay; turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
  if (broken) throw new TypeError("Failed to fetch");
  const keys = Object.keys(LANGUAGES.get("en") ?? {}).sort();
  const [, name = ""] = /^texts\/(\w+)\.json$/.exec(path) ?? [];
  const list = name === "keys" ? keys : keys.map((key) => textsOf(name)(key) ?? "");
  return { json: async () => list };
});
const { loadTexts, reloadTexts } = await import("../../../src/storage/language");
const { language, plural, text } = await import("../../../src/platform/text");
const { EARLY_KEYS } = await import("../../../src/platform/early-text");

beforeEach(() => {
  asked.length = 0;
});

it("there are texts for every language, and no others", () => {
  expect([...LANGUAGES.keys()].sort()).toEqual([...SPOKEN].sort());
  for (const [code, messages] of LANGUAGES) expect(messages.language_code?.message).toBe(code);
});

it("a text before its catalogue is a mistake that is heard", () => {
  expect(() => text("cancel")).toThrow("loadTexts");
});

it("reads the one chosen language, once", async () => {
  settings = { language: "nl" };
  await Promise.all([loadTexts(), loadTexts()]);
  await loadTexts();
  expect(asked.sort()).toEqual(["texts/keys.json", "texts/nl.json"]);
  expect([language(), text("cancel")]).toEqual(["nl", "Annuleren"]);
});

it("is the browser's where none is chosen, whatever else is stored", async () => {
  browsers = "de";
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.anything(), fc.record({ language: fc.anything() })), async (stored) => {
      fc.pre(!SPOKEN.some((one) => one === (stored as { language?: unknown } | null)?.language));
      settings = stored;
      await reloadTexts();
      expect(text("cancel")).toBe("Abbrechen");
    }),
    { numRuns: 50 },
  );
});

it("of languages chosen quickly the last one stays, however long each takes to be read", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...SPOKEN), fc.nat({ max: 30 })), { minLength: 1, maxLength: 6 }),
      async (choices) => {
        const all = choices.map(([code, turns]) => {
          settings = { language: code };
          delay = turns;
          return reloadTexts();
        });
        await Promise.all(all);
        expect(text("language_code")).toBe(choices.at(-1)![0]);
      },
    ),
    { numRuns: 60 },
  );
});

it("a catalogue that cannot be read leaves the one that is shown, and is tried again", async () => {
  settings = { language: "it" };
  await reloadTexts();
  settings = { language: "fr" };
  broken = true;
  await reloadTexts();
  await loadTexts();
  expect(text("language_code")).toBe("it");
  broken = false;
  await reloadTexts();
  expect(text("language_code")).toBe("fr");
});

const plurals = Object.keys(LANGUAGES.get("en") ?? {}).flatMap((key) => /^(\w+)_other$/.exec(key)?.[1] ?? []);

it.each([...SPOKEN])(
  "in %s every plural has a text for every number, and says it where it is not one",
  async (code) => {
    settings = { language: code };
    await reloadTexts();
    for (const key of plurals as PluralKey[])
      for (const count of [0, 1, 2, 5, 21, 100, 1_000_000]) {
        const said = plural(key, count, "A", "B", "C");
        if (count > 1) expect(said, key).toContain(new Intl.NumberFormat(language()).format(count));
        expect(said, key).toMatch(/^[^$]+$/);
      }
  },
);

it("what is filled in is put in as it is", async () => {
  await reloadTexts();
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(text("chip_remove", name)).toContain(name);
    }),
  );
});

it("browsers keep what they and the first frame show", () => {
  expect([...EARLY].sort()).toEqual(["language_code", ...EARLY_KEYS].sort());
  expect(manifest()).toContain("__MSG_extension_name__");
});
