import { beforeEach, describe, expect, it, vi } from "vitest";
import type { TagUse } from "../../../src/domain/tag";
import type { TagList } from "../../../src/domain/tag-list";

const lists = new Map<string, TagList>();
let uses: TagUse[] = [];
let asked = 0;
let refreshed: (answer: { failure: null }) => void = () => {};
vi.mock("../../../src/storage/read", () => ({
  readTagList: async (id: string) => structuredClone(lists.get(id)),
  readUses: async () => uses,
  readJobsByHand: async () => ({ jobs: [], cleared: [] }),
  readHolds: async () => [],
}));
vi.mock("../../../src/storage/tag-sets", () => ({ readTagSetsOf: async () => [], readPins: async () => [] }));
const numbers = new Map<string, readonly string[]>();
vi.mock("../../../src/storage/numbers", () => ({
  readNumbers: async (id: string) => [...(numbers.get(id) ?? [])],
  writeNumbers: async (id: string, names: readonly string[]) => void numbers.set(id, names),
}));
vi.mock("../../../src/messaging/call", () => ({
  call: () =>
    new Promise((answer) => {
      asked += 1;
      refreshed = answer;
    }),
}));

const list = (integrationId: string, names: string[], syncedAt = 1): TagList => ({
  integrationId,
  ids: names,
  names,
  syncedAt,
  own: [],
});

async function open() {
  vi.resetModules();
  const { get } = await import("../../../src/popup/state");
  return { get, ...(await import("../../../src/popup/load")) };
}

beforeEach(() => {
  lists.clear();
  numbers.clear();
  uses = [];
});

describe("the tag list", () => {
  it("is shown from the cache while it is refreshed", async () => {
    lists.set("a", list("a", ["Python"]));
    const { get, loadTags } = await open();
    void loadTags("a");
    await vi.waitFor(() => expect(get().index.names).toEqual(["Python"]));
    expect(get().listSettled).toBe(true);
  });

  it("is not taken as known before the first refresh, though it holds own new tags", async () => {
    lists.set("a", list("a", ["Own new one"], 0));
    const { get, loadTags } = await open();
    const loading = loadTags("a");
    await vi.waitFor(() => expect(get().index.names).toEqual(["Own new one"]));
    expect(get().listSettled).toBe(false);
    refreshed({ failure: null });
    await loading;
    expect(get().listSettled).toBe(true);
  });

  it("is prepared anew only when its names changed", async () => {
    lists.set("a", list("a", ["Python"]));
    const { get, loadTags, rereadTags } = await open();
    void loadTags("a");
    await vi.waitFor(() => expect(get().listSettled).toBe(true));
    const before = get().index;
    lists.set("a", list("a", ["Python"], 2));
    await rereadTags();
    expect(get().index).toBe(before);
    lists.set("a", list("a", ["Python", "Senior"], 2));
    await rereadTags();
    expect(get().index.names).toEqual(["Python", "Senior"]);
  });

  it("is brought up to date with each further person", async () => {
    lists.set("a", list("a", ["Python"]));
    const { get, loadTags } = await open();
    const first = loadTags("a");
    await vi.waitFor(() => expect(get().listSettled).toBe(true));
    refreshed({ failure: null });
    await first;
    const before = asked;
    const again = loadTags("a");
    expect(asked).toBe(before + 1);
    refreshed({ failure: null });
    await again;
    expect(get()).toMatchObject({ listSettled: true, listFailed: null });
  });

  it("of another integration never stays in view", async () => {
    lists.set("a", list("a", ["Python"]));
    const { get, loadTags } = await open();
    void loadTags("a");
    await vi.waitFor(() => expect(get().index.names).toEqual(["Python"]));
    void loadTags("b");
    expect(get()).toMatchObject({ listSettled: false, index: { names: [] } });
  });
});

describe("the numbers of tags", () => {
  const use = (name: string, lastUsedAt: number): TagUse => ({ integrationId: "a", name, count: 1, lastUsedAt });

  it("stay for the session, also in the next popup, while tags come, go and are used", async () => {
    lists.set("a", list("a", ["Hybrid", "Python", "Silver Medalist"]));
    uses = [use("Silver Medalist", 2), use("Hybrid", 1)];
    const first = await open();
    void first.loadTags("a");
    await vi.waitFor(() => expect(first.get().numbers).toEqual(["Silver Medalist", "Hybrid"]));
    uses = [use("Python", 9), ...uses];
    await first.rereadUses();
    expect(first.get().numbers).toEqual(["Silver Medalist", "Hybrid", "Python"]);

    lists.set("a", list("a", ["Hybrid", "Python"]));
    const second = await open();
    void second.loadTags("a");
    await vi.waitFor(() => expect(second.get().listSettled).toBe(true));
    expect(second.get().numbers).toEqual(["Silver Medalist", "Hybrid", "Python"]);
  });

  it("are not given while it is unknown which tags there are", async () => {
    uses = [use("Gone", 1)];
    const { get, loadTags } = await open();
    const loading = loadTags("a");
    await vi.waitFor(() => expect(get().uses).toHaveLength(1));
    expect(get().numbers).toEqual([]);
    lists.set("a", list("a", ["Python"]));
    refreshed({ failure: null });
    await loading;
    expect(get().numbers).toEqual([]);
  });
});
