import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { additionsIn, migrateBinding, migrateJob, migrateTagList } from "../../../src/storage/migrate";
import { recorded, storesOf } from "./recorded";

type Fields = Record<string, unknown>;

const stores = storesOf(recorded());
const jobs = stores.jobs?.values ?? [];

/** What became of each field, written down apart from the code under test. */
const NOW: Record<string, string> = {
  askedAt: "requestedAt",
  doubted: "outcomeUnknown",
  fewTries: "limitedAttempts",
  hadBefore: "alreadyPresent",
  resolved: "retargeted",
  uncertain: "unanswered",
};
const SAME = [
  ...["id", "seq", "batch", "operation", "tag", "createdAt", "updatedAt", "attempts", "nextTryAt", "failure"],
  ...["warnings", "unreadable", "createsTag", "undoes", "tabId"],
];

describe("what the recording holds", () => {
  const withValue = (field: string) => jobs.filter((job) => job[field] !== undefined && job[field] !== false);

  it("has every state of 1.0.0, and adds and removals", () => {
    expect([...new Set(jobs.map(({ state }) => state))].sort()).toEqual(
      ["done", "failed", "queued", "sending", "withdrawn"].sort(),
    );
    expect(new Set(jobs.map(({ operation }) => operation))).toEqual(new Set(["add", "remove"]));
  });

  it.each([...Object.keys(NOW), "undoes", "unreadable", "warnings", "createsTag", "tabId"])(
    "has a job with %s",
    (field) => expect(withValue(field).length).toBeGreaterThan(0),
  );

  it("has something in every store", () => {
    for (const [name, { values }] of Object.entries(stores)) expect(values.length, name).toBeGreaterThan(0);
  });
});

describe("a job of 1.0.0", () => {
  it.each(jobs.map((job) => [`${job.seq} ${job.operation} ${job.state} ${job.tag}`, job] as const))(
    "%s keeps every value",
    (_, old) => {
      const now = migrateJob(structuredClone(old)) as Fields;
      for (const field of SAME) expect(now[field], field).toEqual(old[field]);
      for (const [before, after] of Object.entries(NOW)) {
        expect(now[after], after).toEqual(old[before]);
        expect(now).not.toHaveProperty(before);
      }
      expect(now.state).toBe(old.state === "withdrawn" ? "cancelled" : old.state);
      expect(Object.keys(now)).toHaveLength(Object.keys(old).length);
      expect(withOldFlags(now.target)).toEqual(old.target);
      expect(JSON.stringify(now)).not.toMatch(/"(check|aside|withdrawn)"/);
    },
  );

  it("has the doubt of its look-ups under new names", () => {
    const lookups = [
      { by: "candidate", value: "1" },
      { by: "email", value: "a@example.com", check: true, aside: true, since: 3 },
    ];
    const migrated = migrateJob({ target: { name: "Ada", reference: { ats: "lever", tenant: null, lookups } } });
    const expected = [
      { by: "candidate", value: "1" },
      { by: "email", value: "a@example.com", needsPageMatch: true, secondary: true, since: 3 },
    ];
    expect(migrated).toEqual({ target: { name: "Ada", reference: { ats: "lever", tenant: null, lookups: expected } } });
  });

  it.each([
    ["a state nobody knows", { id: "1", state: "paused" }],
    ["an operation nobody knows", { id: "1", operation: "rename", state: "queued" }],
    ["a failure nobody knows", { id: "1", state: "failed", failure: { kind: "eclipse", detail: [1] } }],
    ["a field nobody knows", { id: "1", state: "done", colour: "blue", target: { team: 3 } }],
    ["a state that is no word", { id: "1", state: { withdrawn: true } }],
    ["half a record", { id: "1" }],
    ["no record at all", 42],
  ])("with %s stays as it is", (_, stored) => expect(migrateJob(structuredClone(stored))).toEqual(stored));

  it("that already has a new name keeps both values", () => {
    expect(migrateJob({ uncertain: true, unanswered: "?" })).toEqual({ uncertain: true, unanswered: "?" });
  });
});

/** The target as 1.0.0 had it: the inverse of what is tested, by hand. */
function withOldFlags(target: unknown): unknown {
  const text = JSON.stringify(target).replaceAll('"needsPageMatch"', '"check"').replaceAll('"secondary"', '"aside"');
  return JSON.parse(text);
}

/** As they are printed: Node's deep comparison finds a set of one invalid date unlike its own copy. */
const isSame = (one: unknown, other: unknown) => whole(one) === whole(other);
const whole = (value: unknown) => inspect(value, { depth: null, maxArrayLength: null, maxStringLength: null });

