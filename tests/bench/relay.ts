/**
 * What the relay costs: the same requests straight to Kombo and through the relay, in turns in one run, and how many
 * requests a second one instance takes. Prints; judges nothing.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { importJWK, SignJWT } from "jose";
import { type LocalRelay, startLocalRelay } from "../../relay/local/relay";
import { API_KEY, INTEGRATIONS } from "../../sandbox/data";
import { startSandbox } from "../../sandbox/server";

const PAIRS = Number(process.env.BENCH_PAIRS ?? 2000);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const AT_ONCE = 32;
const company = INTEGRATIONS.find(({ connector }) => connector === "greenhouse")!;
const path = `/v1/ats/candidates/${company.people[0]!.komboId}/tags`;

/** In a process of its own, as Kombo is, so that it takes no time from the side that is measured. */
async function serve(): Promise<void> {
  const sandbox = await startSandbox();
  sandbox.control.set({ all: { concurrencyLimit: 10_000 } });
  process.send!(sandbox.httpUrl);
}

async function tokenFor({ identity, config }: LocalRelay): Promise<string> {
  const key = identity.keys[0]!;
  return new SignJWT({ groups: Array.from({ length: 10 }, (_, at) => `group-${at}`) })
    .setProtectedHeader({ alg: key.alg, kid: key.kid })
    .setIssuer(identity.issuer)
    .setAudience(config.signIn.audience)
    .setSubject("bench")
    .setExpirationTime("1h")
    .sign(await importJWK({ ...key }, key.alg));
}

async function addTag(origin: string, bearer: string): Promise<number> {
  const start = performance.now();
  const answer = await fetch(origin + path, {
    method: "POST",
    body: '{"tag":{"name":"Silver medal"}}',
    headers: {
      authorization: `Bearer ${bearer}`,
      "x-integration-id": company.id,
      "content-type": "application/json",
    },
  });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${origin} answered ${answer.status}`);
  return performance.now() - start;
}

/** Requests a second, so many at a time. */
async function throughput(origin: string, bearer: string): Promise<number> {
  const end = performance.now() + SECONDS * 1000;
  let count = 0;
  const worker = async () => {
    for (; performance.now() < end; count++) await addTag(origin, bearer);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return count / SECONDS;
}

/** Refusals a second: requests for what the relay does not have, answered by itself. */
async function refusals(origin: string, bearer: string): Promise<number> {
  const end = performance.now() + SECONDS * 1000;
  let count = 0;
  const worker = async () => {
    for (; performance.now() < end; count++)
      await (await fetch(`${origin}/v1/ats/jobs`, { headers: { authorization: `Bearer ${bearer}` } })).arrayBuffer();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return count / SECONDS;
}

function memory(pid: number): { rss: number; cpu: number } {
  const worker = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(/\s+/).at(-1)!;
  const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${worker}/status`, "utf8"))![1]) / 1024;
  const [utime, stime] = readFileSync(`/proc/${worker}/stat`, "utf8").split(") ")[1]!.split(" ").slice(11, 13);
  return { rss, cpu: (Number(utime) + Number(stime)) * 10 };
}

function percentile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}

async function measure(kombo: string): Promise<void> {
  const relay = await startLocalRelay({
    komboOrigin: kombo,
    apiKey: API_KEY,
    integrations: [company.id],
    accounts: [],
    extensionIds: ["a".repeat(32)],
    instances: 1,
    configure: (config) => {
      config.requestsPerMinute = 100_000;
      config.tagRules = { forbiddenWords: ["forbidden", "pregnant"], format: { maxLength: 40 } };
      config.access = { everyone: [company.id], claim: { name: "groups", is: "list" } };
    },
  });
  try {
    const token = await tokenFor(relay);
    const { pid } = relay.instances[0]!.haproxy;
    for (let at = 0; at < 200; at++) await Promise.all([addTag(kombo, API_KEY), addTag(relay.origin, token)]);
    const direct: number[] = [];
    const through: number[] = [];
    for (let at = 0; at < PAIRS; at++) {
      // Who goes first changes, so that neither always finds the other's work in its way.
      if (at % 2) direct.push(await addTag(kombo, API_KEY));
      through.push(await addTag(relay.origin, token));
      if (at % 2 === 0) direct.push(await addTag(kombo, API_KEY));
    }
    const added = through.map((time, at) => time - direct[at]!);
    const line = (name: string, times: readonly number[]) =>
      console.log(
        `${name.padEnd(12)} median ${percentile(times, 0.5).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms`,
      );
    console.log(`${PAIRS} pairs of the same write, in turns`);
    line("direct", direct);
    line("relay", through);
    line("added", added);
    console.log(
      `difference   of medians ${(percentile(through, 0.5) - percentile(direct, 0.5)).toFixed(2)} ms, of p99 ${(percentile(through, 0.99) - percentile(direct, 0.99)).toFixed(2)} ms`,
    );
    const before = memory(pid);
    const rate = await throughput(relay.origin, token);
    const after = memory(pid);
    const cost = (after.cpu - before.cpu) / (rate * SECONDS);
    console.log(
      `writes       ${rate.toFixed(0)} a second with ${AT_ONCE} at a time, sandbox and caller on the same machine`,
    );
    console.log(
      `HAProxy      ${cost.toFixed(2)} ms of processor time a request: ${(1000 / cost).toFixed(0)} a second of one core`,
    );
    console.log(`direct       ${(await throughput(kombo, API_KEY)).toFixed(0)} a second in the same way`);
    console.log(`not found    ${(await refusals(relay.origin, token)).toFixed(0)} a second`);
    console.log(`memory       ${before.rss.toFixed(0)} MB before, ${memory(pid).rss.toFixed(0)} MB after`);
  } finally {
    await relay.stop();
  }
}

async function main(): Promise<void> {
  const server = fork(fileURLToPath(import.meta.url), ["--serve"], { execArgv: process.execArgv });
  try {
    const [url] = (await once(server, "message")) as [string];
    await measure(url);
  } finally {
    server.kill();
  }
}

await (process.argv.includes("--serve") ? serve() : main());
