import { atsAddCandidateTag } from "@kombo-api/sdk/funcs/atsAddCandidateTag.js";
import { describe, expect, it } from "vitest";
import { ada, addRaw, client, companyNamed, northwind, orderFaults, personAt, put, sandboxForTests } from "./helpers";

const sandbox = sandboxForTests();
const path = `/v1/ats/candidates/${ada.komboId}/tags`;

async function settled(name: string): Promise<Response> {
  return addRaw(sandbox.it, ada.komboId, name);
}

describe("actions at one time", () => {
  it("are told with every answer", async () => {
    const answer = await settled("Excellent Fit");
    expect(answer.headers.get("Concurrency-Limit")).toBe("30");
    expect(answer.headers.get("Concurrency-Remaining")).toBe("29");
    const refused = await settled("");
    expect(refused.headers.get("Concurrency-Limit")).toBe("30");
  });

  it("are refused over the limit, and free again afterwards", async () => {
    sandbox.it.control.set({ integrations: { [northwind.id]: { concurrencyLimit: 2 } } });
    await orderFaults(sandbox.it, { match: { pathIncludes: "/tags" }, times: 2, fault: { hold: "busy" } });
    const held = [settled("One"), settled("Two")];
    await sandbox.it.control.faults.waitUntilHeld("busy", 2);
    const third = await settled("Three");
    expect(third.status).toBe(429);
    expect(third.headers.get("Concurrency-Limit")).toBe("2");
    expect(third.headers.get("Concurrency-Remaining")).toBe("0");
    expect((await third.json()).error.code).toBe("PLATFORM.CONCURRENCY_LIMIT_EXCEEDED");
    await fetch(`${sandbox.it.httpUrl}/__sandbox/release/busy`, { method: "POST" });
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await settled("Three")).status).toBe(200);
    expect([...sandbox.it.control.tagsOf(ada.komboId)].sort()).toEqual(["One", "Referral", "Three", "Two"]);
  });

  it("go by a limit that changes while they run", async () => {
    const limit = (concurrencyLimit: number) =>
      sandbox.it.control.set({ integrations: { [northwind.id]: { concurrencyLimit } } });
    await orderFaults(sandbox.it, { times: 2, fault: { hold: "busy" } });
    const held = [settled("One"), settled("Two")];
    await sandbox.it.control.faults.waitUntilHeld("busy", 2);
    limit(1);
    expect((await settled("Three")).headers.get("Concurrency-Remaining")).toBe("0");
    limit(3);
    const third = await settled("Three");
    expect([third.status, third.headers.get("Concurrency-Remaining")]).toEqual([200, "0"]);
    limit(5);
    sandbox.it.control.faults.release("busy");
    for (const answer of await Promise.all(held)) expect(answer.headers.get("Concurrency-Limit")).toBe("5");
  });

  it("count per integration", async () => {
    const other = companyNamed("Heron Example");
    sandbox.it.control.set({ all: { concurrencyLimit: 1 } });
    await orderFaults(sandbox.it, { match: { integration: northwind.id }, times: 1, fault: { hold: "one" } });
    const held = settled("One");
    await sandbox.it.control.faults.waitUntilHeld("one");
    expect((await addRaw(sandbox.it, personAt(other, 0).komboId, "One", other.id)).status).toBe(200);
    sandbox.it.control.faults.release("one");
    expect((await held).status).toBe(200);
  });
});

it("takes as long as the ATS takes", async () => {
  sandbox.it.control.set({ all: { writeMs: 60 } });
  const answer = settled("Slow");
  await sandbox.it.control.log.waitFor((entry) => entry.path === path);
  expect(sandbox.it.control.tagsOf(ada.komboId)).toEqual(ada.tags);
  expect((await answer).status).toBe(200);
  const [entry] = sandbox.it.control.log.requests;
  expect((entry?.answeredAt ?? 0) - (entry?.at ?? 0)).toBeGreaterThanOrEqual(55);
});

it("warns where it was told to, and at SuccessFactors always", async () => {
  const ivy = companyNamed("Ivy Example");
  const write = { candidate_id: personAt(ivy, 0).komboId, body: { tag: { name: "Excellent Fit" } } };
  const answer = await atsAddCandidateTag(client(sandbox.it, ivy.id), write);
  expect(answer.value?.warnings).toHaveLength(1);
  sandbox.it.control.set({ integrations: { [northwind.id]: { warnings: ["Look here", "And here"] } } });
  const here = await (await settled("Excellent Fit")).json();
  expect(here.warnings).toEqual([{ message: "Look here" }, { message: "And here" }]);
});

