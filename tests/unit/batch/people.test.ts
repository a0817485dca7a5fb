import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { northwind } from "../../../sandbox/data/greenhouse";
import { manyPeople } from "../../../sandbox/data/many-people";
import { inputOfLinks, inputOfText } from "../../../src/batch/model/input";
import { type Answers, type LookUpParts, lookUpRows } from "../../../src/batch/model/look-up";
import { understandRow } from "../../../src/batch/model/understand";
import { type AskSlice, MOST_IDS, slicesOf } from "../../../src/domain/batch/look-up";
import { isIncluded, markTwice, mayInclude, planBatch } from "../../../src/domain/batch/plan";
import type { BatchRow, FoundRow } from "../../../src/domain/batch/row";
import { csvCell, csvFile } from "../../../src/domain/csv";
import { failure } from "../../../src/domain/failure";
import { SeededRandom } from "../../harness/seeded-random";

const NORTHWIND = { id: northwind.id, connector: northwind.connector, label: "Northwind" };
const around = { integrations: [NORTHWIND], picked: NORTHWIND.id, bindings: [], patterns: [], own: [] };
const people = [...northwind.people, ...manyPeople(northwind, 200, 400, 7)];
type Person = (typeof people)[number];
const nameOf = ({ firstName, lastName }: Person) => `${firstName} ${lastName}`;
const candidateOf = (one: Person) => ({ id: one.komboId, remoteId: one.remoteId, name: nameOf(one), tags: one.tags });

let requests: AskSlice[] = [];

/** Kombo, which knows Northwind's people and nobody else's. */
async function kombo(slice: AskSlice): ReturnType<LookUpParts["ask"]> {
  requests.push(slice);
  const { by, values } = slice;
  const keysOf = (one: Person): readonly string[] => {
    if (by === "email") return one.emails;
    return [{ candidate: one.remoteId, application: one.applicationRemoteId, kombo: one.komboId }[by]];
  };
  const hits = values.flatMap((value) =>
    people.filter((one) => keysOf(one).includes(value)).map((one) => ({ value, candidate: candidateOf(one) })),
  );
  return { hits, failure: null };
}

async function lookUp(rows: readonly BatchRow[], ask: LookUpParts["ask"] = kombo, answers: Answers = new Map()) {
  requests = [];
  const parts = { wait: async () => {}, now: () => 1, isStopped: () => false, onProgress: () => {} };
  return lookUpRows(rows, answers, { ...parts, ask });
}

async function read(text: string): Promise<FoundRow[]> {
  const input = inputOfText(text);
  const rows = input.rows.map((row) => understandRow(row, input.roles, around));
  return markTwice((await lookUp(rows)).rows);
}

const plan = (found: readonly FoundRow[], choices = new Map<number, boolean>()) =>
  planBatch(found, choices, ["Fair"], (_, tag) => ({ name: tag, create: false }));

describe("looking people up", () => {
  it("asks for a thousand ids in at most twenty requests, each once", () => {
    const asks = Array.from({ length: 1000 }, (_, at) => ({
      integrationId: "i",
      by: "candidate" as const,
      value: String(51_000_042_004 + at),
    }));
    const slices = slicesOf([...asks, ...asks]);
    expect(slices.length).toBeLessThanOrEqual(20);
    expect(slices.flatMap(({ values }) => values)).toEqual(asks.map(({ value }) => value));
    const uuids = asks.map((ask, at) => ({ ...ask, value: `8d7a5c3e-0b1f-4c2d-9e6a-${String(at).padStart(12, "0")}` }));
    expect(slicesOf(uuids).length).toBeLessThanOrEqual(20);
  });

  it("puts no more into one request than its address carries, and never a comma", () => {
    const value = fc.oneof(fc.string(), fc.string({ minLength: 1, maxLength: 300 }), fc.constantFrom("1,2", ""));
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const slices = slicesOf(values.map((one) => ({ integrationId: "i", by: "candidate", value: one })));
        for (const slice of slices) {
          expect(slice.values.length).toBeLessThanOrEqual(MOST_IDS);
          expect(slice.values.every((one) => one !== "" && !one.includes(","))).toBe(true);
          const length = slice.values.map(encodeURIComponent).join("%2C").length;
          if (slice.values.length > 1) expect(length).toBeLessThanOrEqual(4000);
        }
      }),
    );
  });

  it("waits for a busy server, gives up on a refused key, and keeps what it has", async () => {
    const rows = Array.from({ length: 250 }, (_, at) =>
      understandRow(
        { row: at + 1, cells: [people[at]!.remoteId, nameOf(people[at]!)], origin: "text" },
        ["id", "name"],
        around,
      ),
    );
    let count = 0;
    const busy = await lookUp(rows, async (slice) =>
      ++count % 2 === 1 ? { hits: [], failure: failure("busy") } : kombo(slice),
    );
    expect(busy.failure).toBeNull();
    expect(busy.rows.every(({ state }) => state === "ready")).toBe(true);
    const answers: Answers = new Map();
    let asked = 0;
    const broken = await lookUp(
      rows,
      async (slice) => (++asked > 1 ? { hits: [], failure: failure("key-invalid") } : kombo(slice)),
      answers,
    );
    expect(broken.failure?.kind).toBe("key-invalid");
    expect(broken.rows.filter(({ state }) => state === "ready")).toHaveLength(100);
    expect(broken.rows.filter(({ reason }) => reason === "not-looked-up")).toHaveLength(150);
    const again = await lookUp(rows, kombo, answers);
    expect(again.rows.every(({ state }) => state === "ready")).toBe(true);
    expect(requests.flatMap(({ values }) => values)).toHaveLength(150);
  });
});

