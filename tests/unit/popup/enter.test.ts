import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FindResult } from "../../../src/domain/find";
import { prepare } from "../../../src/domain/picker";
import type { Ask, Name } from "../../../src/messaging/protocol";
import { shown } from "./made";

const asked: { name: Name; ask: unknown }[] = [];
const field = { value: "" };
vi.mock("../../../src/popup/field", () => ({ field, focusField: () => {}, restoreFocus: () => {} }));
vi.mock("../../../src/storage/drafts", () => ({
  draftKey: () => "",
  readDraft: async () => "",
  writeDraft: async () => {},
}));
vi.mock("../../../src/storage/read", () => ({ readJobs: async () => [], readHolds: async () => [] }));
vi.mock("../../../src/messaging/call", () => ({
  call: async (name: Name, ask: unknown) => {
    asked.push({ name, ask });
    return name === "candidate.confirm"
      ? { ...(ask as Ask<"candidate.confirm">).shown, certainty: { level: "sure", reason: "confirmed" } }
      : { ok: true, jobs: ["job"] };
  },
}));
const { INITIAL, get, set, usePopup } = await import("../../../src/popup/state");
const { enter, settleEntered } = await import("../../../src/popup/enter");
const { confirm, deny } = await import("../../../src/popup/give");
usePopup.subscribe(settleEntered);

const found = (over: Parameters<typeof shown>[0] = {}): FindResult => ({ is: "found", shown: shown(over) });
const doubtful = found({ certainty: { level: "ask", reason: "nothing-to-compare" } });
const known = { index: prepare(["Excellent Fit", "Python"]), listSettled: true };
const type = (text: string) => {
  field.value = text;
  set({ text, active: null });
};
const sent = () =>
  asked
    .filter(({ name }) => name === "tags.apply")
    .map(({ ask }) => {
      const { tags, shown: whom } = ask as Ask<"tags.apply">;
      return { to: whom.candidate.id, tags };
    });

beforeEach(() => {
  asked.length = 0;
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
    set({ ...known, early: shown() });
    type("python");
    enter();
    set({ result: found({ candidate: { id: "kombo-bob", remoteId: "43", name: "Bob Example", tags: [] } }) });
    expect(sent()).toEqual([]);
    expect(get().chips.map((chip) => chip.typed)).toEqual(["Python"]);
  });

  it("keeps the tag where no candidate was found", () => {
    type("python");
    enter();
    set({ ...known, result: { is: "unreadable-page" } });
    expect(sent()).toEqual([]);
    expect(get().entered.map((one) => one.typed)).toEqual(["python"]);
  });

  it("asks first where the match is not certain, and sends after Yes", async () => {
    set({ ...known, result: doubtful });
    type("python");
    enter();
    expect(asked).toEqual([]);
    await confirm();
    expect(asked.map(({ name }) => name)).toEqual(["candidate.confirm", "tags.apply"]);
    expect(sent()).toEqual([{ to: "kombo-ada", tags: [{ name: "Python", create: false }] }]);
  });

  it("sends nothing after No and keeps the tag", () => {
    set({ ...known, result: doubtful });
    type("python");
    enter();
    deny();
    expect(asked).toEqual([]);
    expect(get().chips.map((chip) => chip.typed)).toEqual(["Python"]);
    expect(get().byHand).toBe("not-this-one");
  });
});
