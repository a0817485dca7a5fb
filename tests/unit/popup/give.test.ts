import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Ask, Name } from "../../../src/messaging/protocol";
import { shown } from "./made";

const asks: { name: Name; ask: unknown; answer: (answer: unknown) => void }[] = [];
const drafts = new Map<string, string>();
vi.mock("../../../src/popup/field", () => ({ field: { value: "" }, focusField: () => {}, restoreFocus: () => {} }));
vi.mock("../../../src/popup/load", () => ({ loadTags: async () => {}, rereadJobs: async () => {} }));
vi.mock("../../../src/popup/draft", () => ({ restoreDraft: async () => {}, setText: () => {} }));
vi.mock("../../../src/platform/browser", () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: drafts.get(key) }),
        set: async (items: Record<string, string>) => {
          for (const [key, text] of Object.entries(items)) drafts.set(key, text);
        },
      },
    },
  },
}));
vi.mock("../../../src/messaging/call", () => ({
  call: (name: Name, ask: unknown) => new Promise((answer) => asks.push({ name, ask, answer })),
}));
const { give, giveAnyway } = await import("../../../src/popup/give");
const { choose, follow } = await import("../../../src/popup/find");
const { INITIAL, get, set } = await import("../../../src/popup/state");

const named = (id: string) => shown({ candidate: { id, remoteId: null, name: id, tags: [] } });
const [ada, ben, zoe] = [named("ada"), named("ben"), named("zoe")];
const tag = (name: string) => ({ name, create: false });
const moved = { ok: false, because: "moved", now: { is: "found", shown: ben } };
const settled = () => new Promise((resolve) => setTimeout(resolve));
const chips = () => get().chips.map(({ typed }) => typed);

async function answerAll(answer: unknown): Promise<void> {
  for (const one of asks.splice(0)) one.answer(answer);
  await settled();
}

beforeEach(() => {
  asks.length = 0;
  drafts.clear();
  set({ ...INITIAL, result: { is: "found", shown: ada } });
});

describe("what the background does not take", () => {
  it("keeps the tags of both when two were on their way as the tab moved on", async () => {
    void give(ada, [tag("Python")]);
    void give(ada, [tag("Java")]);
    await answerAll(moved);
    expect(get().moved?.tags.map(({ name }) => name)).toEqual(["Python", "Java"]);
    follow();
    expect(chips()).toEqual(["Python", "Java"]);
    expect(get().moved).toBeNull();
  });

  it("gives anyway to the person it was asked for, whoever was chosen meanwhile", async () => {
    void give(ada, [tag("Python")]);
    choose(zoe);
    await answerAll(moved);
    void giveAnyway();
    expect(asks.map(({ ask }) => (ask as Ask<"tags.apply">).shown.candidate.id)).toEqual(["ada"]);
  });

  it("never mixes the tags of two people", async () => {
    void give(ada, [tag("Python")]);
    await answerAll(moved);
    void give(zoe, [tag("Java")]);
    await answerAll(moved);
    expect(get().moved).toMatchObject({ shown: { candidate: { id: "zoe" } }, tags: [{ name: "Java" }] });
    expect(drafts.get("draft:greenhouse:made-up:ada")).toBe("Python\n");
  });

  it.each(["not-certain", "storage-full"])(
    "%s for somebody who is not on screen any more: kept for them",
    async (reason) => {
      drafts.set("draft:greenhouse:made-up:ada", "Half a");
      void give(ada, [tag("Python")]);
      choose(zoe);
      await answerAll({ ok: false, because: "refused", reason });
      expect(get()).toMatchObject({ asked: null, refusal: null });
      expect(chips()).toEqual([]);
      expect(drafts.get("draft:greenhouse:made-up:ada")).toBe("Python\nHalf a");
    },
  );

  it("brings tags that waited for a yes back into view when another person is named", async () => {
    void give(ada, [tag("Python")]);
    void give(ada, [tag("Java")]);
    await answerAll({ ok: false, because: "refused", reason: "not-certain" });
    expect(get().asked?.map(({ name }) => name)).toEqual(["Python", "Java"]);
    choose(zoe);
    expect(get().asked).toBeNull();
    expect(chips()).toEqual(["Python", "Java"]);
  });
});
