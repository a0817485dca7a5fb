import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Answer } from "../../../src/kombo/answer";
import { type Written, write } from "../../../src/kombo/write";
import { greenhouse, relayForTests } from "../support/relay";
import { add, candidate } from "../support/send";
import { makeToken } from "../support/tokens";

const TAGS = 200;
const relay = relayForTests({ instances: 2 });
const first = () => relay.it.instances[0]!;

interface Tally {
  done: Set<string>;
  repeated: number;
  failed: string[];
}

/** Adds tags as the outbox does: what had no answer, or one that says "again", is sent once more. */
async function addAll(prefix: string, tokenNow: () => Promise<string>, midway: () => Promise<unknown>): Promise<Tally> {
  const waiting = Array.from({ length: TAGS }, (_, at) => `${prefix}-${at}`);
  const tally: Tally = { done: new Set(), repeated: 0, failed: [] };
  let upset: Promise<unknown> | null = null;
  const worker = async (): Promise<void> => {
    for (let tag = waiting.shift(); tag !== undefined; tag = waiting.shift()) {
      if (tally.done.size >= TAGS / 3) upset ??= midway();
      const answer = await addOnce(tag, await tokenNow());
      if (answer.ok) tally.done.add(tag);
      else if (["offline", "ats-unreachable", "timed-out", "sign-in-refused"].includes(answer.failure.kind)) {
        tally.repeated += 1;
        waiting.push(tag);
        await pause(50);
      } else tally.failed.push(`${tag}: ${answer.failure.kind}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  await upset;
  return tally;
}

function addOnce(tag: string, apiKey: string): Promise<Answer<Written>> {
  const { origin } = relay.it;
  const access = { apiKey, apiOrigin: origin, serverUrl: `${origin}/v1`, integrationId: greenhouse.id };
  return write(access, { operation: "add", candidateId: candidate, tag, connector: "greenhouse", onBehalfOf: null });
}

function carried(prefix: string): string[] {
  return relay.it.sandbox.control.tagsOf(candidate).filter((tag) => tag.startsWith(`${prefix}-`));
}

it("a write of 42 s survives a reload", { timeout: 120_000 }, async () => {
  relay.it.sandbox.control.set({ all: { writeMs: 42_000 } });
  const token = await makeToken(relay.it);
  const start = Date.now();
  const answer = add(relay.it.origin, token, "slow-1");
  await pause(2000);
  for (const instance of relay.it.instances) await instance.reload();
  relay.it.sandbox.control.set({ all: { writeMs: 0 } });
  expect(await add(relay.it.origin, token, "quick-1")).toMatchObject({ status: 200 });
  expect(Date.now() - start).toBeLessThan(40_000);
  expect(await answer).toMatchObject({ status: 200 });
  expect(Date.now() - start).toBeGreaterThan(42_000);
  expect(relay.it.sandbox.control.tagsOf(candidate)).toEqual(expect.arrayContaining(["slow-1", "quick-1"]));
});

it("keys rotated in the middle of 200 tags: none is lost, none is even repeated", { timeout: 120_000 }, async () => {
  relay.it.sandbox.control.set({ all: { writeMs: 20 } });
  let signing = relay.it.identity.keys[0]!;
  const tally = await addAll(
    "rotated",
    () => makeToken(relay.it, { key: signing }),
    async () => {
      await relay.it.identity.rotate();
      for (const instance of relay.it.instances) await instance.refresh();
      signing = relay.it.identity.keys[0]!;
    },
  );
  expect(tally).toMatchObject({ repeated: 0, failed: [] });
  expect(tally.done.size).toBe(TAGS);
  expect(carried("rotated")).toHaveLength(TAGS);
  expect(signing).toBe(relay.it.identity.keys[0]);
});

it("one of two instances killed in the middle of 200 tags: none is lost", { timeout: 120_000 }, async () => {
  relay.it.sandbox.control.set({ all: { writeMs: 20 } });
  const tally = await addAll(
    "killed",
    () => makeToken(relay.it),
    () => first().haproxy.kill(),
  );
  expect(tally.failed).toEqual([]);
  // Those the killed instance held had no answer; that is what the outbox is for.
  expect(tally.repeated).toBeLessThan(TAGS / 4);
  expect(tally.done.size).toBe(TAGS);
  expect(new Set(carried("killed")).size).toBe(TAGS);
  expect(carried("killed")).toHaveLength(TAGS);
});
