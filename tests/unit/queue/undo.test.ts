import { describe, expect, it } from "vitest";
import type { Job, UndoOffer } from "../../../src/domain/job";
import { newJob } from "../../../src/domain/queue/moves";
import { removalOf, SETTLE_MS, settleUndo, undoOffer } from "../../../src/domain/queue/undo";
import { job, START } from "./make";

const no = (because: Extract<UndoOffer, { can: "no" }>["because"]): UndoOffer => ({ can: "no", because });
const remove = (certain: boolean): UndoOffer => ({ can: "remove", certain });

const CASES: [string, Partial<Job>, UndoOffer][] = [
  ["waiting", { state: "queued" }, { can: "withdraw" }],
  ["waiting, the tag was there", { state: "queued", hadBefore: true }, { can: "withdraw" }],
  ["waiting after a send without answer", { state: "queued", uncertain: true }, remove(false)],
  ["the same, but the tag was there", { state: "queued", uncertain: true, hadBefore: true }, { can: "withdraw" }],
  ["being sent", { state: "sending" }, remove(false)],
  ["being sent, the tag was there", { state: "sending", hadBefore: true }, no("had-before")],
  ["done", { state: "done" }, remove(true)],
  ["done at the second try", { state: "done", uncertain: true }, remove(false)],
  ["done, the tag was there", { state: "done", hadBefore: true }, no("had-before")],
  ["failed", { state: "failed" }, no("failed")],
  ["failed, but some send had no answer", { state: "failed", uncertain: true }, remove(false)],
  ["withdrawn", { state: "withdrawn" }, no("undone")],
  ["a removal", { state: "done", operation: "remove" }, no("is-undo")],
  ["a waiting removal", { state: "queued", operation: "remove" }, no("is-undo")],
];

describe("undoOffer", () => {
  it.each(CASES)("%s", (_, part, offer) => {
    const asked = job(part);
    expect(undoOffer(asked, [asked])).toEqual(offer);
  });

  it.each([
    ["queued", no("undone")],
    ["sending", no("undone")],
    ["done", no("undone")],
    ["failed", remove(true)],
    ["withdrawn", remove(true)],
  ] as const)("with a removal that is %s", (state, offer) => {
    const asked = job({ state: "done" });
    const removal = job({ operation: "remove", undoes: asked.id, state });
    expect(undoOffer(asked, [asked, removal])).toEqual(offer);
  });
});

describe("an undo asked for while the add was in flight", () => {
  const removalFor = (add: Job) => newJob(removalOf(add, "undo"), "removal", 1000, START);

  it("needs no removal when the add is known not to have happened", () => {
    const add = job({ state: "queued" });
    const settled = settleUndo(add, removalFor(add), START);
    expect([settled.add.state, settled.removal.state]).toEqual(["withdrawn", "withdrawn"]);
  });

  it.each(["queued", "failed"] as const)("removes after a while, not certain, when nobody knows (%s)", (state) => {
    const add = job({ state, uncertain: true });
    const { add: withdrawn, removal } = settleUndo(add, removalFor(add), START);
    expect(withdrawn.state).toBe("withdrawn");
    expect(removal).toMatchObject({ state: "queued", uncertain: true, nextTryAt: START + SETTLE_MS, undoes: add.id });
  });
});
