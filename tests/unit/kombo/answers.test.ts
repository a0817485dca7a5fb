import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { FAILURE_KINDS, type FailureKind } from "../../../src/domain/failure";
import type { Answer } from "../../../src/kombo/answer";
import { checkApiKey, getIntegration, triggerSync } from "../../../src/kombo/check";
import type { Access } from "../../../src/kombo/client";
import { probe } from "../../../src/kombo/probe";
import { findApplicants, findCandidates, findUsers, listTags } from "../../../src/kombo/read";
import { type Written, write } from "../../../src/kombo/write";
import { BODYLESS, CODES, type MadeAnswer, madeAnswer, RETRY_AFTER, startAnswering } from "./made-answers";

let server: Awaited<ReturnType<typeof startAnswering>>;
beforeAll(async () => {
  server = await startAnswering();
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterAll(async () => {
  vi.restoreAllMocks();
  await server.stop();
});

const access = (): Access => ({
  apiKey: "ks_dev_NotARealKeyAtAll0123456789",
  apiOrigin: server.url,
  serverUrl: `${server.url}/v1`,
  integrationId: "greenhouse:HWUTwvyx2wLoSUHphiWVrp28",
});

const add = () =>
  write(access(), { operation: "add", candidateId: "c1", tag: "A", connector: "greenhouse", onBehalfOf: null });
const remove = () =>
  write(access(), { operation: "remove", candidateId: "c1", tag: "A", connector: "greenhouse", onBehalfOf: null });
const READS: Record<string, () => Promise<Answer<unknown>>> = {
  candidates: () => findCandidates(access(), { remote_ids: ["1"] }),
  applications: () => findApplicants(access(), ["1"]),
  tags: () => listTags(access(), {}),
  users: () => findUsers(access(), "a@example.com"),
  key: () => checkApiKey(access()),
  integration: () => getIntegration(access(), "greenhouse:x"),
};

const isGood = (status: number) => status >= 200 && status < 300;
const isJson = (type: string) => /json/i.test(type);
/** Bodies these statuses cannot have do not arrive. */
const saysOf = ({ status, says }: MadeAnswer) => (BODYLESS.includes(status) ? ({ what: "nothing" } as const) : says);

/** What a status means where Kombo names no code. */
function kindOfStatus(status: number, notFound: FailureKind): FailureKind {
  const known: Record<number, FailureKind> = {
    401: "key-invalid",
    404: notFound,
    408: "timed-out",
    429: "busy",
    502: "ats-unreachable",
    503: "ats-unreachable",
    504: "ats-unreachable",
  };
  return known[status] ?? "unknown";
}

/** The failure an answer must end in, whatever was asked; null where it is no error. */
function failureOf(made: MadeAnswer, notFound: FailureKind): FailureKind | null {
  const says = saysOf(made);
  if ([301, 302, 303, 307, 308].includes(made.status)) return "redirected";
  if (made.cut) return "offline";
  if (says.what === "error" && says.code !== null) return CODES.get(says.code) ?? "unknown";
  if (says.what === "error" || !isGood(made.status)) return kindOfStatus(made.status, notFound);
  return null;
}

/** Whether such a failure leaves no doubt that nothing was written. */
function leavesNoDoubt(made: MadeAnswer, kind: FailureKind): boolean {
  if (kind === "redirected" || kind === "offline") return false;
  const says = saysOf(made);
  if (says.what === "error" && says.code !== null && CODES.has(says.code)) {
    return kind !== "timed-out" && kind !== "unknown";
  }
  return made.status >= 400 && made.status < 500 && made.status !== 408;
}

const RUNS = { numRuns: 400, seed: 12 };

function checkShape(answer: Answer<unknown>): void {
  expect(Object.keys(answer).sort()).toEqual(
    answer.ok ? ["limit", "ok", "remaining", "value"] : ["answered", "failure", "limit", "ok", "remaining"],
  );
  if (answer.ok) return;
  expect(FAILURE_KINDS).toContain(answer.failure.kind);
  const { message, logUrl, code, retryAfterMs } = answer.failure;
  for (const text of [message, logUrl, code]) expect(text === null || typeof text === "string").toBe(true);
  expect(logUrl ?? "https://").toMatch(/^https:\/\//);
  expect(retryAfterMs === null || (Number.isInteger(retryAfterMs) && retryAfterMs >= 0)).toBe(true);
}

describe("every answer there can be", () => {
  it("to a write ends in exactly one outcome, and no 2xx of Kombo's in a failure", async () => {
    await fc.assert(
      fc.asyncProperty(madeAnswer, fc.boolean(), async (made, removing) => {
        server.answerWith(made);
        const answer: Answer<Written> = await (removing ? remove() : add());
        checkShape(answer);
        expect(server.paths).toEqual(["/v1/ats/candidates/c1/tags"]);
        const kind = failureOf(made, "candidate-gone");
        if (kind) {
          expect(answer).toMatchObject({ ok: false, failure: { kind }, answered: leavesNoDoubt(made, kind) });
          return;
        }
        const says = saysOf(made).what;
        const foreign = says === "page" || (says === "noise" && !isJson(made.type));
        if (foreign) expect(answer).toMatchObject({ ok: false, answered: false, failure: { kind: "unreadable" } });
        else expect(answer).toMatchObject({ ok: true, value: { unreadable: says !== "success" } });
      }),
      RUNS,
    );
  }, 60_000);

  it.each(Object.keys(READS))(
    "to a look-up of %s ends in exactly one outcome, and never in somebody",
    async (name) => {
      const notFound = name === "integration" ? "integration-not-found" : "unknown";
      await fc.assert(
        fc.asyncProperty(madeAnswer, async (made) => {
          server.answerWith(made);
          const answer = await READS[name]!();
          checkShape(answer);
          expect(server.paths).toHaveLength(1);
          const kind = failureOf(made, notFound);
          if (kind) expect(answer).toMatchObject({ ok: false, failure: { kind } });
          // None of these bodies holds what was asked for.
          else expect(answer).toMatchObject({ ok: false, failure: { kind: "unreadable" } });
        }),
        { ...RUNS, numRuns: 120 },
      );
    },
    60_000,
  );

  it("to the set-up's own questions throws nothing", async () => {
    await fc.assert(
      fc.asyncProperty(madeAnswer, async (made) => {
        server.answerWith(made);
        checkShape(await triggerSync(access()));
        const { onlyCreated, failure } = await probe(access());
        expect({ onlyCreated, failed: failure !== null }).toEqual({ onlyCreated: false, failed: true });
      }),
      { ...RUNS, numRuns: 120 },
    );
  }, 60_000);
});

describe("how long to wait", () => {
  it.each(RETRY_AFTER)("%o is %s ms", async (headers, ms) => {
    server.answerWith({ status: 503, type: "text/html", says: { what: "page" }, body: "<p>", headers, cut: false });
    expect(await add()).toMatchObject({ failure: { kind: "ats-unreachable", retryAfterMs: ms } });
  });

  it("a date is counted from now", async () => {
    const headers = { "Retry-After": new Date(Date.now() + 90_000).toUTCString() };
    server.answerWith({ status: 429, type: "", says: { what: "nothing" }, body: "", headers, cut: false });
    const answer = await add();
    const ms = answer.ok ? null : answer.failure.retryAfterMs;
    expect(ms).toBeGreaterThan(80_000);
    expect(ms).toBeLessThanOrEqual(90_000);
  });
});
