import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MessageName, RequestOf } from "../../../src/messaging/protocol";
import { shown } from "./made";

const asks: { name: MessageName; ask: unknown; answer: (answer: unknown) => void }[] = [];
const drafts = new Map<string, string>();
vi.mock("../../../src/popup/field", () => ({ field: { value: "" }, focusField: () => {}, restoreFocus: () => {} }));
vi.mock("../../../src/popup/load", () => ({ loadTags: async () => {}, rereadJobs: async () => {} }));
vi.mock("../../../src/popup/input-draft", () => ({ restoreInputDraft: async () => {}, setText: () => {} }));
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
  call: (name: MessageName, ask: unknown) => new Promise((answer) => asks.push({ name, ask, answer })),
}));
const { submit, submitAnyway } = await import("../../../src/popup/submit");
const { choose, followTab } = await import("../../../src/popup/find");
const { INITIAL, get, set } = await import("../../../src/popup/state");

const named = (id: string) => shown({ candidate: { id, remoteId: null, name: id, tags: [] } });
const [ada, ben, zoe] = [named("ada"), named("ben"), named("zoe")];
const tag = (name: string) => ({ name, create: false });
const moved = { ok: false, because: "candidate-changed", now: { kind: "found", shown: ben } };
const settled = () => new Promise((resolve) => setTimeout(resolve));
const chips = () => get().chips.map(({ typed }) => typed);

async function answerAll(answer: unknown): Promise<void> {
  for (const one of asks.splice(0)) one.answer(answer);
  await settled();
}

beforeEach(() => {
  asks.length = 0;
  drafts.clear();
  set({ ...INITIAL, result: { kind: "found", shown: ada } });
});

describe("what the background does not take", () => {
  it("keeps the tags of both when two were on their way as the tab moved on", async () => {
    void submit(ada, [tag("Python")]);
    void submit(ada, [tag("Java")]);
    await answerAll(moved);
    expect(get().candidateChanged?.tags.map(({ name }) => name)).toEqual(["Python", "Java"]);
    followTab();
    expect(chips()).toEqual(["Python", "Java"]);
    expect(get().candidateChanged).toBeNull();
  });

  it("gives anyway to the person it was asked for, whoever was chosen meanwhile", async () => {
    void submit(ada, [tag("Python")]);
    choose(zoe);
    await answerAll(moved);
    void submitAnyway();
    expect(asks.map(({ ask }) => (ask as RequestOf<"tags.apply">).shown.candidate.id)).toEqual(["ada"]);
  });

  it("never mixes the tags of two people", async () => {
    void submit(ada, [tag("Python")]);
    await answerAll(moved);
    void submit(zoe, [tag("Java")]);
    await answerAll(moved);
    expect(get().candidateChanged).toMatchObject({ shown: { candidate: { id: "zoe" } }, tags: [{ name: "Java" }] });
    expect(drafts.get("draft:greenhouse:made-up:ada")).toBe("Python\n");
  });

  it.each(["not-certain", "storage-full"])(
    "%s for somebody who is not on screen any more: kept for them",
    async (reason) => {
      drafts.set("draft:greenhouse:made-up:ada", "Half a");
      void submit(ada, [tag("Python")]);
      choose(zoe);
      await answerAll({ ok: false, because: "refused", reason });
      expect(get()).toMatchObject({ awaitingConfirmation: null, refusal: null });
      expect(chips()).toEqual([]);
      expect(drafts.get("draft:greenhouse:made-up:ada")).toBe("Python\nHalf a");
    },
  );

  it("brings tags that waited for a yes back into view when another person is named", async () => {
    void submit(ada, [tag("Python")]);
    void submit(ada, [tag("Java")]);
    await answerAll({ ok: false, because: "refused", reason: "not-certain" });
    expect(get().awaitingConfirmation?.map(({ name }) => name)).toEqual(["Python", "Java"]);
    choose(zoe);
    expect(get().awaitingConfirmation).toBeNull();
    expect(chips()).toEqual(["Python", "Java"]);
  });
});
