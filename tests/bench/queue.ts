/**
 * How much slower is the queue, which writes everything down first, than a plain script? 1,000 candidates, an ATS that
 * takes 200 ms and ten writes at a time, both in the same run. Prints; judges nothing.
 */
import "fake-indexeddb/auto";
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { KomboCore } from "@kombo-api/sdk/core.js";
import { atsAddCandidateTag } from "@kombo-api/sdk/funcs/atsAddCandidateTag.js";
import { API_KEY, INTEGRATIONS } from "../../sandbox/data";
import type { LogEntry } from "../../sandbox/kombo/request-log";
import { startSandbox } from "../../sandbox/server";
import { createDispatcher } from "../../src/background/outbox/dispatcher";
import { createKeepAlive } from "../../src/background/outbox/keep-alive";
import { Outbox } from "../../src/background/outbox/outbox";
import type { Sender } from "../../src/background/outbox/sender";
import { write } from "../../src/kombo/write";
import { openDb } from "../../src/storage/db";

const CANDIDATES = Number(process.env.BENCH_CANDIDATES ?? 1000);
const LIMIT = 10;
const WRITE_MS = 200;
const company = INTEGRATIONS.find(({ connector }) => connector === "greenhouse")!;
const ids = Array.from({ length: CANDIDATES }, (_, i) => `Bench${String(i).padStart(19, "0")}`);

/** In a process of its own, as a server is, so that it takes no time from the side that is measured. */
async function serve(): Promise<void> {
  const sandbox = await startSandbox();
  const { candidates } = sandbox.control.company(company.id);
  const pattern = candidates[0]!;
  for (const id of ids) {
    candidates.push({ ...pattern, id, tags: [], mirror: { ...pattern.mirror, visible: true, tags: [] } });
  }
  sandbox.control.set({ integrations: { [company.id]: { concurrencyLimit: LIMIT, writeMs: WRITE_MS } } });
  process.send!(`${sandbox.httpUrl}/v1`);
}

/** What anyone would write: so many at a time, in order, nothing kept. */
async function plainScript(server: string, tag: string, whom: readonly string[]): Promise<void> {
  const core = new KomboCore({ api_key: API_KEY, integration_id: company.id, server_url: server });
  const waiting = whom.values();
  const one = async () => {
    for (const id of waiting) {
      const result = await atsAddCandidateTag(core, { candidate_id: id, body: { tag: { name: tag } } });
      if (!result.ok) throw result.error;
    }
  };
  await Promise.all(Array.from({ length: LIMIT }, one));
}

function senderTo(server: string): Sender {
  return {
    async send({ operation, tag, target }) {
      const access = {
        apiKey: API_KEY,
        apiOrigin: new URL(server).origin,
        serverUrl: server,
        integrationId: target.integrationId,
      };
      const candidateId = target.candidateId;
      const answer = await write(access, { operation, candidateId, tag, connector: "greenhouse", onBehalfOf: null });
      const { limit, remaining } = answer;
      if (answer.ok) return { ok: true, ...answer.value, limit, remaining };
      return { ok: false, failure: answer.failure, answered: answer.answered, limit, remaining };
    },
  };
}

/** The extension's own outbox and dispatcher; only the disk is pretended. */
async function queue(server: string, tag: string): Promise<{ done: number; peak: number }> {
  let peak = 0;
  let done = 0;
  const noAlarm = { wakeAt: () => {}, clear: () => {} };
  const db = await openDb("bench");
  const outbox = new Outbox({
    withDb: (work) => work(db),
    clock: Date.now,
    newId: () => crypto.randomUUID(),
    rules: async () => ({ tagRules: null, mayCreateTags: true, requester: null }),
    onChange: () => {},
  });
  const dispatcher = createDispatcher({
    outbox,
    sender: senderTo(server),
    resolveAgain: async () => {
      throw new Error("no candidate of the benchmark is unknown");
    },
    clock: Date.now,
    random: Math.random,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    alarms: noAlarm,
    keepAlive: createKeepAlive(() => {}),
    onOutcome: ({ state }) => {
      if (state === "done") done += 1;
      peak = Math.max(peak, process.memoryUsage().heapUsed);
    },
    onHold: ({ failure }) => console.error("held:", failure),
  });
  const target = (candidateId: string) => ({
    integrationId: company.id,
    candidateId,
    remoteId: null,
    name: "Ada Example",
    reference: null,
  });
  await outbox.append(
    ids.map((id) => ({
      batch: "bench",
      operation: "add",
      target: target(id),
      tag,
      alreadyPresent: false,
      createsTag: false,
      undoes: null,
      tabId: null,
    })),
  );
  await dispatcher.run();
  return { done, peak };
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

/** Requests with this tag, in the order they came in. */
async function requestsFor(server: string, tag: string): Promise<LogEntry[]> {
  const answer = await fetch(new URL("/__sandbox/outbox", server));
  const { requests } = (await answer.json()) as { requests: LogEntry[] };
  return requests.filter(({ body }) => (body as { tag?: { name?: string } } | null)?.tag?.name === tag);
}

const mb = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

async function measure(server: string): Promise<void> {
  await plainScript(server, "bench-warm-up", ids.slice(0, 50));
  // Half of it before and half after, so that a machine that becomes busier meanwhile favours neither.
  const half = Math.ceil(CANDIDATES / 2);
  const first = await timed(() => plainScript(server, "bench-plain", ids.slice(0, half)));
  const before = process.memoryUsage().heapUsed;
  const queued = await timed(() => queue(server, "bench-queue"));
  const second = await timed(() => plainScript(server, "bench-plain", ids.slice(half)));
  const plainMs = first.ms + second.ms;
  const requests = await requestsFor(server, "bench-queue");
  const refused = requests.map(({ status }) => status === 429);
  const { done, peak } = queued.result;
  console.log(`${CANDIDATES} candidates, ${WRITE_MS} ms a write, ${LIMIT} at a time`);
  console.log(`plain script  ${(plainMs / 1000).toFixed(2)} s`);
  console.log(`queue         ${(queued.ms / 1000).toFixed(2)} s, ${done} done, ${requests.length} requests`);
  console.log(`ratio         ${(queued.ms / plainMs).toFixed(3)} (goal: at most 1.1)`);
  console.log(
    `429           ${refused.slice(10).filter(Boolean).length} after the first ten requests (goal: 0), ${refused.filter(Boolean).length} in all`,
  );
  console.log(`heap          ${mb(before)} before, ${mb(peak)} at most (the pretended disk included)`);
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