describe("the request log", () => {
  it("holds every request with its body and outcome", async () => {
    await settled("Excellent Fit");
    await settled("");
    const { requests, writes } = await (await fetch(`${sandbox.it.httpUrl}/__sandbox/log`)).json();
    expect(requests).toMatchObject([
      { method: "POST", path, integration: northwind.id, candidateId: ada.komboId, status: 200, applied: true },
      { method: "POST", path, status: 400, applied: false },
    ]);
    expect(requests[0].body).toEqual({ tag: { name: "Excellent Fit" } });
    expect(writes).toMatchObject([
      {
        request: 1,
        candidateId: ada.komboId,
        operation: "add",
        tag: "Excellent Fit",
        changed: true,
        createdTag: false,
      },
    ]);
    expect(JSON.stringify(requests)).not.toContain("ks_dev");
  });

  it("tells what changed and what was there, in order", async () => {
    await settled("Excellent Fit");
    await settled("Excellent Fit");
    await settled("Brand new");
    expect(
      sandbox.it.control.log.writes.map(({ seq, tag, changed, createdTag }) => [seq, tag, changed, createdTag]),
    ).toEqual([
      [1, "Excellent Fit", true, false],
      [2, "Excellent Fit", false, false],
      [3, "Brand new", true, true],
    ]);
    const state = await (await fetch(`${sandbox.it.httpUrl}/__sandbox/truth`)).json();
    expect(state.find((truth: { id: string }) => truth.id === ada.komboId)).toMatchObject({
      tags: ["Referral", "Excellent Fit", "Brand new"],
      mirrorTags: ["Referral"],
    });
  });

  it("notices a caller that went away", async () => {
    await orderFaults(sandbox.it, { fault: { hold: "gone" } });
    const caller = new AbortController();
    const call = fetch(`${sandbox.it.httpUrl}/v1/check-api-key`, { signal: caller.signal });
    await sandbox.it.control.faults.waitUntilHeld("gone");
    caller.abort();
    await expect(call).rejects.toThrow();
    const entry = await sandbox.it.control.log.waitFor((each) => each.abandoned);
    expect(entry.status).toBeNull();
  });

  it("rejects when the awaited request does not come", async () => {
    await expect(sandbox.it.control.log.waitFor(() => false, 5)).rejects.toThrow("no such request");
  });
});

it("a reset forgets tags, settings and faults, and lets nothing held through", async () => {
  await settled("Excellent Fit");
  sandbox.it.control.set({ global: { keyExpired: true } });
  sandbox.it.control.set({ global: { keyExpired: false } });
  await orderFaults(sandbox.it, { fault: { hold: "for ever" } });
  const held = settled("Too late");
  await sandbox.it.control.faults.waitUntilHeld("for ever");
  await fetch(`${sandbox.it.httpUrl}/__sandbox/reset`, { method: "POST" });
  await expect(held).rejects.toThrow();
  expect(sandbox.it.control.tagsOf(ada.komboId)).toEqual(ada.tags);
  expect(sandbox.it.control.log.writes).toEqual([]);
  expect((await settled("Excellent Fit")).status).toBe(200);
});

describe("the controls", () => {
  it("set options over HTTP", async () => {
    expect((await put(sandbox.it, "options", { all: { concurrencyLimit: 7 } })).status).toBe(200);
    expect((await settled("Excellent Fit")).headers.get("Concurrency-Limit")).toBe("7");
  });

  it.each([
    ["options", { all: { concurencyLimit: 1 } }],
    ["options", { global: { keyexpired: true } }],
    ["options", { integrations: { "lever:nobody": {} } }],
    ["faults", [{ fault: { apply: true } }]],
    ["faults", [{ match: { path: "/tags" }, fault: {} }]],
    ["faults", [{ times: 1 }]],
    ["faults", [{ fault: { body: "htlm" } }]],
    ["faults", [{ fault: { body: "half-right", defect: "id-lost" } }]],
  ])("refuse a misspelt order: %s %j", async (what, body) => {
    expect((await put(sandbox.it, what, body)).status).toBe(400);
    expect((await settled("Excellent Fit")).status).toBe(200);
  });
});
