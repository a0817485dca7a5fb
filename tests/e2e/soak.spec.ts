import { soak } from "./both/soak";
import { test } from "./support/shared-app";

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
