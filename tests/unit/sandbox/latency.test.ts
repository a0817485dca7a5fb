import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Latency, type LatencyMode, type LatencySettings } from "../../../sandbox/kombo/latency";
import { startSandbox } from "../../../sandbox/server";
import { ada, addRaw, northwind, put, raw, sandboxForTests } from "./helpers";

const sandbox = sandboxForTests();

const facts = (method: string, path = "/v1/ats/tags") => ({ method, path, integration: null, candidateId: null });
const draw = (latency: Latency, count: number, method = "GET", path?: string) =>
  Array.from({ length: count }, () => latency.next(facts(method, path)));

describe("how long a request takes", () => {
  it("nothing when off", () => {
    expect(draw(new Latency("off"), 5)).toEqual([0, 0, 0, 0, 0]);
  });

  it("as long as people see it, over the whole range", () => {
    const latency = new Latency("human");
    const reads = draw(latency, 400);
    const writes = [...draw(latency, 200, "POST"), ...draw(latency, 200, "DELETE")];
    expect(Math.min(...reads)).toBeGreaterThanOrEqual(150);
    expect(Math.min(...reads)).toBeLessThan(170);
    expect(Math.max(...reads)).toBeLessThanOrEqual(600);
    expect(Math.max(...reads)).toBeGreaterThan(580);
    expect(Math.min(...writes)).toBeGreaterThanOrEqual(300);
    expect(Math.max(...writes)).toBeLessThanOrEqual(900);
    expect(Math.max(...writes)).toBeGreaterThan(870);
  });

  it("the same for the same seed, whatever other requests come between", () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.boolean(), { maxLength: 30 }), (seed, between) => {
        const [alone, crowded] = [new Latency({ seed }), new Latency({ seed })];
        const times = draw(alone, between.length);
        const others = between.map((other) => {
          if (other) crowded.next(facts("GET", "/v1/ats/candidates"));
          return crowded.next(facts("GET"));
        });
        expect(others).toEqual(times);
      }),
    );
  });

  it("another for another seed", () => {
    expect(draw(new Latency({ seed: 1 }), 10)).not.toEqual(draw(new Latency({ seed: 2 }), 10));
  });

  it("by the first rule that matches", () => {
    const latency = new Latency({
      reads: [10, 10],
      rules: [
        { match: { pathIncludes: "/tags", method: "GET" }, range: [2000, 2000] },
        { match: { pathIncludes: "/candidates" }, range: [5, 5] },
      ],
    });
    const candidate = "/v1/ats/candidates/x/tags";
    expect(latency.next(facts("GET"))).toBe(2000);
    expect(latency.next(facts("POST", candidate))).toBe(5);
    expect(latency.next(facts("GET", "/v1/ats/users"))).toBe(10);
  });

  it.each<unknown>(["slow", { sed: 1 }, { reads: [5, 1] }, { rules: [{ match: { path: "/tags" }, range: [1, 2] }] }])(
    "refuses the misspelt %j",
    async (mode) => {
      expect(() => new Latency(mode as LatencyMode)).toThrow();
      expect((await put(sandbox.it, "latency", mode)).status).toBe(400);
    },
  );
});

describe("a request with latency", () => {
  const order = (settings: LatencySettings) => put(sandbox.it, "latency", settings);

  it("takes that long, and a reset ends it", async () => {
    await order({ reads: [80, 80] });
    const begun = performance.now();
    expect((await raw(sandbox.it, "/v1/ats/tags")).status).toBe(200);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(78);
    sandbox.it.control.reset();
    expect(sandbox.it.control.latency.next(facts("GET"))).toBe(0);
  });

  it("counts as an action all the time", async () => {
    await order({ writes: [200, 200] });
    sandbox.it.control.set({ all: { concurrencyLimit: 1 } });
    const first = addRaw(sandbox.it, ada.komboId, "One");
    await sandbox.it.control.log.waitFor(({ method }) => method === "POST");
    expect((await addRaw(sandbox.it, ada.komboId, "Two")).status).toBe(429);
    expect((await first).status).toBe(200);
  });

  it("is applied before its answer has arrived", async () => {
    await order({ writes: [300, 300] });
    const answer = addRaw(sandbox.it, ada.komboId, "Excellent Fit");
    const entry = await sandbox.it.control.log.waitFor(({ applied }) => applied === true);
    expect(entry.status).toBeNull();
    expect((await answer).status).toBe(200);
  });

  it("is cut by a reset, without being applied", async () => {
    await order({ writes: [60_000, 60_000] });
    const answer = addRaw(sandbox.it, ada.komboId, "Too late");
    await sandbox.it.control.log.waitFor(({ method }) => method === "POST");
    sandbox.it.control.reset();
    await expect(answer).rejects.toThrow();
    expect(sandbox.it.control.tagsOf(ada.komboId)).toEqual(ada.tags);
  });
});

it("a sandbox started with latency has it again after a reset", async () => {
  const own = await startSandbox({ sites: () => new Response(""), latency: { reads: [7, 7] } });
  own.control.setLatency("off");
  own.control.reset();
  expect(own.control.latency.next(facts("GET", `/v1/integrations/${northwind.id}`))).toBe(7);
  await own.stop();
});
