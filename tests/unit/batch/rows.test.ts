import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputOfText } from "../../../src/batch/model/input";
import { type LookUpParts, lookUpRows } from "../../../src/batch/model/look-up";
import { understandRow } from "../../../src/batch/model/understand";
import { recogniseColumns } from "../../../src/domain/batch/columns";
import { peopleByTag, planBatch } from "../../../src/domain/batch/plan";
import { reportLines } from "../../../src/domain/batch/report";

const id = "greenhouse:NorthwindGreenhouse00000";
const around = {
  integrations: [{ id, connector: "greenhouse", label: "" } as const],
  picked: id,
  bindings: [{ key: "greenhouse|", integrationId: id, at: 0 }],
  patterns: [],
  own: ["me@home.example", "@northwind.example"],
};
const UUID = "5f2b1c9e-1111-4222-8333-444455556666";
const ada = { id: "c1", remoteId: "1001", name: "Ada Lovelace", tags: [] };
const bob = { id: "c2", remoteId: "2002", name: "Bob Miller", tags: [] };

const understand = (cells: string[], header: string[]) =>
  understandRow({ row: 1, cells, origin: "text" }, recogniseColumns([header, cells]).roles, around);
const free = (text: string) => understandRow({ row: 1, cells: [text], origin: "text" }, null, around);

/** Kombo, which knows these values. */
async function lookUp(row: ReturnType<typeof free>, known: Record<string, typeof ada>) {
  const parts: LookUpParts = {
    ask: async ({ values }) => ({
      hits: values.flatMap((value) => (known[value] ? [{ value, candidate: known[value] }] : [])),
      failure: null,
    }),
    wait: async () => {},
    now: () => 1,
    isStopped: () => false,
    onProgress: () => {},
  };
  const [found] = (await lookUpRows([row], new Map(), parts)).rows;
  return [found!.state, found!.reason, found!.candidate?.id];
}

describe("the number of a row", () => {
  it("is the one its spreadsheet shows, whatever stands between: headers, empty lines, line breaks inside cells", () => {
    const line = fc.constantFrom("person", "empty", "commas", "broken");
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 2, maxLength: 12 }),
        fc.boolean(),
        fc.constantFrom("\n", "\r\n"),
        (kinds, named, end) => {
          fc.pre(kinds.filter((kind) => kind === "person" || kind === "broken").length > 1);
          const records = kinds.map((kind, at) =>
            kind === "empty"
              ? ""
              : kind === "commas"
                ? " , "
                : `${kind === "broken" ? `"Ada\nNo${at}"` : `Ada No${at}`},p${at}@example.com`,
          );
          const text = [...(named ? ["Name,E-mail"] : []), ...records].join(end);
          for (const { row, cells } of inputOfText(text).rows) {
            expect(cells[1]).toBe(`p${row - 1 - (named ? 1 : 0)}@example.com`);
          }
        },
      ),
    );
  });

  it.each([
    ["Name,E-mail\n\nAda Lovelace,ada@example.com\nBob Miller,bob@example.com\n", [3, 4]],
    ["\n\nada@example.com\n\nbob@example.com", [3, 5]],
  ])("%j", (text, numbers) => expect(inputOfText(text).rows.map(({ row }) => row)).toEqual(numbers));
});

describe("words beside an id or a link", () => {
  it.each([
    [`${UUID} wohnt in Berlin und kennt die anderen`],
    [`not this one ${UUID}`],
    [`${UUID} - siehe bob`],
    [`${UUID}, lieber nicht taggen!`],
  ])("that are no name are looked at by a person: %s", async (line) => {
    expect((await lookUp(free(line), { [UUID]: { ...ada, remoteId: UUID } }))[0]).not.toBe("ready");
  });

  it.each([[UUID], [`ID: ${UUID}`], [`Candidate ID ${UUID}`], [`- ${UUID};`], [`Ada Lovelace ${UUID}`]])(
    "labels and the person's own name leave it ready: %s",
    async (line) => {
      expect((await lookUp(free(line), { [UUID]: { ...ada, remoteId: UUID } }))[0]).toBe("ready");
    },
  );

  it("whatever they are, they make no row surer than it is without them", async () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async (words) => {
        const known = { [UUID]: { ...ada, remoteId: UUID } };
        const [state] = await lookUp(free(`${words.join(" ")} ${UUID}`), known);
        const row = free(`${words.join(" ")} ${UUID}`);
        if (row.name === "" && row.hasOtherWords) expect(state).not.toBe("ready");
      }),
    );
  });
});

