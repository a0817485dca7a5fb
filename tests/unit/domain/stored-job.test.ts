import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FAILURE_KINDS, FAILURE_POLICY } from "../../../src/domain/failure";
import { isLive, isUnreadable, JOB_STATES, type Job } from "../../../src/domain/job";
import { carriedTags, jobsOf } from "../../../src/domain/outbox/carried-tags";
import { nextJobs } from "../../../src/domain/outbox/plan";
import { isOutcomeUnknown, reasonOf } from "../../../src/domain/outbox/reason";
import { mayTransition } from "../../../src/domain/outbox/transitions";
import { undoOffer } from "../../../src/domain/outbox/undo";
import { storedHold, storedJob, storedJobs } from "../../../src/domain/stored-job";
import { lineKind } from "../../../src/popup/model/line";
import { lines } from "../../../src/popup/model/lines";
import { migrateJob } from "../../../src/storage/migrate";
import { failure, job, START } from "../outbox/make";
import { recorded, storesOf } from "../storage/recorded";

const unreadable = { state: "failed", failure: { kind: "entry-unreadable" }, unanswered: true };

describe("a stored job", () => {
  it.each(storesOf(recorded()).jobs?.values ?? [])("of 1.0.0 ($seq $state $tag) needs no mending", (old) => {
    const migrated = migrateJob(old);
    expect(storedJob(migrated)).toBe(migrated);
  });

  it.each([
    ["a state nobody knows", { state: "paused" }],
    ["no state", { state: undefined }],
    ["an operation nobody knows", { operation: "rename" }],
    ["no target", { target: undefined }],
    ["a target without a candidate", { target: { integrationId: "x" } }],
    ["no tag", { tag: null }],
    ["a number that is none", { seq: "7" }],
  ])("with %s is shown as failed, not certain, and can only be discarded", (_, odd) => {
    const read = storedJob({ ...job(), ...odd });
    expect(read).toMatchObject(unreadable);
    expect(mayTransition(read, "retry")).toBe(false);
    expect(mayTransition(read, "cancel")).toBe(true);
    expect(undoOffer(read, [])).toEqual({ kind: "no", because: "failed" });
    expect(isOutcomeUnknown(read)).toBe(true);
  });

  it("with a failure nobody knows says the other version's own words, and goes on", () => {
    const waiting = {
      ...job(),
      failure: { kind: "eclipse", code: null, message: "Too dark", logUrl: "https://x.test" },
    };
    expect(storedJob(waiting)).toMatchObject({
      state: "queued",
      failure: { kind: "unknown", code: "eclipse", message: "Too dark", logUrl: null },
    });
  });

  it("that failed always says that something went wrong", () => {
    expect(storedJob({ ...job(), state: "failed", failure: "?" })).toMatchObject({ failure: { kind: "unknown" } });
  });

  it("without what is known of its tries counts as unanswered, its tag as there before", () => {
    const { unanswered: _, alreadyPresent: __, ...half } = job({ state: "done" });
    const read = storedJob(half);
    expect(read).toMatchObject({ state: "done", unanswered: true, alreadyPresent: true });
    expect(undoOffer(read, [])).toMatchObject({ kind: "no" });
  });

  it("that is nothing at all is an entry of its own", () => {
    for (const nothing of [undefined, null, 5, "x", {}]) expect(storedJob(nothing)).toMatchObject(unreadable);
  });
});

it("a hold with a failure nobody knows still holds, and can be shown", () => {
  const hold = { scope: "key", since: 5, failure: failure("key-invalid") };
  expect(storedHold(hold)).toBe(hold);
  expect(storedHold({ ...hold, failure: { kind: "eclipse" } })).toEqual({
    scope: "key",
    since: 5,
    failure: { ...failure("unknown"), code: "eclipse" },
  });
  expect(storedHold({ scope: "x" })).toMatchObject({ scope: "x", since: 0, failure: { kind: "unknown" } });
});

describe("whatever is stored", () => {
  const anything = fc.anything({ maxDepth: 2, maxKeys: 3, withDate: true, withMap: true, withBigInt: true });
  const good = job({ undoes: null });
  const names = Object.keys({
    ...good,
    requestedAt: 0,
    limitedAttempts: 0,
    outcomeUnknown: true,
    retargeted: true,
    seenAt: 0,
  });
  const words = fc.constantFrom<unknown>(
    ...JOB_STATES,
    ...FAILURE_KINDS,
    "add",
    "remove",
    true,
    0,
    -1,
    Number.NaN,
    null,
  );
  /** A good job with some fields spoilt or gone. */
  const spoilt = fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(anything, words)), { maxLength: 4 }),
      fc.array(fc.constantFrom(...names), { maxLength: 2 }),
    )
    .map(([changes, gone]) => {
      const record: Record<string, unknown> = { ...good, ...Object.fromEntries(changes) };
      for (const name of gone) delete record[name];
      return record;
    });
  const stored = fc.oneof({ arbitrary: spoilt, weight: 5 }, anything);

  it("everything that works with jobs works with what is read", () => {
    fc.assert(
      fc.property(fc.array(stored, { maxLength: 4 }), (records) => {
        const jobs = storedJobs(records);
        expect(jobs).toHaveLength(records.length);
        expect(jobs.map(({ seq }) => seq)).toEqual(jobs.map(({ seq }) => seq).sort((a, b) => a - b));
        for (const one of jobs) {
          expect(JOB_STATES).toContain(one.state);
          lineKind(one, reasonOf(one, [], jobs) !== null);
          undoOffer(one, jobs);
          if (one.failure) expect(FAILURE_POLICY[one.failure.kind]).toBeDefined();
        }
        lines(jobs, new Set(), START);
        const { integrationId, candidateId, remoteId } = good.target;
        carriedTags([], START, jobsOf(jobs, integrationId, { id: candidateId, remoteId }), START);
        const concurrencyOf = () => 5;
        nextJobs({ jobs: jobs.filter(isLive), holds: [], inFlight: new Set(), concurrencyOf, now: START });
      }),
      { numRuns: 1000 },
    );
  });

  it("nothing is sent that does not say what, to whom and in which order", () => {
    fc.assert(
      fc.property(spoilt, (record) => {
        const read: Job = storedJob(record);
        if (!isLive(read)) return;
        expect(isUnreadable(read)).toBe(false);
        const { state, operation, tag, seq, target } = record as unknown as Job;
        expect({ state, operation, tag, seq }).toEqual({
          state: read.state,
          operation: read.operation,
          tag: read.tag,
          seq: read.seq,
        });
        expect(target).toMatchObject({
          integrationId: read.target.integrationId,
          candidateId: read.target.candidateId,
        });
      }),
    );
  });
});