describe("whom a row means", () => {
  const [ada, ben] = people as [Person, Person];
  const link = (one: Person) => `https://app.greenhouse.io/people/${one.remoteId}`;

  it.each([
    ["an id whose name agrees", `${nameOf(ada)} ${link(ada)}`, "ready", "agrees"],
    ["an id without a name", link(ada), "look", "nothing-to-compare"],
    ["an id with somebody else's name", `${nameOf(ben)} ${link(ada)}`, "refused", "differs"],
    ["an address with its name", `${nameOf(ada)} <${ada.emails[0]}>`, "ready", "first-by-email"],
    ["an address alone", ada.emails[0]!, "look", "nothing-to-compare"],
    ["an address with somebody else's name", `${nameOf(ben)} <${ada.emails[0]}>`, "refused", "differs"],
    ["an address nobody has", "nobody@example.com", "not-found", "not-in-kombo"],
    ["a Kombo id alone", ada.komboId, "look", "nothing-to-compare"],
    [
      "an application with its name",
      `Name,Application ID\n${nameOf(ada)},${ada.applicationRemoteId}`,
      "ready",
      "agrees",
    ],
  ])("%s", async (_, text, state, reason) => {
    expect((await read(text)).map((one) => [one.state, one.reason])).toEqual([[state, reason]]);
  });

  it("of one person counts once, the surest row, and tags of its own make another", async () => {
    const found = await read(
      ["Name,Link,Tag", `,${link(ada)},`, `${nameOf(ada)},${link(ada)},`, `${nameOf(ada)},${link(ada)},Java`].join(
        "\n",
      ),
    );
    expect(found.map(({ state, sameAs }) => [state, sameAs])).toEqual([
      ["twice", 3],
      ["ready", undefined],
      ["ready", undefined],
    ]);
    const { people: planned, skipped } = plan(found);
    expect(planned.map(({ row, tags }) => [row, tags.map(({ name }) => name)])).toEqual([
      [3, ["Fair"]],
      [4, ["Java"]],
    ]);
    expect(skipped).toEqual([[2, "twice", "same-person"]]);
  });
});

it("of five hundred mixed rows each has exactly one place, and nobody is written to who is not meant", async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = new SeededRandom(seed);
    const meant: (Person | null)[] = [];
    const quoted = (text: string) => (random.below(2) === 0 ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = Array.from({ length: 500 }, () => {
      const one = people[random.below(people.length)]!;
      const other = people[random.below(people.length)]!;
      const id = `https://app.greenhouse.io/people/${one.remoteId}`;
      const kinds: (readonly [whom: Person | null, cells: readonly string[]])[] = [
        [one, [nameOf(one), id, ""]],
        [one, [nameOf(one), "", one.emails[0]!]],
        [one, [`${one.lastName}, ${one.firstName}`, id, one.emails[0]!]],
        [one, ["", id, ""]],
        [one, ["", "", one.emails[0]!]],
        // A link of another company's account: the same number, another person.
        [other === one ? one : null, [nameOf(other), id, ""]],
        [null, [nameOf(one), "https://boards.greenhouse.io/people/1", ""]],
        [null, [nameOf(one), `https://app-greenhouse.io/people/${one.remoteId}`, ""]],
        [null, ["=HYPERLINK(1)", "\u0000garbage\u202e", "@@@"]],
        [null, [nameOf(one), "", ""]],
        [null, ["Nobody Here", "", "nobody@example.com"]],
      ];
      const [whom, cells] = kinds[random.below(kinds.length)]!;
      meant.push(whom);
      return cells.map(quoted).map((cell) => (cell.includes(",") && !cell.startsWith('"') ? `"${cell}"` : cell));
    });
    const found = await read(["Name,Link,E-mail", ...lines.map((cells) => cells.join(","))].join("\r\n"));
    expect(found).toHaveLength(500);
    const { people: sent, skipped } = plan(found);
    const places = [...sent.map(({ row }) => row), ...skipped.map(([row]) => row)].sort((a, b) => a - b);
    expect(places).toEqual(Array.from({ length: 500 }, (_, at) => at + 2));
    for (const { row, candidate } of sent) expect(candidate.id, `row ${row}`).toBe(meant[row - 2]?.komboId);
    expect(new Set(sent.map(({ candidate }) => candidate.id)).size).toBe(sent.length);
    // All that have two things that agree are in.
    expect(sent.length).toBeGreaterThan(80);
    // Those that can be included together are whom their rows mean, too.
    for (const one of found.filter(({ state, reason }) => state === "look" && reason === "nothing-to-compare")) {
      expect(one.candidate?.id).toBe(meant[one.row.row - 2]?.komboId);
    }
  }
});

