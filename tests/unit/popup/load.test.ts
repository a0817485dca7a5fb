import { beforeEach, describe, expect, it, vi } from "vitest";
import type { TagList } from "../../../src/domain/tag-list";

const lists = new Map<string, TagList>();
let refreshed: (answer: { failure: null }) => void = () => {};
vi.mock("../../../src/storage/read", () => ({
  readTagList: async (id: string) => structuredClone(lists.get(id)),
  readUses: async () => [],
  readJobs: async () => [],
  readHolds: async () => [],
}));
vi.mock("../../../src/messaging/call", () => ({
  call: () =>
    new Promise((answer) => {
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

beforeEach(() => lists.clear());

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

  it("of another integration never stays in view", async () => {
    lists.set("a", list("a", ["Python"]));
    const { get, loadTags } = await open();
    void loadTags("a");
    await vi.waitFor(() => expect(get().index.names).toEqual(["Python"]));
    void loadTags("b");
    expect(get()).toMatchObject({ listSettled: false, index: { names: [] } });
  });
});
