import { atsAddCandidateTag } from "@kombo-api/sdk/funcs/atsAddCandidateTag.js";
import { atsGetTags } from "@kombo-api/sdk/funcs/atsGetTags.js";
import { KomboAtsError, ResponseValidationError } from "@kombo-api/sdk/models/errors";
import { ConnectionError, UnexpectedClientError } from "@kombo-api/sdk/models/errors/httpclienterrors.js";
import { describe, expect, it } from "vitest";
import type { Fault } from "../../../sandbox/kombo/fault";
import { ada, addRaw, client, northwind, orderFaults, personAt, raw, sandboxForTests } from "./helpers";

const sandbox = sandboxForTests();
const write = { candidate_id: ada.komboId, body: { tag: { name: "Excellent Fit" } } };
const add = () => atsAddCandidateTag(client(sandbox.it, northwind.id), write);
const tags = () => sandbox.it.control.tagsOf(ada.komboId);
const once = (fault: Fault) => orderFaults(sandbox.it, { times: 1, fault });

describe("an ordered error", () => {
  it.each([
    ["PLATFORM.RATE_LIMIT_EXCEEDED", 429],
    ["PLATFORM.TASK_TIMED_OUT", 504],
    ["REMOTE.SERVICE_UNAVAILABLE", 503],
    ["INTEGRATION.QA_FAILED", 409],
    ["ATS.JOB_CLOSED", 400],
  ])("%s comes with %i and is not applied", async (code, status) => {
    await once({ code });
    const { error } = await add();
    expect(error).toBeInstanceOf(KomboAtsError);
    expect((error as KomboAtsError).data$.error.code).toBe(code);
    expect((error as KomboAtsError).statusCode).toBe(status);
    expect(tags()).toEqual(ada.tags);
    expect((await add()).ok).toBe(true);
  });

  it("may have happened all the same", async () => {
    await once({ code: "PLATFORM.TASK_TIMED_OUT", applyBefore: true });
    expect((await add()).ok).toBe(false);
    expect(tags()).toContain("Excellent Fit");
    expect(sandbox.it.control.log.requests).toMatchObject([
      { status: 504, applied: true, fault: "PLATFORM.TASK_TIMED_OUT" },
    ]);
  });

  it("may have no code, or one nobody knows", async () => {
    await once({ code: null, status: 500, message: "Sorry" });
    const { error } = await add();
    expect((error as KomboAtsError).data$.error).toMatchObject({ code: null, message: "Sorry" });
    await once({ code: "PLATFORM.INVENTED_LATER", status: 418 });
    const answer = await addRaw(sandbox.it, ada.komboId, "Excellent Fit");
    expect(answer.status).toBe(418);
    expect((await answer.json()).error.code).toBe("PLATFORM.INVENTED_LATER");
  });

  it("may come bare, with headers of its own", async () => {
    await once({ status: 503, headers: { "Retry-After": "7" } });
    const answer = await addRaw(sandbox.it, ada.komboId, "Excellent Fit");
    expect(answer.status).toBe(503);
    expect(answer.headers.get("Retry-After")).toBe("7");
    expect(answer.headers.get("Content-Type")).not.toContain("json");
    expect(tags()).toEqual(ada.tags);
  });
});

