import { describe, expect, it } from "vitest";
import type { Job, JobState } from "../../../src/domain/job";
import { newRemoveJobs } from "../../../src/domain/outbox/new-jobs";
import { takeOffOffer } from "../../../src/domain/outbox/undo";
import { job, NOW, shown } from "./made";

const removal = (over: Partial<Job> = {}) => job({ operation: "remove", tag: "Berlin", ...over });

describe("the removal of a carried tag", () => {
  const ask = (tag: string, jobs: readonly Job[] = []) => newRemoveJobs(shown(), tag, jobs, "batch", NOW);

  it("is asked for once, for the candidate shown, as the tag is spelt", () => {
    const [only, ...more] = ask("Berlin");
    expect(more).toEqual([]);
    expect(only).toMatchObject({ operation: "remove", tag: "Berlin", undoes: null });
    expect(only?.target).toMatchObject({ candidateId: "kombo-ada", name: "Ada Example" });
  });

  it("is not asked for where the tag is not on the candidate, or is on its way off", () => {
    expect(ask("Hamburg")).toEqual([]);
    for (const state of ["queued", "sending", "done"] as const) expect(ask("Berlin", [removal({ state })])).toEqual([]);
  });

  it("may be asked for again after it failed or was cancelled", () => {
    for (const state of ["failed", "cancelled"] as const) expect(ask("Berlin", [removal({ state })])).toHaveLength(1);
  });
});

describe("the way back from it", () => {
  it.each<[JobState, ReturnType<typeof takeOffOffer>]>([
    ["queued", "cancel"],
    ["sending", null],
    ["done", "add-again"],
    ["failed", null],
    ["cancelled", null],
  ])("%s: %s", (state, offer) => {
    const one = removal({ state });
    expect(takeOffOffer(one, [one])).toBe(offer);
  });

  it("is gone once the tag was asked for again", () => {
    const one = removal();
    const again = job({ tag: "Berlin" });
    expect(takeOffOffer(one, [one, again])).toBeNull();
    expect(takeOffOffer(one, [one, { ...again, state: "failed" }])).toBe("add-again");
  });

  it("is none for the undo of an add, nor for an add", () => {
    expect(takeOffOffer(removal({ undoes: "job" }), [])).toBeNull();
    expect(takeOffOffer(job(), [])).toBeNull();
  });
});
