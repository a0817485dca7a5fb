import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FindResult } from "../../../src/domain/find";
import { prepare } from "../../../src/domain/picker";
import type { MessageName, RequestOf } from "../../../src/messaging/protocol";
import { shown } from "./made";

const awaitingConfirmation: { name: MessageName; ask: unknown }[] = [];
const field = { value: "" };
vi.mock("../../../src/popup/field", () => ({ field, focusField: () => {}, restoreFocus: () => {} }));
vi.mock("../../../src/storage/input-drafts", () => ({
  inputDraftKey: () => "",
  readInputDraft: async () => "",
  writeInputDraft: async () => {},
}));
vi.mock("../../../src/storage/read", () => ({ readJobs: async () => [], readHolds: async () => [] }));
vi.mock("../../../src/messaging/call", () => ({
  call: async (name: MessageName, ask: unknown) => {
    awaitingConfirmation.push({ name, ask });
    return name === "candidate.confirm"
      ? { ...(ask as RequestOf<"candidate.confirm">).shown, certainty: { level: "sure", reason: "confirmed" } }
      : { ok: true, jobs: ["job"] };
  },
}));
const { INITIAL, get, set, usePopup } = await import("../../../src/popup/state");
const { enter, resolvePendingEntries } = await import("../../../src/popup/enter");
const { confirm, deny } = await import("../../../src/popup/submit");
usePopup.subscribe(resolvePendingEntries);

const found = (over: Parameters<typeof shown>[0] = {}): FindResult => ({ kind: "found", shown: shown(over) });
const doubtful = found({ certainty: { level: "ask", reason: "nothing-to-compare" } });
const known = { index: prepare(["Excellent Fit", "Python"]), listSettled: true };
const type = (text: string) => {
  field.value = text;
  set({ text, active: null });
};
const sent = () =>
  awaitingConfirmation
    .filter(({ name }) => name === "tags.apply")
    .map(({ ask }) => {
      const { tags, shown: whom } = ask as RequestOf<"tags.apply">;
      return { to: whom.candidate.id, tags };
    });

beforeEach(() => {
  awaitingConfirmation.length = 0;
  field.value = "";
  set(INITIAL);
});

describe("Enter", () => {
  it("sends nothing to the person in the tab while the recruiter names somebody else", () => {
    set(known);
    type("python");
    enter();
    set({ byHand: "asked" });
    set({ result: found() });
    expect(sent()).toEqual([]);
    set({ byHand: false });
    expect(sent()).toHaveLength(1);
  });

  it("sends the existing tag to the candidate shown and clears the field", () => {
    set({ ...known, result: found() });
    type("excellent fit");
    enter();
    expect(sent()).toEqual([{ to: "kombo-ada", tags: [{ name: "Excellent Fit", create: false }] }]);
    expect(field.value).toBe("");
  });

  it("creates only at the second press, after the row said so", () => {
    set({ ...known, result: found() });
    type("Brand new");
    enter();
    expect(sent()).toEqual([]);
    enter();
    expect(sent()).toEqual([{ to: "kombo-ada", tags: [{ name: "Brand new", create: true }] }]);
  });

  it("waits for the answer and then sends", () => {
    type("excellent fit");
    enter();
    expect(sent()).toEqual([]);
    set({ result: found() });
    expect(sent()).toEqual([]);
    set(known);
    expect(sent()).toEqual([{ to: "kombo-ada", tags: [{ name: "Excellent Fit", create: false }] }]);
  });

  it("does not call a tag new while the list is unknown; then it waits for another Enter", () => {
    set({ result: found() });
    type("Brand new");
    enter();
    enter();
    set(known);
    expect(sent()).toEqual([]);
    expect(get().chips).toEqual([{ typed: "Brand new", choice: null }]);
    enter();
    expect(sent()).toEqual([{ to: "kombo-ada", tags: [{ name: "Brand new", create: true }] }]);
  });

  it("sends nothing to another person than the one on screen when it was pressed", () => {
    set({ ...known, cachedMatch: shown() });
    type("python");
    enter();
    set({ result: found({ candidate: { id: "kombo-bob", remoteId: "43", name: "Bob Example", tags: [] } }) });
    expect(sent()).toEqual([]);
    expect(get().chips.map((chip) => chip.typed)).toEqual(["Python"]);
  });

  it("keeps the tag where no candidate was found", () => {
    type("python");
    enter();
    set({ ...known, result: { kind: "unreadable-page" } });
    expect(sent()).toEqual([]);
    expect(get().pendingEntries.map((one) => one.typed)).toEqual(["python"]);
  });

  it("asks first where the match is not certain, and sends after Yes", async () => {
    set({ ...known, result: doubtful });
    type("python");
    enter();
    expect(awaitingConfirmation).toEqual([]);
    await confirm();
    expect(awaitingConfirmation.map(({ name }) => name)).toEqual(["candidate.confirm", "tags.apply"]);
    expect(sent()).toEqual([{ to: "kombo-ada", tags: [{ name: "Python", create: false }] }]);
  });

  it("sends nothing after No and keeps the tag", () => {
    set({ ...known, result: doubtful });
    type("python");
    enter();
    deny();
    expect(awaitingConfirmation).toEqual([]);
    expect(get().chips.map((chip) => chip.typed)).toEqual(["Python"]);
    expect(get().byHand).toBe("not-this-one");
  });
});
