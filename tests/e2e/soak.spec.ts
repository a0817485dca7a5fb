import { brokenPromises } from "./support/accounts";
import { Chance } from "./support/chance";
import { birch, expect, heron, northwind, type Office, test } from "./support/office";
import { Play, type Someone } from "./support/play";

/** Who is asked for: some from each of three companies, whose ids partly look alike. */
function cast(count: number): Someone[] {
  return [northwind, heron, birch].flatMap((of) =>
    of.people
      .filter((person) => person.synced)
      .slice(0, count)
      .map((person) => ({ of, person })),
  );
}

async function soak(office: Office, seed: number, jobs: number, people: number, settleMs: number): Promise<void> {
  const play = new Play(office, cast(people), new Chance(seed));
  try {
    await play.run(jobs);
    const journal = await play.settle(settleMs);
    expect(brokenPromises(office, play, journal)).toEqual([]);
    expect(journal.filter((job) => job.state === "done" && job.operation === "add").length).toBeGreaterThan(jobs / 2);
    expect(office.control.log.requests.filter(({ fault }) => fault).length).toBeGreaterThan(jobs / 20);
  } catch (error) {
    throw new Error(`To play this again: QUICKTAG_SEED=${seed}`, { cause: error });
  }
}

const given = process.env.QUICKTAG_SEED;

test("sixty tags under faults, kills and cuts: all accounted for, on the right people, in order", async ({
  office,
}) => {
  await soak(office, Number(given ?? 20260105), 60, 4, 40_000);
});

test("@slow five hundred tags, another play each time", async ({ office }) => {
  await soak(office, Number(given ?? Date.now() % 2 ** 31), 500, 8, 120_000);
});
