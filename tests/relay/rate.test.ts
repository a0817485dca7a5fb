import { expect, it } from "vitest";
import { command } from "./support/command";
import { relayForTests } from "./support/relay";
import { send } from "./support/send";
import { makeToken } from "./support/tokens";

const LIMIT = 30;
const relay = relayForTests({
  instances: 2,
  configure: (config) => {
    config.requestsPerMinute = LIMIT;
  },
});

const ask = (token: string) => send(relay.it.origin, { token, path: "/v1/check-api-key" });
const tokenOf = (sub: string) => makeToken(relay.it, { claims: { sub } });

async function statuses(token: string, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < count; at++) found.push((await ask(token)).status);
  return found;
}

/** Instances that have just started ask each other for what they know, and for five seconds teach nobody. */
async function settle(): Promise<void> {
  for (const { haproxy } of relay.it.instances) {
    const settled = async () => (await command(haproxy.socket, "@1 show peers")).includes("resync_timeout=<PAST>");
    await expect.poll(settled, { timeout: 20_000 }).toBe(true);
  }
}

it("counts a user's requests over both instances, each user apart, and goes on counting after a reload", async () => {
  await settle();
  const ada = await tokenOf("ada");
  const ben = await tokenOf("ben");
  const first = await statuses(ada, LIMIT + 10);
  const passed = first.filter((status) => status === 200).length;
  // What one instance has just seen, the other knows a moment later.
  expect(passed).toBeGreaterThanOrEqual(LIMIT);
  expect(passed).toBeLessThanOrEqual(LIMIT + 4);
  expect(first.at(-1)).toBe(429);
  const seenBy = new Set(relay.it.audit.map(({ instance }) => instance));
  expect([...seenBy].sort()).toEqual(["a", "b"]);
  expect((await ask(ben)).status).toBe(200);
  const refused = await ask(ada);
  expect(refused).toMatchObject({ status: 429, reason: "too-many-requests" });
  expect(refused.headers.get("retry-after")).toBe("10");
  expect(JSON.parse(refused.text).error.code).toBe("PLATFORM.RATE_LIMIT_EXCEEDED");
  for (const instance of relay.it.instances) await instance.reload();
  expect((await ask(ada)).status).toBe(429);
  expect((await ask(ben)).status).toBe(200);
}, 60_000);