describe("any garbage", () => {
  const NAMES = [
    ...Object.keys(NOW),
    ...Object.values(NOW),
    ...SAME,
    "state",
    "target",
    "reference",
    "lookups",
    "check",
  ];
  const ODD = ["__proto__", "constructor", "toString", "hasOwnProperty", "", "aside"];
  const anything = fc.anything({
    withDate: true,
    withMap: true,
    withSet: true,
    withBigInt: true,
    withSparseArray: true,
  });
  const value = fc.oneof(anything, fc.constantFrom("withdrawn", "queued", true, null));
  /** Fields by any of these names; one of them, mostly, with something that looks right. */
  const fields = (holder = "state", held: fc.Arbitrary<unknown> = value) =>
    fc
      .tuple(
        fc.array(fc.tuple(fc.constantFrom(...NAMES, ...ODD), value), { maxLength: 8 }),
        fc.option(fc.tuple(fc.constant(holder), fc.oneof({ arbitrary: held, weight: 4 }, value))),
      )
      .map(([some, one]) => Object.fromEntries(one ? [...some, one] : some));
  const reference = fields("lookups", fc.array(fields(), { maxLength: 3 }));
  const record = fields("target", fields("reference", reference));

  it("comes through with as many values as it had, and nothing else changed", () => {
    fc.assert(
      fc.property(record, (stored) => {
        const before = structuredClone(stored);
        const now = migrateJob(stored) as Fields;
        expect(isSame(stored, before)).toBe(true);
        expect(Object.keys(now)).toHaveLength(Object.keys(before as Fields).length);
        // What is stored once more is stored alike, and what it was made of is all there.
        expect(isSame(migrateJob(structuredClone(now)), now)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(record, anything), (stored) => {
        migrateJob(stored);
        migrateBinding(stored);
        const done = { ...(stored as object), state: "done", operation: "add", updatedAt: 1 };
        const lists = [stored, { integrationId: "x", ids: ["own:A"], names: ["A"], syncedAt: 0 }];
        for (const list of lists) migrateTagList(list, additionsIn([stored, done]));
      }),
    );
  });
});

describe("a binding of 1.0.0", () => {
  it.each((stores.bindings?.values ?? []).map((binding) => [String(binding.key), binding] as const))(
    "%s is kept and marked",
    (_, old) => expect(migrateBinding(structuredClone(old))).toEqual({ ...old, fromVersion1: true }),
  );
});

describe("a tag list of 1.0.0", () => {
  const addedAt = additionsIn(jobs);
  const lists = (stores.tags?.values ?? []) as {
    integrationId: string;
    ids: string[];
    names: string[];
    syncedAt: number;
  }[];

  it.each(lists)("$integrationId keeps every tag, its own apart with the time they were added", (old) => {
    const now = migrateTagList(structuredClone(old), addedAt);
    const isOwn = (_: string, at: number) => old.ids[at]?.startsWith("own:") === true;
    const isKombos = (name: string, at: number) => !isOwn(name, at);
    expect(now).toMatchObject({ integrationId: old.integrationId, syncedAt: old.syncedAt });
    expect(now?.ids).toEqual(old.ids.filter((id) => !id.startsWith("own:")));
    expect(now?.names).toEqual(old.names.filter(isKombos));
    expect(now?.own.map(({ name }) => name)).toEqual(old.names.filter(isOwn));
    for (const { name, addedAt: time } of now?.own ?? []) {
      const add = jobs.find((job) => job.tag === name && job.state === "done" && job.operation === "add");
      expect(time).toBe(add?.updatedAt);
      expect(time).toBeGreaterThan(old.syncedAt);
    }
  });

  it("has an own tag in the recording", () => {
    expect(lists.flatMap(({ ids }) => ids).some((id) => id.startsWith("own:"))).toBe(true);
  });

  it("counts an own tag of which no job is left from the last refresh", () => {
    const old = { integrationId: "lever:x", ids: ["own:A", "1"], names: ["A", "B"], syncedAt: 7 };
    const own = [{ name: "A", addedAt: 7 }];
    expect(migrateTagList(old, additionsIn([]))).toEqual({ ...old, ids: ["1"], names: ["B"], own });
  });

  it.each([
    [null],
    [{}],
    [{ integrationId: "x", ids: ["1"], names: [], syncedAt: 1 }],
    [{ integrationId: "x", ids: [1], names: ["A"], syncedAt: 1 }],
    [{ integrationId: "x", names: ["A"], syncedAt: 1 }],
  ])("that is none (%j) is fetched again", (stored) => expect(migrateTagList(stored, additionsIn([]))).toBeNull());
});
