import { expect } from "@playwright/test";
import type { Intention } from "../../../src/domain/intention";
import { SeededRandom } from "../../harness/seeded-random";
import type { FaultApp } from "../support/fault-app";
import { brokenPromises } from "../support/promises";
import { birch, heron, northwind } from "../support/shared-app";
import { type CandidateOf, SoakRunner } from "../support/soak-runner";

/** Candidates of three companies, some of whose IDs are equal. */
function candidates(perCompany: number): CandidateOf[] {
  return [northwind, heron, birch].flatMap((of) =>
    of.people
      .filter((person) => person.synced)
      .slice(0, perCompany)
      .map((person) => ({ of, person })),
  );
}

export interface Soak {
  seed: number;
  tags: number;
  candidatesPerCompany: number;
  settleMs: number;
}

/** Adds and undoes tags while everything goes wrong, and looks whether a promise was broken. */
export async function soak(app: FaultApp, { seed, tags, candidatesPerCompany, settleMs }: Soak): Promise<void> {
  const runner = new SoakRunner(app, candidates(candidatesPerCompany), new SeededRandom(seed));
  try {
    await runner.run(tags);
    const jobs = await runner.settle(settleMs);
    const intentions = (await app.extensionPage.read("intentions")) as Intention[];
    expect(brokenPromises(app, runner, jobs, intentions)).toEqual([]);
    expect(runner.typed.length).toBeGreaterThan(0);
    expect(jobs.filter((job) => job.state === "done" && job.operation === "add").length).toBeGreaterThan(tags / 2);
    expect(app.control.log.requests.filter(({ fault }) => fault).length).toBeGreaterThan(tags / 20);
  } catch (error) {
    throw new Error(`To repeat this run: QUICKTAG_SEED=${seed}`, { cause: error });
  }
}
