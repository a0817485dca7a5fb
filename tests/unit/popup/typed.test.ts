import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { FindResult } from "../../../src/domain/find";
import { fold, prepare } from "../../../src/domain/picker";
import { sameTag } from "../../../src/domain/text/same-tag";
import type { TagChoice } from "../../../src/messaging/protocol";
import { knownTags } from "../../../src/popup/model/known";
import { choiceOf, type Given } from "../../../src/popup/model/row";
import { resolveTyped } from "../../../src/popup/model/rows";
import { INITIAL } from "../../../src/popup/state";
import { respelt, tagName } from "../picker/generated";
import { openPopup } from "./keyboard";
import { job, shown } from "./made";

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
  const carrying = (...tags: string[]) => shown({ candidate: { ...shown().candidate, tags } });
  const carrier: FindResult = { kind: "found", shown: carrying("Referral") };
  const isEnter = (one: Act | undefined) => one !== undefined && "press" in one && one.press === "Enter";

  interface When {
    listAt: number;
    personAt: number;
    /** What the remembered candidate carries, where one is on screen before the person is certain. */
    remembered: readonly string[];
  }

  it("sends and creates nothing that the same keys typed slowly do not, and loses nothing", async () => {
    // Early keys create nothing, so that what follows them meets no new tag.
    let creates = true;
    const { highlightedRow, ...popup } = await openPopup(undefined, (_, tags) => {
      const asked = tags
        .filter(({ create }) => creates || !create)
        .map(({ name }) => job({ tag: name, state: "queued" }));
      popup.set({ jobs: [...popup.get().jobs, ...asked], submitting: [] });
    });
    const held = () => {
      const { text, chips, notice, active, pendingEntries } = popup.get();
      return text.trim() !== "" || chips.length + pendingEntries.length > 0 || notice !== null || active !== null;
    };
    let aimedAt: TagChoice[] = [];
    let closed = false;
    /**
     * `startOver`: the popup stays open at Escape, as it does when something came back, and after these Enters the recruiter
     * clears what Enter left in the field, as an early Enter does.
     */
    const play = (acts: readonly Act[], { listAt, personAt, remembered }: When, startOver: number | null = null) => {
      popup.set({ ...INITIAL });
      popup.field.value = "";
      popup.sent.length = 0;
      aimedAt = [];
      closed = false;
      let enters = 0;
      for (let at = 0; at <= acts.length; at++) {
        if (at === listAt) {
          // No list is asked for before anybody is shown.
          if (personAt > listAt) popup.set({ cachedMatch: carrying(...remembered) });
          popup.set({ numbers: NUMBERS });
          popup.list(...LIST);
        }
        if (at === personAt) popup.set({ result: carrier });
        const one = acts[at];
        if (!one) continue;
        const row = highlightedRow(popup.get());
        if (isEnter(one) && row) aimedAt.push(choiceOf(row));
        if ("type" in one) popup.type(one.type);
        else if ("alt" in one) popup.alt(one.alt);
        // With nothing to clear, Escape closes the popup: what is undecided is the background's.
        else if (!popup.press(one.press) && one.press === "Escape" && startOver === null) {
          closed = true;
          break;
        }
        if (isEnter(one) && (startOver ?? 0) & (1 << enters++)) popup.input("");
      }
      return popup.sent.flatMap(({ tags }) => tags);
    };
    const runs = fc.array(act, { minLength: 1, maxLength: 8 }).chain((acts) =>
      fc.record({
        acts: fc.constant(acts),
        listAt: fc.nat(acts.length),
        personAt: fc.nat(acts.length),
        remembered: fc.constantFrom<readonly string[]>([], ["Referral"], ["Python", "Referral"]),
      }),
    );
    fc.assert(
      fc.property(runs, ({ acts, ...when }) => {
        const enters = acts.filter(isEnter).length;
        fc.pre(enters <= 4);
        const arrows = acts.some((one) => "press" in one && one.press.startsWith("Arrow"));
        const sameRows = when.personAt <= when.listAt || when.remembered.join() === "Referral";
        // The highlight belongs to the row it was seen on: rows that change with the person lead elsewhere.
        fc.pre(!arrows || sameRows);
        const slow = play(acts, { listAt: 0, personAt: 0, remembered: [] });
        const heldSlow = popup.get().text.trim() !== "" || popup.get().chips.length > 0;
        const ways = [true, false].flatMap((made) => {
          creates = made;
          return Array.from({ length: 2 ** enters }, (_, mask) =>
            play(acts, { ...when, listAt: 0, personAt: 0 }, mask),
          );
        });
        creates = true;
        const early = play(acts, when);
        // Escape clears what stands there, which is not the same before and after.
        const escaped = acts.some((one) => "press" in one && one.press === "Escape");
        // Creation takes a step of its own on the screen. After one that did not happen, what was on the screen counts.
        const same = sameRows && !escaped && !ways.flat().some(({ create }) => create);
        // What an arrow key led to and Enter took stood on the screen, also where it was of something that came back.
        for (const tag of early) expect([...ways.flat(), ...aimedAt]).toContainEqual(tag);
        if (!closed) expect(popup.get().pendingEntries).toEqual([]);
        // A new tag comes back into the field instead, and typing goes on there.
        const lost = slow.filter((tag) => !tag.create && !early.some((one) => one.name === tag.name));
        // An arrow key and Enter may have made a new tag of what came back, seen on the screen.
        const taken = early.some(({ create }) => create);
        if (same && !taken && (lost.length > 0 || heldSlow)) {
          const was = { slow, early, heldSlow, held: held() };
          expect(was).toEqual({ ...was, held: true });
        }
      }),
      {
        numRuns: 1000,
        examples: [
          [
            {
              acts: [
                { type: "berlin, mitte" },
                { type: "exc" },
                { press: "Enter" },
                { type: "fit; py" },
                { press: "ArrowDown" },
                { press: "Enter" },
                { press: "Enter" },
                { type: "e" },
              ],
              listAt: 4,
              personAt: 0,
              remembered: [],
            },
          ],
        ],
      },
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
    pins: [],
    sets: [],
    onPage: [],
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
