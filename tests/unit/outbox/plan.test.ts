import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hold, Job } from "../../../src/domain/job";
import { MAX_WAIT_MS, TOO_OLD_MS } from "../../../src/domain/outbox/backoff";
import { candidateKey, nextJobs } from "../../../src/domain/outbox/plan";
import { failure, GREENHOUSE, HOUR, job, LEVER, START } from "./make";

const key: Hold = { scope: "key", failure: failure("key-invalid"), since: START };
const greenhouse: Hold = { scope: GREENHOUSE, failure: failure("integration-inactive"), since: START };

function plan(jobs: Job[], more: { holds?: Hold[]; inFlight?: string[]; width?: number; now?: number } = {}) {
  const { holds = [], inFlight = [], width = 4, now = START } = more;
  const made = nextJobs({ jobs, holds, inFlight: new Set(inFlight), concurrencyOf: () => width, now });
  return { ...made, start: made.start.map(({ id }) => id), expired: made.expired.map(({ id }) => id) };
}

describe("nextJobs", () => {
  it("runs one job per candidate, the oldest", () => {
    const [first, second] = [job(), job()];
    expect(plan([second!, first!]).start).toEqual([first!.id]);
    expect(plan([job({ state: "sending" }), second!]).start).toEqual([]);
  });

  it("counts a job in hand as open though the outbox still calls it queued", () => {
    const [first, second] = [job(), job()];
    expect(plan([first!, second!], { inFlight: [first!.id] }).start).toEqual([]);
  });

  it("lets a waiting job block its own candidate only", () => {
    const waiting = job({ candidate: "a", nextTryAt: START + 5000 });
    const [behind, other] = [job({ candidate: "a" }), job({ candidate: "b" })];
    expect(plan([waiting, behind!, other!])).toEqual({
      start: [other!.id],
      expired: [],
      ahead: [],
      wakeAt: START + 5000,
    });
  });

  it("does not confuse equal ids of two integrations", () => {
    const [one, two] = [job({ candidate: "a" }), job({ candidate: "a", integration: LEVER })];
    expect(plan([one!, two!]).start).toEqual([one!.id, two!.id]);
  });

  it("keeps to the width, per integration", () => {
    const jobs = ["a", "b", "c"].map((candidate) => job({ candidate }));
    const lever = job({ candidate: "a", integration: LEVER });
    expect(plan([...jobs, lever], { width: 2 }).start).toEqual([jobs[0]!.id, jobs[1]!.id, lever.id]);
    const open = job({ candidate: "z", state: "sending" });
    expect(plan([...jobs, open], { width: 2 }).start).toEqual([jobs[0]!.id]);
  });

  it("stands still where held, and only there", () => {
    const [one, two] = [job(), job({ integration: LEVER })];
    expect(plan([one!, two!], { holds: [greenhouse] }).start).toEqual([two!.id]);
    expect(plan([one!, two!], { holds: [key] })).toEqual({ start: [], expired: [], ahead: [], wakeAt: null });
  });

  it("asks before sending what is too old, but leaves held jobs alone", () => {
    const old = job();
    const now = START + TOO_OLD_MS + 1;
    expect(plan([old], { now }).expired).toEqual([old.id]);
    expect(plan([old], { now: START + TOO_OLD_MS }).start).toEqual([old.id]);
    expect(plan([old], { now, holds: [key] }).expired).toEqual([]);
    expect(plan([{ ...old, requestedAt: now - HOUR }], { now }).start).toEqual([old.id]);
  });

  it("does not strand a job when the clock is set back", () => {
    const waiting = job({ updatedAt: START, nextTryAt: START + 5000 });
    expect(plan([waiting], { now: START - 48 * HOUR }).start).toEqual([waiting.id]);
  });

  it("caps a wait that is too long to be meant", () => {
    const waiting = job({ nextTryAt: START + 1000 * HOUR });
    expect(plan([waiting]).wakeAt).toBe(START + MAX_WAIT_MS);
  });

  const anyJob = fc.record({
    candidate: fc.constantFrom("a", "b", "c", "d"),
    integration: fc.constantFrom(GREENHOUSE, LEVER),
    state: fc.constantFrom("queued", "queued", "queued", "sending") as fc.Arbitrary<Job["state"]>,
    nextTryAt: fc.integer({ min: START - HOUR, max: START + HOUR }),
  });

  it("whatever is queued: in order, one per candidate, within the width, and nothing forgotten", () => {
    fc.assert(
      fc.property(fc.array(anyJob, { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (parts, width) => {
        const jobs = parts.map((part) => job(part));
        const { start, expired, wakeAt } = nextJobs({
          jobs,
          holds: [],
          inFlight: new Set(),
          concurrencyOf: () => width,
          now: START,
        });
        expect(expired).toEqual([]);
        const open = [...jobs.filter(({ state }) => state === "sending"), ...start];
        for (const one of start) {
          const earlier = jobs.filter((other) => candidateKey(other) === candidateKey(one) && other.seq < one.seq);
          expect(earlier).toEqual([]);
          expect(open.filter((other) => candidateKey(other) === candidateKey(one))).toEqual([one]);
          const there = open.filter(({ target }) => target.integrationId === one.target.integrationId);
          expect(there.length).toBeLessThanOrEqual(width);
        }
        // Live: whenever something is queued, something is open, or a wake-up is due.
        if (jobs.length > 0 && open.length === 0) expect(wakeAt).toBeGreaterThan(START);
      }),
    );
  });
});
