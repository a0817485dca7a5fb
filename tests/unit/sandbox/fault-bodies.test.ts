import { describe, expect, it } from "vitest";
import { ERROR_BODIES, type ErrorBody } from "../../../sandbox/kombo/error-bodies";
import type { Fault } from "../../../sandbox/kombo/fault";
import { ada, addRaw, northwind, orderFaults, raw, sandboxForTests } from "./helpers";

const sandbox = sandboxForTests();
const once = (fault: Fault) => orderFaults(sandbox.it, { times: 1, fault });
const add = () => addRaw(sandbox.it, ada.komboId, "Excellent Fit");
const applied = () => sandbox.it.control.tagsOf(ada.komboId).includes("Excellent Fit");
const STATUSES = [401, 403, 404, 409, 429, 500, 502, 503, 504];

describe.each(STATUSES)("with status %i", (status) => {
  it.each(Object.keys(ERROR_BODIES) as ErrorBody[])("%s has no usable code", async (body) => {
    await once({ status, body });
    const answer = await add();
    expect(answer.status).toBe(status);
    const { error } = (await answer.json()) as { error?: { code?: unknown } };
    expect(typeof error?.code === "string" && error.code !== "").toBe(false);
    expect(applied()).toBe(false);
  });

  it("a page of HTML comes", async () => {
    await once({ status, body: "html", headers: { "retry-after-ms": "700" } });
    const answer = await add();
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toContain("html");
    expect(answer.headers.get("retry-after-ms")).toBe("700");
    expect(await answer.text()).toMatch(/^<!doctype html>/);
    expect(applied()).toBe(false);
  });
});

describe("a success without a usable body", () => {
  it.each<Fault>([{ status: 204 }, { status: 200, body: "empty" }, { status: 202, body: "empty" }])(
    "%j was applied, and is empty",
    async (fault) => {
      await once(fault);
      const answer = await add();
      expect(answer.status).toBe(fault.status);
      expect(await answer.text()).toBe("");
      expect(applied()).toBe(true);
    },
  );

  it.each<unknown>([null, [], "done", 7, { tag: { name: "excellent fit" } }, { candidate_id: "somebody-else" }])(
    "data: %j was applied",
    async (data) => {
      await once({ data });
      expect(await (await add()).json()).toEqual({ status: "success", data, warnings: [] });
      expect(applied()).toBe(true);
    },
  );

  it("an ATS that lower-cases may say so in its data", async () => {
    sandbox.it.control.set({ all: { lowerCaseTags: true, tagInData: true } });
    const { data } = await (await add()).json();
    expect(data.tag.name).toBe("excellent fit");
    expect(sandbox.it.control.log.writes).toMatchObject([{ sent: "Excellent Fit", tag: "excellent fit" }]);
  });
});

it.each<Fault>([
  { status: 200, body: "error-bare" },
  { status: 200, body: "error-code-null" },
  { status: 200, code: "REMOTE.INPUT_INVALID" },
])("HTTP 200 may say it failed: %j", async (fault) => {
  await once(fault);
  const answer = await add();
  expect(answer.status).toBe(200);
  expect((await answer.json()).status).toBe("error");
  expect(applied()).toBe(false);
});

describe("an answer that does not end", () => {
  const read = async (answer: Response) => {
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    return { reader, text: new TextDecoder().decode(first?.value) };
  };

  it("goes on and on until the caller leaves", async () => {
    await once({ body: "endless" });
    const { reader, text } = await read(await add());
    expect(text).toMatch(/^\{"status":"success"/);
    for (let beat = 0; beat < 3; beat++) expect((await reader?.read())?.done).toBe(false);
    await reader?.cancel();
    expect(applied()).toBe(true);
    expect((await add()).status).toBe(200);
  });

  it("or stops in the middle, and a reset cuts it", async () => {
    await once({ body: "stalled" });
    const { reader, text } = await read(await raw(sandbox.it, "/v1/ats/tags"));
    expect(text).toMatch(/^\{"status":"success"/);
    const rest = reader?.read();
    sandbox.it.control.reset();
    await expect(rest).rejects.toThrow();
  });
});

describe.each([301, 302, 303, 307, 308])("a redirect with %i", (status) => {
  it("leads to another port, where is seen what a follower sends", async () => {
    await once({ status, redirectTo: "recorder" });
    const followed = await add();
    expect(followed.status).toBe(200);
    expect((await followed.json()).status).toBe("success");
    expect(new URL(followed.url).port).not.toBe(new URL(sandbox.it.httpUrl).port);
    const [arrival] = await (await fetch(`${sandbox.it.httpUrl}/__sandbox/redirected`)).json();
    const whole = status >= 307;
    expect(arrival).toMatchObject({ method: whole ? "POST" : "GET", integration: northwind.id });
    expect(arrival.body).toBe(whole ? '{"tag":{"name":"Excellent Fit"}}' : "");
    expect(JSON.stringify(arrival)).not.toContain("ks_dev");
    expect(applied()).toBe(false);
  });

  it("shows nothing there when it is not followed", async () => {
    await once({ status, redirectTo: "recorder" });
    const init = { method: "POST", body: '{"tag":{"name":"Excellent Fit"}}', redirect: "manual" } as const;
    const answer = await raw(sandbox.it, `/v1/ats/candidates/${ada.komboId}/tags`, init);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Location")).toContain(`/v1/ats/candidates/${ada.komboId}/tags`);
    expect(sandbox.it.control.recorder.arrivals).toEqual([]);
  });
});

it("a redirect may lead anywhere, for reads too, and is 307 unless told", async () => {
  await once({ redirectTo: "https://login.example.net/" });
  const answer = await raw(sandbox.it, "/v1/ats/tags", { redirect: "manual" });
  expect([answer.status, answer.headers.get("Location")]).toEqual([307, "https://login.example.net/"]);
});

it("a single answer may be slow", async () => {
  await orderFaults(sandbox.it, { match: { pathIncludes: "/ats/tags" }, times: 1, fault: { delayMs: 70 } });
  const begun = performance.now();
  expect((await raw(sandbox.it, "/v1/ats/tags")).status).toBe(200);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(68);
  expect(sandbox.it.control.log.requests).toMatchObject([{ fault: "late", status: 200 }]);
});
