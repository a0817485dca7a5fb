import { beforeEach, describe, expect, it, vi } from "vitest";
import { StorageFull } from "../../../src/background/outbox/transaction";
import { isOutcomeUnknown } from "../../../src/domain/outbox/reason";
import { SETTLE_MS } from "../../../src/domain/outbox/undo";
import { World } from "./fake-worker";
import { draft, failure, GREENHOUSE, HOUR, LEVER, START } from "./make";

let world: World;
beforeEach(async () => {
  world = await World.open();
});

const add = async (part: Parameters<typeof draft>[0] = {}) => (await world.outbox.append([draft(part)]))[0]!;
const done = { warnings: [], unreadable: false };

async function addDone(part: Parameters<typeof draft>[0] = {}) {
  const job = await add(part);
  const claimed = (await world.outbox.claim(job.id))!;
  return (await world.outbox.finish(claimed, done))!;
}

describe("append", () => {
  it("keeps a batch in the order of asking, going on from what is there", async () => {
    await add({ tag: "A" });
    await world.outbox.append([draft({ tag: "B" }), draft({ tag: "C" })]);
    const jobs = await world.outbox.all();
    expect(jobs.map(({ tag, seq }) => [tag, seq])).toEqual([
      ["A", START],
      ["B", START + 1],
      ["C", START + 2],
    ]);
    expect(jobs[0]).toMatchObject({ state: "queued", createdAt: START, nextTryAt: START, attempts: 0 });
  });

  it("gives the job that is waiting already instead of asking twice", async () => {
    const first = await add();
    world.now = START + 25 * HOUR;
    // From where and when the person asked last: what they ask for now is not too old.
    expect(await add({ tabId: 7 })).toMatchObject({ id: first.id, tabId: 7, requestedAt: world.now });
    const [one, two] = await world.outbox.append([draft({ tag: "B" }), draft({ tag: "B" })]);
    expect(two!.id).toBe(one!.id);
    expect(await world.outbox.all()).toHaveLength(2);
  });

  it("asks again for one that failed, instead of leaving the failure behind", async () => {
    const job = await add({ tabId: 1 });
    const claimed = (await world.outbox.claim(job.id))!;
    await world.outbox.fail(claimed, failure("permission-missing"), false);
    await add({ tag: "B" });
    const [again, same] = await world.outbox.append([draft({ tabId: 2 }), draft({ tabId: 2 })]);
    expect(again).toMatchObject({ id: job.id, seq: START + 2, state: "queued", tabId: 2, attempts: 0, failure: null });
    // What nobody knew about the first try is not known now either.
    expect(again).toMatchObject({ unanswered: true });
    expect(same!.id).toBe(job.id);
    expect(await world.outbox.all()).toHaveLength(2);
    expect((await world.outbox.liveJobs()).map(({ tag }) => tag).sort()).toEqual(["B", "Python"]);
  });

  it("asks anew when the earlier one is over", async () => {
    const first = await addDone();
    expect((await add()).id).not.toBe(first.id);
  });

  it("says so when the disk is full, and has kept nothing", async () => {
    const full = new DOMException("full", "QuotaExceededError");
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementationOnce(IDBObjectStore.prototype.put);
    put.mockImplementationOnce(() => {
      throw full;
    });
    const asked = world.outbox.append([draft({ tag: "A" }), draft({ tag: "B" })]);
    await expect(asked).rejects.toBeInstanceOf(StorageFull);
    put.mockRestore();
    expect(await world.outbox.all()).toEqual([]);
    expect(await world.outbox.liveJobs()).toEqual([]);
    expect(world.changes).toBe(0);
  });

  it("shows the drafts what was asked for until that very moment, so that two askers cannot both be first", async () => {
    const first = world.outbox.append((before) => [draft({ alreadyPresent: before.length > 0 })]);
    const second = world.outbox.append((before) => [draft({ tag: "B", alreadyPresent: before.length > 0 })]);
    expect((await Promise.all([first, second])).flat().map(({ alreadyPresent }) => alreadyPresent)).toEqual([
      false,
      true,
    ]);
  });

  it("tells of each change", async () => {
    await add();
    expect(world.changes).toBe(1);
  });
});

