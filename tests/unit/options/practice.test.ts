import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answer,
  enter,
  isSending,
  move,
  type Practice,
  rowsIn,
  startPractice,
  tagsIn,
  take,
  takeNumbered,
  type,
  undo,
} from "../../../src/options/practice/practice";

const NOW = Date.UTC(2026, 0, 15, 12);
const TAGS = ["Referral", "Phone screen", "Strong hire", "Senior", "Remote"];

const start = (mayCreate = true) => startPractice("Robin Sample", TAGS, mayCreate, NOW);
const typedAndTaken = (text: string, practice = start()) => enter(type(practice, text), NOW);
const tags = (practice: Practice) => tagsIn(practice).map(({ name, state }) => `${name} ${state}`);
const names = (practice: Practice) => tagsIn(practice).map(({ name }) => name);

describe("practising", () => {
  it("adds the tag that fits what is typed, and empties the field", () => {
    const after = typedAndTaken("rem");
    expect(tags(after)).toEqual(["Referral mirror", "Remote adding"]);
    expect(after.text).toBe("");
    expect(isSending(after)).toBe(true);
    expect(tags(answer(after, NOW))).toEqual(["Referral mirror", "Remote added"]);
    expect(isSending(answer(after, NOW))).toBe(false);
  });

  it("lists what was used before under its numbers, and the others", () => {
    expect(rowsIn(start()).rows.map(({ name, number }) => [name, number])).toEqual([
      ["Phone screen", 1],
      ["Strong hire", 2],
      ["Remote", undefined],
      ["Senior", undefined],
    ]);
    expect(names(takeNumbered(start(), 2, NOW))).toEqual(["Referral", "Strong hire"]);
    expect(takeNumbered(start(), 9, NOW)).toEqual(start());
  });

  it("says that a tag is there already, and adds nothing", () => {
    const after = typedAndTaken("referral");
    expect(after.notice).toEqual({ kind: "already-there", name: "Referral" });
    expect(after.jobs).toEqual([]);
    expect(takeNumbered(typedAndTaken("phone"), 1, NOW).notice).toEqual({
      kind: "already-there",
      name: "Phone screen",
    });
  });

  it("creates only at a second Enter, and knows the tag from then on", () => {
    const asked = typedAndTaken("Night shift");
    expect(asked.jobs).toEqual([]);
    const after = enter(asked, NOW);
    expect(names(after)).toEqual(["Referral", "Night shift"]);
    expect(after.jobs[0]?.createsTag).toBe(true);
    const again = typedAndTaken("night", answer(undo(after, NOW), NOW));
    expect(again.jobs.at(-1)).toMatchObject({ tag: "Night shift", createsTag: false });
  });

  it("lets choose between a slip and a new tag", () => {
    const asked = typedAndTaken("Senoir");
    expect(asked).toMatchObject({ jobs: [], notice: { kind: "choose" } });
    expect(names(enter(move(asked, 1), NOW))).toEqual(["Referral", "Senior"]);
    expect(names(enter(move(asked, -1), NOW))).toEqual(["Referral", "Senoir"]);
  });

  it("creates nothing where that is switched off", () => {
    const asked = typedAndTaken("Night shift", start(false));
    expect(rowsIn(asked).bad).toBe("may-not-create");
    expect(enter(asked, NOW).jobs).toEqual([]);
  });

  it("undoes the latest, also while it is on its way, and nothing twice", () => {
    const one = answer(typedAndTaken("remote"), NOW);
    const two = typedAndTaken("senior", one);
    expect(tags(undo(two, NOW))).toEqual(["Referral mirror", "Remote added", "Senior removing"]);
    const back = answer(undo(two, NOW), NOW);
    expect(tags(back)).toEqual(["Referral mirror", "Remote added"]);
    const all = answer(undo(back, NOW), NOW);
    expect(names(all)).toEqual(["Referral"]);
    expect(undo(all, NOW)).toEqual(all);
  });

  it("undone as often as added, everything is as it was, whatever keys came between", () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("type" as const), text: fc.constantFrom("", "re", "Senoir", "new one", "strong") }),
      fc.record({ kind: fc.constantFrom("enter", "down", "up", "undo", "answer") }),
      fc.record({ kind: fc.constant("digit" as const), digit: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant("click" as const), at: fc.nat(8) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let now = start();
        for (const one of steps) {
          if (one.kind === "type") now = type(now, one.text);
          else if (one.kind === "digit") now = takeNumbered(now, one.digit, NOW);
          else if (one.kind === "click") {
            const row = rowsIn(now).rows[one.at];
            if (row) now = take(now, row, NOW);
          } else if (one.kind === "enter") now = enter(now, NOW);
          else if (one.kind === "down") now = move(now, 1);
          else if (one.kind === "up") now = move(now, -1);
          else if (one.kind === "undo") now = undo(now, NOW);
          else now = answer(now, NOW);
          // Nobody carries a tag twice.
          expect(new Set(names(now)).size).toBe(names(now).length);
        }
        for (const _ of now.jobs) now = answer(undo(now, NOW), NOW);
        expect(tags(now)).toEqual(["Referral mirror"]);
      }),
    );
  });
});
