import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepare } from "../../../src/domain/picker";
import { type KnownState, knownTags } from "../../../src/popup/model/known";
import { choiceOf, choicesOf, type Given, groupOf } from "../../../src/popup/model/row";
import { numberedRow, resolveTyped, rowsFor } from "../../../src/popup/model/rows";
import { setRow, whyNotSet } from "../../../src/popup/model/set-row";

const known = (state: KnownState, ...names: string[]) => knownTags(names.map((name) => ({ name, state })));

const given = (text: string, over: Partial<Given> = {}): Given => ({
  text,
  index: prepare(["Excellent Fit", "Python", "Senior"]),
  recents: [],
  numbers: [],
  pins: [],
  sets: [],
  onPage: [],
  known: knownTags([]),
  connector: "greenhouse",
  mayCreate: true,
  listKnown: true,
  ...over,
});

const kinds = (text: string, over: Partial<Given> = {}) =>
  rowsFor(given(text, over)).rows.map((row) => `${row.kind} ${row.name}`);

describe("the rows under the field", () => {
  it("take the existing spelling for another case", () => {
    const row = resolveTyped(given("excellent fit"));
    expect(row && choiceOf(row)).toEqual({ name: "Excellent Fit", create: false });
    expect(kinds("excellent fit")).not.toContain("create excellent fit");
  });

  it("offer a near tag first and creating as the last row, and suggest neither", () => {
    expect(kinds("Excelent Fit")).toEqual(["near Excellent Fit", "create Excelent Fit"]);
    expect(rowsFor(given("Excelent Fit"))).toMatchObject({ first: -1, mayBeSlip: true });
  });

  it("put names that hold the text before guesses", () => {
    const index = prepare(["Fire", "Hired", "Rehire"]);
    expect(kinds("hire", { index })).toEqual(["tag Hired", "tag Rehire", "near Fire", "create hire"]);
  });

  it("highlight nothing when only creating is left", () => {
    expect(rowsFor(given("Brand new"))).toMatchObject({ rows: [{ kind: "create" }], first: -1, mayBeSlip: false });
  });

  it("offer a tag that only accents tell apart as the last row", () => {
    const index = prepare(["schön"]);
    expect(kinds("schon", { index })).toEqual(["tag schön", "create schon"]);
    expect(resolveTyped(given("schon", { index }))?.name).toBe("schön");
    expect(kinds("schon", { index: prepare(["schön", "schon"]) })[0]).toBe("tag schon");
  });

  it("create nothing where that is switched off, and say so", () => {
    expect(rowsFor(given("Brand new", { mayCreate: false }))).toMatchObject({ rows: [], bad: "may-not-create" });
  });

  it("find what is on the candidate before everything, under every state", () => {
    const index = prepare(["Employee Referral", "Referral"]);
    for (const state of ["carried", "adding", "aside"] as const)
      for (const names of [["Referral"], ["Employee Referral"], ["Referred"]])
        expect(kinds("refer", { index, known: known(state, ...names) })[0]).toBe(`${state} ${names[0]}`);
  });

  it("show a tag once although candidate and list spell it differently", () => {
    const over = { index: prepare(["Front End", "Front Desk"]), known: known("carried", "FRONT  END") };
    expect(kinds("front", over)).toEqual(["carried FRONT  END", "tag Front Desk", "create front"]);
    expect(kinds("front end", over).filter((row) => /front *end/i.test(row))).toEqual(["carried Front End"]);
  });

  const set = (id: string, name: string, ...tags: string[]) => ({
    id,
    integrationId: "greenhouse:made-up",
    name,
    tags,
  });

  it("without text: the page's tags the candidate lacks, numbered ones, sets, all; each once, none highlighted", () => {
    const over = {
      numbers: ["Senior"],
      onPage: ["Python", "Senior", "Gone", "Excellent Fit"],
      known: known("carried", "Excellent Fit"),
      sets: [set("a", "Python", "Senior", "Python"), set("b", "Pinned", "Senior")],
      pins: [null, { kind: "set", id: "b" }] as const,
    };
    const { rows, first } = rowsFor(given("", over));
    expect(first).toBe(-1);
    expect(rows.map((row) => [groupOf(row), row.kind, row.name, row.number])).toEqual([
      ["page", "tag", "Python", undefined],
      ["page", "recent", "Senior", 1],
      ["recent", "set", "Pinned", 2],
      ["sets", "set", "Python", undefined],
    ]);
  });

  it("of a set add exactly what the candidate lacks, whatever is known of its tags", () => {
    const names = ["Excellent Fit", "Python", "Senior", "Gone", "Lost"];
    const some = fc.uniqueArray(fc.constantFrom(...names));
    fc.assert(
      fc.property(some, some, (tags, carried) => {
        const row = setRow(set("a", "S", ...tags), given("", { known: known("carried", ...carried) }));
        const exists = (name: string) => name !== "Gone" && name !== "Lost";
        expect(row.set?.missing).toEqual(tags.filter((name) => !exists(name)));
        const lacks = tags.filter((name) => exists(name) && !carried.includes(name));
        expect(choicesOf(row)).toEqual(lacks.map((name) => ({ name, create: false, set: "S" })));
        for (const listFailed of [null, "not-fetched", "not-kept"] as const) {
          const why = whyNotSet(row.name, row.set!, { listFailed });
          const mayGo = lacks.length > 0 && row.set!.missing.length === 0 && listFailed === null;
          expect(why === null).toBe(mayGo);
        }
      }),
    );
  });

  it("find a set by its name, after a tag that fits as well", () => {
    const index = prepare(["Phone screen", "Senior"]);
    const sets = [set("a", "Phone screen done", "Senior"), set("b", "Phone", "Senior")];
    const over = { index, sets };
    expect(kinds("phone s", over).slice(0, 2)).toEqual(["tag Phone screen", "set Phone screen done"]);
    expect(kinds("phone", over)[0]).toBe("set Phone");
    expect(kinds("phone screen", over)[0]).toBe("tag Phone screen");
  });

  it("keep each number with its tag", () => {
    const numbers = ["Gone", "Senior", "Python"];
    const over = { numbers, known: known("carried", "Senior", "Excellent Fit") };
    const { rows } = rowsFor(given("", over));
    expect(rows.map(({ name, kind, number }) => [name, kind, number])).toEqual([
      ["Senior", "carried", 2],
      ["Python", "recent", 3],
    ]);
    expect([1, 2, 3, 4].map((digit) => numberedRow(given("x", over), digit)?.name)).toEqual([
      undefined,
      "Senior",
      "Python",
      undefined,
    ]);
  });
});
