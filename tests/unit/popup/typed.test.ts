import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { FindResult } from "../../../src/domain/find";
import { fold, prepare } from "../../../src/domain/picker";
import { sameTag } from "../../../src/domain/text/same-tag";
import { knownTags } from "../../../src/popup/model/known";
import { choiceOf, type Given } from "../../../src/popup/model/row";
import { resolveTyped } from "../../../src/popup/model/rows";
import { INITIAL } from "../../../src/popup/state";
import { respelt, tagName } from "../picker/generated";
import { openPopup } from "./keyboard";
import { shown } from "./made";

// Hundreds of runs each, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const ada: FindResult = { kind: "found", shown: shown() };

describe("a tag of the list", () => {
  it("is sent in exactly the stored characters, however it is typed, and never made anew", async () => {
    const popup = await openPopup();
    const cases = fc.array(tagName, { minLength: 1, maxLength: 6 }).chain((names) =>
      fc.nat(names.length - 1).chain((which) => {
        const name = names[which] as string;
        return fc.tuple(fc.constant(names), fc.constant(name), fc.oneof(fc.constant(fold(name)), respelt(name)));
      }),
    );
    fc.assert(
      fc.property(cases, ([names, name, typed]) => {
        popup.set({ ...INITIAL, result: ada });
        popup.sent.length = 0;
        popup.list(...names);
        // A field of one line holds no line breaks.
        popup.input(typed.replace(/[\n\r]/g, " "));
        popup.press("Enter");
        const [choice] = popup.sent.flatMap(({ tags }) => tags);
        expect(choice?.create).toBe(false);
        expect(names).toContain(choice?.name);
        // Two tags that only accents tell apart are both meant by their folded form.
        expect(fold(choice?.name ?? "")).toBe(fold(name));
        if (sameTag(typed, name)) expect(sameTag(choice?.name ?? "", name)).toBe(true);
        if (names.filter((one) => fold(one) === fold(name)).length === 1) expect(choice?.name).toBe(name);
      }),
      { numRuns: 400 },
    );
  });
});

describe("typed ahead of everything", () => {
  const LIST = [
    "Excellent Fit",
    "Employee Referral",
    "Referral",
    "Fired",
    "Python",
    "PyTest",
    "Berlin, Mitte",
    "Café",
    "Hired Elsewhere",
  ];
  const words = ["exc", "refer", "hired", "py", "PYTHON", "berlin, mitte", "cafe", "Brand new", "fit; py", "xyz", "e"];
  const KEYS = ["Enter", "Enter", "Enter", "Escape", "ArrowDown", "ArrowUp"] as const;
  type Act = { type: string } | { press: string } | { alt: number };
  const act: fc.Arbitrary<Act> = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...words).map((type) => ({ type })) },
    { weight: 4, arbitrary: fc.constantFrom(...KEYS).map((press) => ({ press })) },
    { weight: 1, arbitrary: fc.constantFrom(1, 2, 3).map((alt) => ({ alt })) },
  );
  const NUMBERS = ["Python", "Referral", "Fired"];
  const carrier: FindResult = {
    kind: "found",
    shown: shown({ candidate: { ...shown().candidate, tags: ["Referral"] } }),
  };

  it("sends and creates nothing that the same keys typed slowly do not, and loses nothing", async () => {
    const popup = await openPopup();
    const play = (acts: readonly Act[], listAt: number, personAt: number) => {
      popup.set({ ...INITIAL });
      popup.field.value = "";
      popup.sent.length = 0;
      for (let at = 0; at <= acts.length; at++) {
        if (at === listAt) {
          popup.set({ numbers: NUMBERS });
          popup.list(...LIST);
        }
        if (at === personAt) popup.set({ result: carrier });
        const one = acts[at];
        if (!one) continue;
        if ("type" in one) popup.type(one.type);
        else if ("press" in one) popup.press(one.press);
        else popup.alt(one.alt);
      }
      return popup.sent.flatMap(({ tags }) => tags);
    };
    const runs = fc
      .array(act, { minLength: 1, maxLength: 7 })
      .chain((acts) => fc.tuple(fc.constant(acts), fc.nat(acts.length), fc.nat(acts.length)));
    fc.assert(
      fc.property(runs, ([acts, listAt, personAt]) => {
        const arrows = acts.some((one) => "press" in one && one.press.startsWith("Arrow"));
        // The highlight belongs to the row it was seen on: rows that change with the person lead elsewhere.
        fc.pre(!arrows || personAt <= listAt);
        // No second Enter: what a first one left in the field is another state than the slow one's.
        fc.pre(acts.filter((one) => "press" in one && one.press === "Enter").length <= 1);
        const slow = play(acts, 0, 0);
        const heldSlow = [popup.get().text, ...popup.get().chips.map((chip) => chip.typed)].join("|");
        const early = play(acts, listAt, personAt);
        const { text, chips, pendingEntries, notice, active } = popup.get();
        const shownOtherwise = notice !== null || active !== null;
        const held = [text, ...chips.map((chip) => chip.typed)].join("|");
        for (const tag of early) expect(slow).toContainEqual(tag);
        expect(pendingEntries).toEqual([]);
        // Escape clears the field, and with it what came back there.
        const escaped = acts.some((one) => "press" in one && one.press === "Escape");
        const lost = slow.filter((tag) => !early.some((one) => one.name === tag.name));
        if (lost.length > 0 && !escaped) expect(held !== "" || shownOtherwise).toBe(true);
        if (heldSlow !== "" && !escaped) expect(held !== "" || shownOtherwise).toBe(true);
      }),
      { numRuns: 1000, seed: 20261128 },
    );
  });
});

describe("a refresh of the list", () => {
  it("between any keys and Enter never changes which tag is sent", async () => {
    const popup = await openPopup();
    const lists = fc.tuple(
      fc.array(tagName, { minLength: 1, maxLength: 6 }),
      fc.array(tagName, { maxLength: 6 }),
      fc.nat(),
    );
    fc.assert(
      fc.property(lists, fc.nat(4), fc.nat(5), ([before, added, dropped], moves, length) => {
        popup.set({ ...INITIAL, result: ada });
        popup.sent.length = 0;
        popup.list(...before);
        popup.input(fold(before[0] as string).slice(0, length));
        for (let n = 0; n < moves; n++) popup.press("ArrowDown");
        const aimed = popup.highlighted();
        popup.list(...before.filter((_, at) => at !== dropped % (before.length + 1)), ...added);
        popup.press("Enter");
        if (aimed !== undefined) for (const name of popup.names()) expect(name).toBe(aimed);
      }),
      { numRuns: 400 },
    );
  });
});

it("finds what is typed among 50,000 tags as among few", () => {
  const names = Array.from({ length: 50_000 }, (_, n) => `Tag  ${n} Nr. ${n % 977}`);
  const given: Omit<Given, "text"> = {
    index: prepare(names),
    recents: [],
    numbers: [],
    known: knownTags([]),
    connector: "lever",
    mayCreate: true,
    listKnown: true,
  };
  for (const at of [0, 1, 777, 25_000, 49_999]) {
    const row = resolveTyped({ ...given, text: fold(names[at] as string) });
    expect(row && choiceOf(row)).toEqual({ name: names[at], create: false });
  }
});