describe("an id and an address in one row", () => {
  const HEADER = ["ID", "Name", "E-mail"];
  const row = (name: string) => understand(["1001", name, "ada@example.com"], HEADER);

  it.each([
    [
      "another system's number is no reason to miss the person",
      "Ada Lovelace",
      { "ada@example.com": ada },
      ["ready", "first-by-email", "c1"],
    ],
    [
      "somebody else's number does not refuse the person",
      "Ada Lovelace",
      { 1001: bob, "ada@example.com": ada },
      ["ready", "first-by-email", "c1"],
    ],
    [
      "two people without a name are nobody",
      "",
      { 1001: bob, "ada@example.com": ada },
      ["refused", "several", undefined],
    ],
    [
      "one person by both is ready without a name",
      "",
      { 1001: ada, "ada@example.com": ada },
      ["ready", "id-and-email", "c1"],
    ],
    ["a name against both is refused", "Cy Other", { 1001: ada, "ada@example.com": ada }, ["refused", "differs", "c1"]],
    ["the number alone is looked at", "", { 1001: ada }, ["look", "nothing-to-compare", "c1"]],
  ])("%s", async (_, name, known, result) => {
    expect(await lookUp(row(name), known as Record<string, typeof ada>)).toEqual(result);
  });
});

describe("one's own addresses", () => {
  it.each([["ME@home.example"], ["Colleague <cy@northwind.example>"], ["mailto:cy@NORTHWIND.example"]])(
    "%s is nobody's",
    (text) => {
      expect(free(text)).toMatchObject({ asks: [], why: "own-address" });
      expect(understand([text, ""], ["E-mail", "Tags"])).toMatchObject({ asks: [], why: "own-address" });
    },
  );

  it("beside a candidate's are left out", () => {
    expect(free("Ada Lovelace <ada@example.com>, me@home.example").asks).toEqual([
      { by: "email", value: "ada@example.com" },
    ]);
    expect(understand(["1001", "cy@northwind.example"], ["ID", "E-mail"]).asks).toEqual([
      { by: "candidate", value: "1001" },
    ]);
  });

  it("of another domain are somebody's", () => {
    expect(free("cy@notnorthwind.example").asks).toHaveLength(1);
    expect(free("cy@eu.northwind.example").asks).toHaveLength(1);
  });
});

it("each tag of a row has an outcome of its own, whether it is sent, refused or there already", () => {
  const tags = fc.array(fc.constantFrom("VIP", "Java", "Forbidden", "Banned"), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(tags, { minLength: 1, maxLength: 4 }), (rows) => {
      const found = rows.map((some, at) => ({
        row: { ...free("ada@example.com"), row: at + 1, tags: some },
        state: "ready" as const,
        reason: "agrees" as const,
        candidate: ada,
        by: "email" as const,
        asOf: 1,
      }));
      const plan = planBatch(found, new Map(), [], (_, name) =>
        name === "Forbidden" || name === "Banned" ? null : { name, create: false },
      );
      expect(plan.jobs + plan.skipped.length).toBe(rows.flat().length);
      const lines = reportLines({ state: "over", skipped: plan.skipped }, []);
      expect(lines.filter(({ outcome }) => outcome === "tag-refused").map(({ tag }) => tag)).toEqual(
        rows.flat().filter((tag) => tag === "Forbidden" || tag === "Banned"),
      );
    }),
  );
});

it("says who gets which tag where rows have tags of their own, and nothing where all get the same", () => {
  const found = (row: number, id: string, tags: readonly string[]) => ({
    row: { ...free("ada@example.com"), row, tags },
    state: "ready" as const,
    reason: "agrees" as const,
    candidate: { ...ada, id },
    by: "email" as const,
    asOf: 1,
  });
  const plan = (...rows: ReturnType<typeof found>[]) =>
    planBatch(rows, new Map(), ["Fair"], (_, name) => ({ name, create: false }));
  expect(peopleByTag(plan(found(1, "a", []), found(2, "b", [])))).toEqual([]);
  expect(peopleByTag(plan(found(1, "a", []), found(2, "b", ["VIP", "Fair"]), found(3, "b", ["Java"])))).toEqual([
    { tag: "Fair", people: 2 },
    { tag: "VIP", people: 1 },
    { tag: "Java", people: 1 },
  ]);
});
