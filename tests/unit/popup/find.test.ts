import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FindResult } from "../../../src/domain/find";
import type { MessageName } from "../../../src/messaging/protocol";
import { shown } from "./made";

const waiting = new Map<MessageName, (result: FindResult) => void>();
vi.mock("../../../src/popup/field", () => ({ field: { value: "" }, focusField: () => {}, restoreFocus: () => {} }));
vi.mock("../../../src/storage/input-drafts", () => ({
  inputDraftKey: () => "",
  readInputDraft: async () => "",
  writeInputDraft: async () => {},
}));
vi.mock("../../../src/popup/connection", () => ({ stayConnected: () => "popup" }));
vi.mock("../../../src/popup/load", () => ({ loadTags: async () => {}, rereadJobs: async () => {} }));
vi.mock("../../../src/messaging/call", () => ({
  call: (name: MessageName) => new Promise((answer) => waiting.set(name, answer)),
}));
const { INITIAL, get, set } = await import("../../../src/popup/state");
const { find, findAgain, findByHand } = await import("../../../src/popup/find");

const ada: FindResult = { kind: "found", shown: shown() };
const nobody: FindResult = { kind: "no-candidate", ats: "greenhouse" };

beforeEach(() => {
  waiting.clear();
  set({ ...INITIAL, tabId: 7 });
});

describe("looking for who is meant", () => {
  it("never lets a slow answer take the place of a newer one", async () => {
    const page = find();
    const hand = findByHand("ada@example.com");
    waiting.get("candidate.byHand")?.(ada);
    await hand;
    waiting.get("candidate.find")?.(nobody);
    await page;
    expect(get().result).toBe(ada);
  });

  it("leaves the form open that was opened meanwhile", async () => {
    const page = find();
    set({ byHand: "asked" });
    waiting.get("candidate.find")?.(nobody);
    await page;
    expect(get()).toMatchObject({ result: nobody, byHand: "asked" });
    const hand = findByHand("ada@example.com");
    waiting.get("candidate.byHand")?.(ada);
    await hand;
    expect(get()).toMatchObject({ result: ada, byHand: false });
  });

  it("asks for the link's candidate where the menu was opened on a link", () => {
    set({ link: "https://app.greenhouse.io/people/42" });
    void find({ integrationId: "greenhouse:made-up" });
    expect([...waiting.keys()]).toEqual(["candidate.ofLink"]);
  });

  it("keeps what was pasted by hand until somebody is found, and says why it names nobody", async () => {
    set({ byHand: "asked", result: nobody });
    const first = findByHand("Ada Example");
    waiting.get("candidate.byHand")?.({ kind: "not-understood", because: "name", ats: null });
    await first;
    expect(get()).toMatchObject({ result: nobody, byHand: "asked", handText: "Ada Example" });
    expect(get().notUnderstood).toMatchObject({ because: "name" });
    const second = findByHand("ada@example.com");
    expect(get().notUnderstood).toBeNull();
    waiting.get("candidate.byHand")?.(nobody);
    await second;
    expect(get()).toMatchObject({ result: nobody, byHand: false, handText: "ada@example.com" });
    waiting.clear();
    const again = findAgain();
    waiting.get("candidate.byHand")?.(ada);
    await again;
    expect(get()).toMatchObject({ result: ada, handText: "" });
  });

  it("cannot read a window without a tab", async () => {
    set({ tabId: null });
    await find();
    expect(get().result).toEqual({ kind: "unreadable-page" });
  });
});
