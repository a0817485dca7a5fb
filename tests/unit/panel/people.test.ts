import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Job } from "../../../src/domain/job";
import { MOST_PEOPLE, taggedPeople } from "../../../src/panel/model/people";
import { job, NOW } from "../popup/made";

const target = (who: string): Job["target"] => ({ ...job().target, candidateId: who, name: who });
const added = fc
  .record({
    who: fc.integer({ min: 0, max: 40 }).map((n) => `person ${n}`),
    age: fc.integer({ min: -500, max: 500 }),
    state: fc.constantFrom<Job["state"]>("queued", "sending", "done", "failed", "cancelled"),
    undone: fc.boolean(),
  })
  .map(({ who, age, state, undone }) => {
    const one = job({ target: target(who), createdAt: NOW + age, state });
    const removal = job({ target: target(who), operation: "remove", undoes: one.id, createdAt: NOW + age });
    return undone && state === "done" ? [one, removal] : [one];
  });

describe("the row of people", () => {
  it("holds at most twenty people of this session, the latest first, with what stands and nothing else", () => {
    fc.assert(
      fc.property(fc.array(added, { maxLength: 80 }), (made) => {
        const jobs = made.flat();
        const people = taggedPeople(jobs, NOW);
        expect(people.length).toBeLessThanOrEqual(MOST_PEOPLE);
        expect(new Set(people.map(({ key }) => key)).size).toBe(people.length);
        const latest = people.map(({ jobs: own }) => jobs.indexOf(own[0] as Job));
        expect(latest).toEqual(latest.toSorted((a, b) => b - a));
        const stands = jobs.filter(
          (one) =>
            one.operation === "add" &&
            one.createdAt >= NOW &&
            one.state !== "cancelled" &&
            !jobs.some(({ undoes }) => undoes === one.id),
        );
        const names = [...new Set(stands.toReversed().map((one) => one.target.name))].slice(0, MOST_PEOPLE);
        expect(people.map(({ name }) => name)).toEqual(names);
        const shown = people.flatMap(({ jobs: own }) => own);
        expect(new Set(shown)).toEqual(new Set(stands.filter((one) => names.includes(one.target.name))));
      }),
    );
  });

  it("keeps two people apart who have one name", () => {
    const one = job({ target: { ...target("a"), name: "Anna Keller" } });
    const other = job({ target: { ...target("b"), name: "Anna Keller" } });
    expect(taggedPeople([one, other], 0)).toHaveLength(2);
  });
});
