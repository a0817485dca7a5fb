import { beforeEach, expect, it, vi } from "vitest";

let local: Record<string, unknown> = {};
vi.mock("../../../src/platform/browser", () => ({
  browser: {
    storage: {
      local: {
        get: async (item: string) => structuredClone({ [item]: local[item] }),
        set: async (items: Record<string, unknown>) => {
          await new Promise((resolve) => setTimeout(resolve));
          local = { ...local, ...structuredClone(items) };
        },
      },
    },
  },
}));

const { deleteSet, saveSet, setPin } = await import("../../../src/background/tags/sets");
const { parsePins, parseTagSets, readPins, readTagSets, readTagSetsOf } = await import("../../../src/storage/tag-sets");

const lever = "lever:LarkspurLever00000000000";
const set = (id: string, name = id) => ({ id, integrationId: lever, name, tags: ["Strong fit", "Contacted"] });

beforeEach(() => {
  local = {};
});

it("changes asked for at once are all kept", async () => {
  await Promise.all(["a", "b", "c", "d"].map((id) => saveSet(set(id))));
  await Promise.all([saveSet(set("a", "A, renamed")), deleteSet(lever, "b")]);
  expect((await readTagSetsOf(lever)).map(({ name }) => name)).toEqual(["A, renamed", "c", "d"]);
  expect(await readTagSetsOf("lever:another")).toEqual([]);
});

it("what may not be kept changes nothing", async () => {
  await saveSet(set("a"));
  expect(await saveSet({ ...set("b"), name: "A" })).toBe("name-taken");
  expect(await saveSet({ ...set("b"), tags: [" "] })).toBe("no-tags");
  expect(await readTagSets()).toEqual([set("a")]);
});

it("a deleted set leaves the keys it was pinned to, and no others", async () => {
  await saveSet(set("a"));
  await setPin(lever, 0, { kind: "set", id: "a" });
  await setPin(lever, 4, { kind: "tag", name: "Strong fit" });
  await setPin("greenhouse:another", 0, { kind: "set", id: "a" });
  await deleteSet(lever, "a");
  expect((await readPins(lever)).map((pin) => pin?.kind ?? null)).toEqual([
    null,
    null,
    null,
    null,
    "tag",
    null,
    null,
    null,
    null,
  ]);
  expect((await readPins("greenhouse:another"))[0]).toEqual({ kind: "set", id: "a" });
});

it("a set or pin that cannot be read costs no other", () => {
  const odd = [
    null,
    7,
    "x",
    {},
    { ...set("b"), tags: "x" },
    { ...set("b"), tags: ["A", 7] },
    { ...set("b"), tags: [] },
  ];
  expect(parseTagSets([...odd, set("a")])).toEqual([set("a")]);
  for (const nothing of [undefined, null, "x", {}]) expect(parseTagSets(nothing)).toEqual([]);
  expect(parsePins([{ kind: "set" }, { kind: "tag", name: "A" }, 7]).slice(0, 3)).toEqual([
    null,
    { kind: "tag", name: "A" },
    null,
  ]);
});
