import { beforeEach, describe, expect, it, vi } from "vitest";
import { shown } from "./made";

const field = { value: "" };
const stored = new Map<string, string>();
vi.mock("../../../src/popup/field", () => ({ field, focusField: () => {}, restoreFocus: () => {} }));
vi.mock("../../../src/platform/browser", () => ({ browser: {} }));
vi.mock("../../../src/storage/input-drafts", async (original) => ({
  ...(await original<typeof import("../../../src/storage/input-drafts")>()),
  readInputDraft: async (key: string) => stored.get(key) ?? "",
  writeInputDraft: async (key: string, draft: string) => void (draft ? stored.set(key, draft) : stored.delete(key)),
}));

const ADA = "greenhouse:made-up:kombo-ada";
const BOB = "greenhouse:made-up:kombo-bob";
const bob = shown({ candidate: { id: "kombo-bob", remoteId: "43", name: "Bob Example", tags: [] } });

/** A newly opened popup: all module state is gone, what is stored is not. */
async function open() {
  vi.resetModules();
  field.value = "";
  const { get, set } = await import("../../../src/popup/state");
  const { persistInputDraft, restoreInputDraft, setText } = await import("../../../src/popup/input-draft");
  persistInputDraft();
  set({ tabId: 7 });
  return { get, set, restoreInputDraft, setText };
}

beforeEach(() => stored.clear());

describe("what was typed and not sent", () => {
  it("comes back for the same candidate, tags put aside included", async () => {
    const first = await open();
    first.set({ cachedMatch: shown() });
    await first.restoreInputDraft();
    first.set({ chips: [{ typed: "Python", choice: null }] });
    first.setText("Excel");
    const second = await open();
    second.set({ cachedMatch: shown() });
    await second.restoreInputDraft();
    expect(field.value).toBe("Excel");
    expect(second.get().chips).toEqual([{ typed: "Python", choice: null }]);
  });

  it("is no other candidate's, even when the remembered one was wrong", async () => {
    stored.set(ADA, "Python");
    const popup = await open();
    popup.set({ cachedMatch: shown() });
    await popup.restoreInputDraft();
    expect(field.value).toBe("Python");
    popup.set({ result: { kind: "found", shown: bob } });
    await popup.restoreInputDraft();
    expect(field.value).toBe("");
    expect([stored.get(ADA), stored.get(BOB)]).toEqual(["Python", undefined]);
  });

  it("moves from the tab to the candidate once it is known who is open", async () => {
    const popup = await open();
    await popup.restoreInputDraft();
    popup.setText("Pyth");
    expect(stored.get("tab:7:")).toBe("Pyth");
    popup.set({ result: { kind: "found", shown: bob } });
    await popup.restoreInputDraft();
    expect([stored.get("tab:7:"), stored.get(BOB)]).toEqual([undefined, "Pyth"]);
  });

  it("is gone once it was sent", async () => {
    const popup = await open();
    popup.set({ cachedMatch: shown() });
    await popup.restoreInputDraft();
    popup.setText("Python");
    popup.setText("");
    expect(stored.size).toBe(0);
  });

  it("does not overwrite what is being typed", async () => {
    stored.set(BOB, "old");
    const popup = await open();
    field.value = "new";
    popup.set({ text: "new", result: { kind: "found", shown: bob } });
    await popup.restoreInputDraft();
    expect(field.value).toBe("new");
    expect(stored.get(BOB)).toBe("new");
  });
});