describe("claim and answers", () => {
  it("gives a job to one claimant only", async () => {
    const job = await add();
    const claims = await Promise.all([world.outbox.claim(job.id), world.outbox.claim(job.id)]);
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it("gives nothing for a job that was cancelled, or is unknown", async () => {
    const job = await add();
    await world.outbox.discard(job.id);
    expect(await world.outbox.claim(job.id)).toBeNull();
    expect(await world.outbox.claim("nobody")).toBeNull();
  });

  it("ignores an answer to an earlier send", async () => {
    const job = await add();
    const first = (await world.outbox.claim(job.id))!;
    await world.outbox.recover();
    expect(await world.outbox.finish(first, done)).toBeNull();
    const second = (await world.outbox.claim(job.id))!;
    expect(await world.outbox.fail(first, failure("unknown"), true)).toBeNull();
    expect(await world.outbox.finish(second, done)).toMatchObject({ state: "done", unanswered: true });
  });

  it("ignores an answer to a send from before a retry", async () => {
    const job = await add();
    const first = (await world.outbox.claim(job.id))!;
    await world.outbox.fail(first, failure("unknown"), true);
    await world.outbox.retry(job.id);
    const second = (await world.outbox.claim(job.id))!;
    expect(second.attempts).toBe(first.attempts);
    expect(await world.outbox.finish(first, done)).toBeNull();
  });

  it("keeps in memory what is on disk", async () => {
    const job = await add();
    expect(await world.outbox.liveJobs()).toHaveLength(1);
    const claimed = (await world.outbox.claim(job.id))!;
    expect(await world.outbox.liveJobs()).toEqual([claimed]);
    await world.outbox.finish(claimed, done);
    expect(await world.outbox.liveJobs()).toEqual([]);
  });
});

describe("holds", () => {
  it("holds a queue once and lets the job wait", async () => {
    const [one, two] = [await add({ candidate: "a" }), await add({ candidate: "b" })];
    const [first, second] = [(await world.outbox.claim(one.id))!, (await world.outbox.claim(two.id))!];
    const cause = failure("key-invalid");
    const held = await world.outbox.pause(first, "key", cause, true);
    expect(held).toMatchObject({ hold: { scope: "key", since: START }, job: { state: "queued", failure: cause } });
    expect((await world.outbox.pause(second, "key", cause, true)).hold).toBeNull();
    expect(await world.outbox.holds()).toHaveLength(1);
  });

  it("does not hold for an answer to the old key that comes after the new one was given", async () => {
    const [one, two] = [await add({ candidate: "a" }), await add({ candidate: "b" })];
    const [first, second] = [(await world.outbox.claim(one.id))!, (await world.outbox.claim(two.id))!];
    await world.outbox.pause(first, "key", failure("key-invalid"), true);
    world.now = START + 1000;
    await world.outbox.resume("key");
    const late = await world.outbox.pause(second, "key", failure("key-invalid"), true);
    expect(late).toMatchObject({ hold: null, job: { state: "queued", nextTryAt: world.now } });
    expect(await world.outbox.holds()).toEqual([]);
    // The next try is with the new key: should that be refused as well, the queue stands still.
    const again = (await world.outbox.claim(two.id))!;
    expect((await world.outbox.pause(again, "key", failure("key-invalid"), true)).hold).not.toBeNull();
  });

  it("releases one integration, or with the key everything", async () => {
    for (const integration of [GREENHOUSE, LEVER]) {
      const job = await add({ integration });
      const claimed = (await world.outbox.claim(job.id))!;
      await world.outbox.pause(claimed, integration, failure("integration-inactive"), true);
    }
    world.now = START + 30 * HOUR;
    await world.outbox.resume(LEVER);
    expect((await world.outbox.holds()).map(({ scope }) => scope)).toEqual([GREENHOUSE]);
    const [greenhouse, lever] = await world.outbox.all();
    expect(lever).toMatchObject({ nextTryAt: world.now, requestedAt: world.now });
    expect(greenhouse!.requestedAt).toBeUndefined();
    // The key held nothing, so mending it mends nobody else's cause.
    await world.outbox.resume("key");
    expect(await world.outbox.holds()).toHaveLength(1);
    const claimed = (await world.outbox.claim((await add({ integration: LEVER })).id))!;
    await world.outbox.pause(claimed, "key", failure("key-invalid"), true);
    await world.outbox.resume("key");
    expect(await world.outbox.holds()).toEqual([]);
  });

  it("lets a removal in doubt wait on when it is released", async () => {
    const job = await add();
    await world.outbox.claim(job.id);
    await world.outbox.recover();
    await world.outbox.undo(job.id);
    const other = (await world.outbox.claim((await add({ candidate: "c2" })).id))!;
    await world.outbox.pause(other, GREENHOUSE, failure("integration-inactive"), true);
    world.now = START + 5000;
    await world.outbox.resume(GREENHOUSE);
    const removal = (await world.outbox.all()).find(({ operation }) => operation === "remove");
    expect(removal).toMatchObject({ nextTryAt: START + SETTLE_MS, requestedAt: world.now });
  });

  it("makes jobs due at once that wait for one reason only", async () => {
    for (const [tag, kind] of [
      ["A", "offline"],
      ["B", "busy"],
    ] as const) {
      const claimed = (await world.outbox.claim((await add({ tag })).id))!;
      await world.outbox.retryLater(claimed, failure(kind), true, START + HOUR);
    }
    await world.outbox.makeDue(["offline"]);
    expect((await world.outbox.all()).map(({ nextTryAt }) => nextTryAt)).toEqual([START, START + HOUR]);
  });
});

describe("hasten", () => {
  const waitingFor = async (part: Parameters<typeof draft>[0]) => {
    const claimed = (await world.outbox.claim((await add(part)).id))!;
    return (await world.outbox.retryLater(claimed, failure("busy"), true, START + HOUR))!;
  };

  it("makes the job due at once, with what stands before it for the same candidate, and nobody else's", async () => {
    const other = await waitingFor({ tag: "Other", candidate: "c2" });
    const before = await waitingFor({ tag: "Before" });
    const job = await waitingFor({ tag: "Asked" });
    const behind = await waitingFor({ tag: "Behind" });
    world.now = START + 1000;
    expect(await world.outbox.retryNow(job.id)).toBe(true);
    const due = async ({ id }: { id: string }) => (await world.outbox.get(id))!.nextTryAt;
    expect(await Promise.all([before, job].map(due))).toEqual([world.now, world.now]);
    expect(await Promise.all([other, behind].map(due))).toEqual([START + HOUR, START + HOUR]);
  });

  it("leaves a removal in doubt to wait, and says when there is nothing to hasten", async () => {
    const job = await add();
    await world.outbox.claim(job.id);
    await world.outbox.recover();
    await world.outbox.undo(job.id);
    const removal = (await world.outbox.all()).find(({ operation }) => operation === "remove")!;
    expect(await world.outbox.retryNow(removal.id)).toBe(true);
    expect((await world.outbox.get(removal.id))!.nextTryAt).toBe(START + SETTLE_MS);
    expect(await world.outbox.retryNow((await addDone({ tag: "Done" })).id)).toBe(false);
    expect(await world.outbox.retryNow("nobody")).toBe(false);
  });
});

describe("undo", () => {
  const removals = async () => (await world.outbox.all()).filter(({ operation }) => operation === "remove");

  it("withdraws what is waiting, without a removal", async () => {
    const job = await add();
    expect(await world.outbox.undo(job.id)).toBe(true);
    expect(await world.states()).toEqual({ Python: "cancelled" });
    expect(await removals()).toEqual([]);
  });

  it("removes what is done, once", async () => {
    const job = await addDone();
    expect(await Promise.all([world.outbox.undo(job.id), world.outbox.undo(job.id)])).toEqual([true, false]);
    expect(await removals()).toMatchObject([
      { undoes: job.id, state: "queued", target: job.target, unanswered: false },
    ]);
  });

  it("does not take away what was there before, nor remove a removal", async () => {
    const job = await addDone({ alreadyPresent: true });
    expect(await world.outbox.undo(job.id)).toBe(false);
    const other = await addDone({ tag: "Go" });
    await world.outbox.undo(other.id);
    expect(await world.outbox.undo((await removals())[0]!.id)).toBe(false);
    expect(await world.outbox.undo("nobody")).toBe(false);
  });

  it("after a send without answer withdraws, and removes after a while as not certain", async () => {
    const job = await add();
    await world.outbox.claim(job.id);
    await world.outbox.recover();
    expect(await world.outbox.undo(job.id)).toBe(true);
    expect(await world.outbox.get(job.id)).toMatchObject({ state: "cancelled", unanswered: true });
    expect(await removals()).toMatchObject([{ unanswered: true, nextTryAt: START + SETTLE_MS }]);
  });

  it("while the add is in flight waits for its answer", async () => {
    const job = await add();
    const claimed = (await world.outbox.claim(job.id))!;
    await world.outbox.undo(job.id);
    expect((await world.outbox.get(job.id))!.state).toBe("sending");
    await world.outbox.finish(claimed, done);
    expect(await removals()).toMatchObject([{ state: "queued", unanswered: false, nextTryAt: START }]);
  });

  it.each([
    ["refused", true, "cancelled", false],
    ["lost", false, "queued", true],
  ] as const)("while in flight, and the add is %s", async (_, answered, state, unanswered) => {
    const job = await add();
    const claimed = (await world.outbox.claim(job.id))!;
    await world.outbox.undo(job.id);
    const after = await world.outbox.retryLater(claimed, failure("busy"), answered, START + 1000);
    expect(after!.state).toBe("cancelled");
    expect(await removals()).toMatchObject([{ state, unanswered }]);
  });

  it("while a second try is in flight is in doubt, for the first one may still arrive", async () => {
    const job = await add();
    await world.outbox.claim(job.id);
    await world.outbox.recover();
    const second = (await world.outbox.claim(job.id))!;
    await world.outbox.undo(job.id);
    await world.outbox.finish(second, done);
    expect(await removals()).toMatchObject([{ state: "queued", unanswered: true }]);
  });

  it("given up after a try without answer leaves the add in doubt", async () => {
    const job = await addDone();
    await world.outbox.undo(job.id);
    const removal = (await world.outbox.claim((await removals())[0]!.id))!;
    await world.outbox.retryLater(removal, failure("timed-out"), false, START + HOUR);
    await world.outbox.discard(removal.id);
    const add = (await world.outbox.get(job.id))!;
    expect(add.state).toBe("done");
    expect(isOutcomeUnknown(add)).toBe(true);
  });

  it("asked for in flight survives the worker's death", async () => {
    const job = await add();
    await world.outbox.claim(job.id);
    await world.outbox.undo(job.id);
    await world.restart();
    expect(await world.outbox.recover()).toBe(1);
    expect((await world.outbox.get(job.id))!.state).toBe("cancelled");
    expect(await removals()).toMatchObject([{ state: "queued", unanswered: true }]);
  });
});

describe("what a person decides", () => {
  it("retries a failed job at the end of the queue, and nothing else", async () => {
    const job = await add({ tag: "A" });
    const claimed = (await world.outbox.claim(job.id))!;
    await world.outbox.fail(claimed, failure("permission-missing"), true);
    await add({ tag: "B" });
    expect(await world.outbox.retry(job.id)).toMatchObject({ state: "queued", seq: START + 2, attempts: 0 });
    expect(await world.outbox.retry(job.id)).toBeNull();
  });

  it("discards what waits or failed, not what is done", async () => {
    const job = await addDone();
    expect(await world.outbox.discard(job.id)).toBeNull();
    expect(await world.outbox.discard((await add({ tag: "B" })).id)).toMatchObject({ state: "cancelled" });
  });

  it("clears what is over, and prunes what has been over for long", async () => {
    await addDone({ tag: "old" });
    await add({ tag: "waiting" });
    const failing = (await world.outbox.claim((await add({ tag: "failed", candidate: "b" })).id))!;
    await world.outbox.fail(failing, failure("unknown"), true);
    world.now = START + 10 * 24 * HOUR;
    await addDone({ tag: "new" });
    expect(await world.outbox.prune(9)).toBe(1);
    expect(await world.states()).toEqual({ waiting: "queued", failed: "failed", new: "done" });
    await world.outbox.markSeen([failing.id]);
    world.now += 10 * 24 * HOUR;
    expect(await world.outbox.prune(11)).toBe(1);
    expect(await world.states()).toEqual({ waiting: "queued", new: "done" });
    expect(await world.outbox.clearHistory()).toBe(1);
    expect(await world.states()).toEqual({ waiting: "queued" });
  });
});