describe("a corrupt body", () => {
  it.each<[Fault["body"]]>([["html"], ["wrong-shape"]])(
    "%s on a write: the tag is there, the answer unreadable",
    async (body) => {
      await once({ body });
      const { error } = await add();
      expect(error).toBeDefined();
      expect(error).not.toBeInstanceOf(KomboAtsError);
      expect(tags()).toContain("Excellent Fit");
      expect(sandbox.it.control.log.requests).toMatchObject([{ status: 200, applied: true, fault: body }]);
    },
  );

  it("never makes a success of what was refused", async () => {
    sandbox.it.control.set({ global: { keyExpired: true } });
    await once({ body: "half-json" });
    expect((await addRaw(sandbox.it, ada.komboId, "Excellent Fit")).status).toBe(401);
    sandbox.it.control.set({ global: { keyExpired: false } });
    expect(tags()).toEqual(ada.tags);
  });

  it("half-json on a write: the tag is there, the answer complete as HTTP and unreadable", async () => {
    await once({ body: "half-json" });
    const answer = await addRaw(sandbox.it, ada.komboId, "Excellent Fit");
    const text = await answer.text();
    expect(text).toMatch(/^\{"status":"success"/);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(tags()).toContain("Excellent Fit");
  });

  it("can be ordered without the write", async () => {
    await once({ body: "html", status: 502 });
    expect((await addRaw(sandbox.it, ada.komboId, "Excellent Fit")).status).toBe(502);
    expect(tags()).toEqual(ada.tags);
  });

  it("one odd record in a good list", async () => {
    await once({ body: "odd-record" });
    const { error } = await atsGetTags(client(sandbox.it, northwind.id), {});
    expect(error).toBeInstanceOf(ResponseValidationError);
    await once({ body: "odd-record" });
    const { data } = await (await raw(sandbox.it, "/v1/ats/tags")).json();
    expect(data.results).toHaveLength(northwind.tags.length);
    expect(data.results.map(({ id }: { id: unknown }) => typeof id).slice(0, 3)).toEqual([
      "number",
      "string",
      "string",
    ]);
  });

  it("a body that ends in the middle", async () => {
    await once({ body: "cut" });
    const answer = await addRaw(sandbox.it, ada.komboId, "Excellent Fit");
    await expect(answer.text()).rejects.toThrow();
    expect(tags()).toContain("Excellent Fit");
    expect(sandbox.it.control.log.requests).toMatchObject([{ status: null, applied: true }]);
  });
});

describe("a cut connection", () => {
  it.each([
    [false, ada.tags],
    [true, [...ada.tags, "Excellent Fit"]],
  ])("applied before: %s", async (applyBefore, expected) => {
    await once({ reset: true, applyBefore });
    const { error } = await add();
    expect([ConnectionError, UnexpectedClientError].some((kind) => error instanceof kind)).toBe(true);
    expect(tags()).toEqual(expected);
    expect(sandbox.it.control.log.requests).toMatchObject([
      { status: null, applied: applyBefore, abandoned: false, fault: "reset" },
    ]);
  });
});

describe("a late answer", () => {
  it("holds the write back, or only its answer", async () => {
    for (const applyBefore of [false, true]) {
      sandbox.it.control.reset();
      await once({ hold: "later", applyBefore });
      const answer = add();
      await sandbox.it.control.faults.waitUntilHeld("later");
      expect(tags().includes("Excellent Fit")).toBe(applyBefore);
      const released = await fetch(`${sandbox.it.httpUrl}/__sandbox/release/later`, { method: "POST" });
      expect(await released.json()).toEqual({ released: 1 });
      expect((await answer).ok).toBe(true);
      expect(tags()).toContain("Excellent Fit");
    }
  });

  it("comes after a delay", async () => {
    await once({ delayMs: 60 });
    const begun = performance.now();
    expect((await add()).ok).toBe(true);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
  });

  it("is applied even when the caller no longer waits", async () => {
    await once({ hold: "later" });
    const caller = new AbortController();
    const init = { method: "POST", body: JSON.stringify(write.body), signal: caller.signal };
    const headers = { Authorization: "Bearer ks_dev_QuicktagSandboxKeyForEveryone", "X-Integration-Id": northwind.id };
    const call = fetch(`${sandbox.it.httpUrl}/v1/ats/candidates/${ada.komboId}/tags`, { ...init, headers });
    await sandbox.it.control.faults.waitUntilHeld("later");
    caller.abort();
    await expect(call).rejects.toThrow();
    await sandbox.it.control.log.waitFor((entry) => entry.abandoned);
    sandbox.it.control.faults.release("later");
    const entry = await sandbox.it.control.log.waitFor((each) => each.applied === true);
    expect(entry).toMatchObject({ abandoned: true });
    expect(tags()).toContain("Excellent Fit");
  });
});

describe("rules", () => {
  const ben = personAt(northwind, 1);
  const status = async (id: string) => (await addRaw(sandbox.it, id, "Excellent Fit")).status;

  it("strike as often as ordered", async () => {
    await orderFaults(sandbox.it, { times: 2, fault: { code: "REMOTE.SERVICE_UNAVAILABLE" } });
    expect([await status(ada.komboId), await status(ada.komboId), await status(ada.komboId)]).toEqual([503, 503, 200]);
  });

  it("strike whom they name", async () => {
    await orderFaults(
      sandbox.it,
      { match: { candidateId: ben.komboId }, fault: { status: 500, code: null } },
      { match: { method: "get", pathIncludes: "/ats/tags" }, fault: { code: "PLATFORM.RATE_LIMIT_EXCEEDED" } },
      { match: { integration: "lever:somebody-else" }, fault: { reset: true } },
    );
    expect([await status(ada.komboId), await status(ben.komboId)]).toEqual([200, 500]);
    const { error } = await atsGetTags(client(sandbox.it, northwind.id), {});
    expect((error as KomboAtsError).data$.error.code).toBe("PLATFORM.RATE_LIMIT_EXCEEDED");
  });

  it("are replaced by the next order", async () => {
    await orderFaults(sandbox.it, { fault: { status: 500 } });
    await orderFaults(sandbox.it);
    expect(await status(ada.komboId)).toBe(200);
  });
});