it("a page of ten thousand hostile links adds nobody by itself", async () => {
  const random = new SeededRandom(11);
  const hosts = [
    "app.greenhouse.io",
    "app.greenhouse.io.example.com",
    "greenhouse.io",
    "app.greenhоuse.io",
    "app.greenhouse.io:8443",
    "user@app.greenhouse.io",
    "odoo.imitation.example",
    "hire.lever.co",
    "acme.greenhouse.io",
  ];
  const links = Array.from({ length: 10_000 }, () => {
    const one = people[random.below(people.length)]!;
    const other = people[random.below(people.length)]!;
    const host = hosts[random.below(hosts.length)]!;
    const path = ["people", "odoo/recruitment", "candidates", "people/../people"][random.below(4)]!;
    return { href: `https://${host}/${path}/${one.remoteId}`, text: nameOf(random.below(2) === 0 ? one : other) };
  });
  const { rows, roles } = inputOfLinks({
    pageUrl: "https://evil.example/list",
    links,
    told: null,
    loaded: null,
    cut: false,
  });
  expect(rows.length).toBeGreaterThan(100);
  const found = markTwice((await lookUp(rows.map((row) => understandRow(row, roles, around)))).rows);
  expect(found.filter((one) => one.state === "ready")).toEqual([]);
  expect(found.filter((one) => isIncluded(one, new Map()))).toEqual([]);
  expect(plan(found).people).toEqual([]);
  // Of those that can be looked at, Kombo's own name is the one that is shown.
  for (const { candidate } of found.filter(mayInclude)) {
    expect(people.some((one) => one.komboId === candidate?.id && nameOf(one) === candidate.name)).toBe(true);
  }
  // Hosts that only look like a known system are asked nothing.
  const asked = new Set(
    found.filter(({ by }) => by !== null).map(({ row }) => new URL(row.text.split(" · ")[0]!).host),
  );
  expect([...asked].filter((host) => !/^(?:[a-z]+\.)?(?:greenhouse\.io|lever\.co)(?::8443)?$/.test(host))).toEqual([]);
}, 30_000);

describe("the report", () => {
  it("has no cell that a spreadsheet runs, and gives every other back", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", " =", "＝"), fc.string()).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(cell, (text) => {
        const written = csvCell(text);
        const inside = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
        expect(inside).not.toMatch(/^[\s\u00a0]*[=+\-@]/);
        expect(inside.replace(/(^|[;\t\r\n])'/g, "$1")).toBe(text.replace(/(^|[;\t\r\n])'/g, "$1"));
      }),
    );
  });

  it("has no formula either where a semicolon or a line break ends a cell whatever quotes there are", () => {
    const some = fc.array(fc.constantFrom(";", "\n", "\r", "\t", "=1+1", "-", "@x", '"', " ", "Ada", ","));
    fc.assert(
      fc.property(some, (parts) => {
        const [, ...line] = csvFile([["1", parts.join(""), "x"]])
          .slice(1)
          .split(/[;\t\r\n]/);
        for (const cell of line) expect(cell).not.toMatch(/^[\s"]*[=+\-@]/);
      }),
    );
    expect(csvCell("Ada;=1+1")).toBe('"Ada;\'=1+1"');
  });

  it("is a file with its byte order mark, cells quoted where they must be", () => {
    expect(csvFile([["a", 'say "hi"', "x,y", "=1"]])).toBe('\ufeffa,"say ""hi""","x,y","\'=1"\r\n');
  });
});
