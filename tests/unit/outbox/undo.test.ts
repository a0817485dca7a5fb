import { describe, expect, it } from "vitest";
import type { Job, UndoOffer } from "../../../src/domain/job";
import { createJob } from "../../../src/domain/outbox/transitions";
import { SETTLE_MS, settleUndo, undoJob, undoOffer } from "../../../src/domain/outbox/undo";
import { job, START } from "./make";

const no = (because: Extract<UndoOffer, { kind: "no" }>["because"]): UndoOffer => ({ kind: "no", because });
const remove = (certain: boolean): UndoOffer => ({ kind: "remove", certain });

const CASES: [string, Partial<Job>, UndoOffer][] = [
  ["waiting", { state: "queued" }, { kind: "cancel" }],
  ["waiting, the tag was there", { state: "queued", alreadyPresent: true }, { kind: "cancel" }],
  ["waiting after a send without answer", { state: "queued", unanswered: true }, remove(false)],
  ["the same, but the tag was there", { state: "queued", unanswered: true, alreadyPresent: true }, { kind: "cancel" }],
  ["being sent", { state: "sending" }, remove(false)],
  ["being sent, the tag was there", { state: "sending", alreadyPresent: true }, no("already-present")],
  ["done", { state: "done" }, remove(true)],
  ["done at the second try", { state: "done", unanswered: true }, remove(false)],
  ["done, the tag was there", { state: "done", alreadyPresent: true }, no("already-present")],
  ["failed", { state: "failed" }, no("failed")],
  ["failed, but some send had no answer", { state: "failed", unanswered: true }, remove(false)],
  ["cancelled", { state: "cancelled" }, no("undone")],
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
    ["cancelled", remove(true)],
  ] as const)("with a removal that is %s", (state, offer) => {
    const asked = job({ state: "done" });
    const removal = job({ operation: "remove", undoes: asked.id, state });
    expect(undoOffer(asked, [asked, removal])).toEqual(offer);
  });
});

describe("an undo asked for while the add was in flight", () => {
  const removalFor = (add: Job) => createJob(undoJob(add, "undo"), "removal", 1000, START);

  it("needs no removal when the add is known not to have happened", () => {
    const add = job({ state: "queued" });
    const settled = settleUndo(add, removalFor(add), START);
    expect([settled.add.state, settled.removal.state]).toEqual(["cancelled", "cancelled"]);
  });

  it.each(["queued", "failed"] as const)("removes after a while, not certain, when nobody knows (%s)", (state) => {
    const add = job({ state, unanswered: true });
    const { add: cancelled, removal } = settleUndo(add, removalFor(add), START);
    expect(cancelled.state).toBe("cancelled");
    expect(removal).toMatchObject({ state: "queued", unanswered: true, nextTryAt: START + SETTLE_MS, undoes: add.id });
  });
});
