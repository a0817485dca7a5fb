import { describe, expect, it } from "vitest";
import type { Hold, Job } from "../../../src/domain/job";
import { isOutcomeUnknown, reasonOf, sameReason } from "../../../src/domain/outbox/reason";
import { delayRemoval } from "../../../src/domain/outbox/undo";
import { failure, GREENHOUSE, job, LEVER, START } from "./make";

const hold = (scope: string, kind: Parameters<typeof failure>[0]): Hold => ({
  scope,
  failure: failure(kind),
  since: START,
});
const keyHold = hold("key", "key-invalid");
const busy = failure("busy");

describe("why a job is not done", () => {
  it.each<[string, Partial<Job>, readonly Hold[], ReturnType<typeof reasonOf>]>([
    ["waiting for its turn", { state: "queued" }, [], null],
    ["being sent, after a failure", { state: "sending", failure: busy }, [keyHold], null],
    ["done, whatever was before", { state: "done", failure: busy }, [keyHold], null],
    ["cancelled", { state: "cancelled", failure: busy }, [keyHold], null],
    ["waiting for its next try", { state: "queued", failure: busy }, [], { kind: "own", failure: busy }],
    [
      "failed, and its queue is held as well",
      { state: "failed", failure: busy },
      [keyHold],
      { kind: "own", failure: busy },
    ],
    [
      "held with its integration",
      { state: "queued" },
      [hold(GREENHOUSE, "integration-inactive")],
      {
        kind: "held",
        failure: failure("integration-inactive"),
      },
    ],
    ["another integration is held", { state: "queued" }, [hold(LEVER, "integration-inactive")], null],
    [
      "held twice: the key first",
      { state: "queued", failure: busy },
      [hold(GREENHOUSE, "ats-login-invalid"), keyHold],
      {
        kind: "held",
        failure: keyHold.failure,
      },
    ],
  ])("%s", (_, part, holds, reason) => {
    expect(reasonOf(job(part), holds)).toEqual(reason);
  });

  it("says that a removal waits on purpose until it was tried, and then what came of it", () => {
    const removal = delayRemoval(job({ operation: "remove" }), START);
    expect(reasonOf(removal, [])).toEqual({ kind: "settling" });
    expect(reasonOf({ ...removal, attempts: 1, failure: busy }, [])).toEqual({ kind: "own", failure: busy });
    expect(reasonOf({ ...removal, nextTryAt: START }, [])).toBeNull();
  });
});

describe("behind another job of the same candidate", () => {
  const first = job({ seq: 1, state: "queued", failure: busy });
  const behind = job({ seq: 2, state: "queued" });

  it("tells that one's reason", () => {
    expect(reasonOf(behind, [], [behind, first])).toEqual({ kind: "ahead", failure: busy });
    expect(reasonOf(behind, [], [delayRemoval({ ...first, operation: "remove", failure: null }, START)])).toEqual({
      kind: "settling",
    });
  });

  it("tells nothing of what is sent now, comes later or is somebody else's", () => {
    expect(reasonOf(behind, [], [{ ...first, state: "sending" }])).toBeNull();
    expect(reasonOf(behind, [], [{ ...first, seq: 3 }])).toBeNull();
    expect(reasonOf(behind, [], [job({ seq: 1, candidate: "c2", failure: busy })])).toBeNull();
  });
});

it("takes reasons for the same that are told in the same words", () => {
  const own = { kind: "own", failure: busy } as const;
  expect(sameReason(own, { kind: "held", failure: failure("busy", 3000) })).toBe(true);
  expect(sameReason(own, { kind: "own", failure: failure("offline") })).toBe(false);
  expect(sameReason(own, { kind: "own", failure: { ...busy, message: "Come back later." } })).toBe(false);
  expect(sameReason(own, { kind: "settling" })).toBe(false);
  expect(sameReason({ kind: "settling" }, { kind: "settling" })).toBe(true);
});

describe("what nobody can know", () => {
  it.each<[string, Partial<Job>, boolean]>([
    ["an add confirmed at the second try", { state: "done", unanswered: true }, false],
    ["an add that failed after a try without answer", { state: "failed", unanswered: true }, true],
    ["an add that was refused", { state: "failed" }, false],
    ["an add that is tried again", { state: "queued", unanswered: true }, false],
    ["a removal behind a doubtful add", { operation: "remove", state: "queued", unanswered: true }, true],
    ["the same, done", { operation: "remove", state: "done", unanswered: true }, true],
    ["the same, given up", { operation: "remove", state: "cancelled", unanswered: true }, true],
    ["an add given up after a try without answer", { state: "cancelled", unanswered: true }, true],
    ["an add cancelled before it was sent", { state: "cancelled" }, false],
    ["a removal of a certain add", { operation: "remove", state: "done" }, false],
  ])("%s", (_, part, doubtful) => {
    expect(isOutcomeUnknown(job(part))).toBe(doubtful);
  });
});
