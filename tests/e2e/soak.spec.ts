import type { Intention } from "../../src/domain/intention";
import { SeededRandom } from "../harness/seeded-random";
import { brokenPromises } from "./support/promises";
import { birch, expect, heron, northwind, type SharedApp, test } from "./support/shared-app";
import { type CandidateOf, SoakRunner } from "./support/soak-runner";

/** Candidates of three companies, some of whose IDs are equal. */
function candidates(perCompany: number): CandidateOf[] {
  return [northwind, heron, birch].flatMap((of) =>
    of.people
      .filter((person) => person.synced)
      .slice(0, perCompany)
      .map((person) => ({ of, person })),
  );
}

interface Soak {
  seed: number;
  tags: number;
  candidatesPerCompany: number;
  settleMs: number;
}

async function soak(app: SharedApp, { seed, tags, candidatesPerCompany, settleMs }: Soak): Promise<void> {
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

const given = process.env.QUICKTAG_SEED;

test("60 tags despite faults, killed workers and cut connections: none lost, right people, right order", async ({
  app,
}) => {
  await soak(app, { seed: Number(given ?? 20260105), tags: 60, candidatesPerCompany: 4, settleMs: 40_000 });
});

test("@slow 500 tags with a new seed each time", async ({ app }) => {
  const seed = Number(given ?? Date.now() % 2 ** 31);
  await soak(app, { seed, tags: 500, candidatesPerCompany: 8, settleMs: 120_000 });
});
