import { describe, expect, it } from "vitest";
import type { ShownCandidate } from "../../../src/domain/find";
import type { Job } from "../../../src/domain/job";
import { carriedTags, jobsOf, MIRROR_LAG_MS } from "../../../src/domain/outbox/carried-tags";
import { findPending, newAddJobs } from "../../../src/domain/outbox/new-jobs";
import { draft, GREENHOUSE, HOUR, job, LEVER, START } from "./make";

const NOW = START + HOUR;
const shown = (mirror: string[], jobs: Job[], now = NOW, asOf = NOW) =>
  carriedTags(mirror, asOf, jobs, now).map(({ name, state }) => `${name} ${state}`);

describe("carriedTags", () => {
  it("lays our writes over the mirror", () => {
    expect(shown(["SQL"], [])).toEqual(["SQL mirror"]);
    expect(shown(["SQL"], [job({ state: "done" })])).toEqual(["SQL mirror", "Python added"]);
    expect(shown([], [job({ state: "queued" })])).toEqual(["Python adding"]);
    expect(shown([], [job({ state: "sending" })])).toEqual(["Python adding"]);
  });

  it("shows a tag once, as the mirror spells it, when the mirror caught up", () => {
    expect(shown(["python"], [job({ state: "done" })])).toEqual(["python mirror"]);
    expect(shown(["python"], [job({ state: "queued" })])).toEqual(["python mirror"]);
  });

  it("hides what we removed, and says what is being removed", () => {
    const removal = (state: Job["state"]) => job({ operation: "remove", state });
    expect(shown(["Python"], [removal("done")])).toEqual([]);
    expect(shown(["Python"], [removal("queued")])).toEqual(["Python removing"]);
    expect(shown([], [job({ state: "done" }), removal("sending")])).toEqual(["Python removing"]);
    expect(shown([], [job({ state: "done" }), removal("done"), job({ state: "done" })])).toEqual(["Python added"]);
  });

  it.each(["failed", "cancelled"] as const)("does not count a job that is %s", (state) => {
    expect(shown([], [job({ state })])).toEqual([]);
    expect(shown(["Python"], [job({ state, operation: "remove" })])).toEqual(["Python mirror"]);
  });

  it("believes the mirror again once it has had the time to catch up", () => {
    const added = job({ state: "done" });
    const removed = job({ state: "done", operation: "remove", tag: "SQL" });
    const later = START + MIRROR_LAG_MS;
    expect(shown(["SQL"], [added, removed], later - 1, later - 1)).toEqual(["Python added"]);
    expect(shown(["SQL"], [added, removed], later, later)).toEqual(["SQL mirror"]);
    // An answer fetched before the write can never know of it.
    expect(shown([], [added], later, START - HOUR)).toEqual(["Python added"]);
  });

  it("keeps to the order of asking, whatever the order given", () => {
    const [add, removal] = [job({ state: "done" }), job({ state: "done", operation: "remove" })];
    expect(shown([], [removal!, add!])).toEqual([]);
  });
});

describe("newAddJobs", () => {
  const screen: ShownCandidate = {
    candidate: { id: "c1", remoteId: "42", name: "Ada Example", tags: ["SQL"] },
    integrationId: GREENHOUSE,
    matchedBy: "candidate",
    reference: null,
    certainty: { level: "sure", reason: "agrees" },
    asOf: NOW,
    tabId: 7,
    pageUrl: null,
    page: null,
  };
  const alreadyPresent = (tag: string, jobs: Job[]) =>
    newAddJobs(screen, [{ name: tag, create: false }], jobs, "b", NOW)[0]!.alreadyPresent;

  it("makes one job per tag for exactly the candidate shown", () => {
    const drafts = newAddJobs(
      screen,
      [
        { name: "Go", create: true },
        { name: "SQL", create: false },
      ],
      [],
      "b",
      NOW,
    );
    expect(drafts.map(({ tag, createsTag, alreadyPresent: had }) => [tag, createsTag, had])).toEqual([
      ["Go", true, false],
      ["SQL", false, true],
    ]);
    expect(drafts[0]).toMatchObject({ target: { candidateId: "c1", integrationId: GREENHOUSE }, tabId: 7, batch: "b" });
  });

  it("knows from the outbox what the mirror does not show yet", () => {
    expect(alreadyPresent("Python", [])).toBe(false);
    expect(alreadyPresent("Python", [job({ state: "done" })])).toBe(true);
    expect(alreadyPresent("Python", [job({ state: "done" }), job({ state: "done", operation: "remove" })])).toBe(false);
    expect(alreadyPresent("SQL", [job({ state: "done", operation: "remove", tag: "SQL" })])).toBe(false);
  });

  it("does not take another candidate's or integration's jobs for this one's", () => {
    expect(alreadyPresent("Python", [job({ state: "done", candidate: "c2" })])).toBe(false);
    expect(alreadyPresent("Python", [job({ state: "done", integration: LEVER })])).toBe(false);
    expect(
      jobsOf([job({ candidate: "c2" }), job({ integration: LEVER })], GREENHOUSE, { id: "c1", remoteId: "43" }),
    ).toEqual([]);
  });

  it("still counts what went to a newer Kombo id of the same person", () => {
    const moved = job({ candidate: "c1-new", retargeted: true });
    const undo = job({ candidate: "c1-new", operation: "remove", undoes: moved.id });
    const other = job({
      candidate: "c2",
      retargeted: true,
      target: { ...moved.target, candidateId: "c2", remoteId: "43" },
    });
    expect(jobsOf([moved, undo, other], GREENHOUSE, { id: "c1", remoteId: "42" })).toEqual([moved, undo]);
    expect(jobsOf([undo], GREENHOUSE, { id: "c1", remoteId: "42" })).toEqual([]);
    expect(jobsOf([moved], GREENHOUSE, { id: "c1", remoteId: null })).toEqual([]);
  });
});

describe("findPending", () => {
  it("finds the add that already does it, unless it is being taken back", () => {
    const waiting = job();
    expect(findPending(draft(), [waiting])).toBe(waiting);
    expect(findPending(draft({ tag: " PYTHON" }), [waiting])).toBe(waiting);
    expect(findPending(draft({ tag: "Pythons" }), [waiting])).toBeNull();
    expect(findPending(draft({ candidate: "c2" }), [waiting])).toBeNull();
    expect(findPending(draft(), [waiting, job({ operation: "remove" })])).toBeNull();
    expect(findPending(draft({ operation: "remove" }), [waiting])).toBeNull();
  });
});
