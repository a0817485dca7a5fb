import { describe, expect, it } from "vitest";
import type { Access } from "../../src/kombo/client";
import * as calls from "../contract/calls";
import { greenhouse, lever, relayForTests } from "./support/relay";
import { candidate, head, raw, send, TAGS_PATH } from "./support/send";
import { makeToken } from "./support/tokens";

const relay = relayForTests();

describe("what the extension sends", () => {
  const person = greenhouse.people[0]!;
  it.each<[string, calls.Pair]>([
    ["check-api-key", calls.key],
    ["integrations", calls.integration(greenhouse.id)],
    ["force-sync", calls.sync],
    ["candidates by ATS id", calls.candidates({ remote_ids: [person.remoteId] })],
    ["candidates by several ids", calls.candidates({ ids: [person.komboId, "other", "it's (a) *~!"] })],
    ["candidates by e-mail", calls.candidates({ email: person.emails[0]! })],
    ["applications", calls.applicants([person.applicationRemoteId])],
    ["tags", calls.tags()],
    ["tags since a while", calls.tags({ updatedAfter: new Date(0), pageSize: 1 })],
    ["users", calls.users("ada@example.com")],
    ["adding a tag", calls.tag({ operation: "add", candidateId: person.komboId, tag: 'Señor "C++" \\ 日本 😀' })],
    ["removing a tag", calls.tag({ operation: "remove", candidateId: person.komboId, tag: "Referral" })],
  ])("passes and is answered as by Kombo: %s", async (_, pair) => {
    const { origin } = relay.it;
    const access: Access = {
      apiKey: await makeToken(relay.it),
      apiOrigin: origin,
      serverUrl: `${origin}/v1`,
      integrationId: greenhouse.id,
    };
    const through = await pair.ours(access);
    const direct = await pair.ours({
      ...access,
      apiKey: "ks_dev_QuicktagSandboxKeyForEveryone",
      apiOrigin: relay.it.sandbox.httpUrl,
      serverUrl: `${relay.it.sandbox.httpUrl}/v1`,
    });
    expect(through).toEqual(direct);
    expect(through.ok).toBe(true);
  });

  it("the look for one candidate passes", async () => {
    const token = await makeToken(relay.it);
    const query = "page_size=1&include_deleted=false&ignore_unsupported_filters=false";
    expect(await send(relay.it.origin, { token, path: `/v1/ats/candidates?${query}` })).toMatchObject({ status: 200 });
  });
});

describe("everything else is not found", () => {
  const requests: [method: string, path: string][] = [
    ["GET", "/"],
    ["GET", "/v1"],
    ["GET", "/v1/"],
    ["GET", "/v1/hris/employees"],
    ["GET", "/v1/ats/jobs"],
    ["GET", `/v1/ats/candidates/${candidate}`],
    ["GET", `/v1/ats/candidates/${candidate}/attachments`],
    ["POST", `/v1/ats/candidates/${candidate}/attachments`],
    ["POST", "/v1/passthrough/greenhouse/harvest"],
    ["POST", "/v1/ats/candidates"],
    ["POST", "/v1/ats/tags"],
    ["DELETE", "/v1/integrations/greenhouse:HWUT"],
    ["PUT", TAGS_PATH],
    ["PATCH", TAGS_PATH],
    ["GET", TAGS_PATH],
    ["HEAD", "/v1/check-api-key"],
    ["OPTIONS", TAGS_PATH],
    ["TRACE", TAGS_PATH],
    ["post", TAGS_PATH],
    ["GET", "//v1/check-api-key"],
    ["GET", "/v1//check-api-key"],
    ["GET", "/v1/check-api-key/"],
    ["GET", "/v1/check-api-key?x=1"],
    ["GET", "/v1/check-api-key%2f"],
    ["GET", "/v1/check-api-key;x"],
    ["GET", "/V1/check-api-key"],
    ["GET", "/v1/../v1/check-api-key"],
    ["GET", "/v1/ats/tags/../../hris/employees"],
    ["GET", "/v1/ats/tags/%2e%2e/hris"],
    ["POST", "/v1/ats/candidates/../tags"],
    ["POST", "/v1/ats/candidates/%2e%2e/tags"],
    ["POST", "/v1/ats/candidates/a%2fb/tags"],
    ["POST", `${TAGS_PATH}?x=1`],
    ["POST", `${TAGS_PATH}/`],
    ["POST", `${TAGS_PATH}%00`],
    ["POST", `${TAGS_PATH}\\..\\x`],
    ["GET", "/v1/integrations/greenhouse"],
    ["GET", "/v1/integrations/greenhouse:a/link"],
    ["GET", "/v1/integrations/..%2f..%2fhris"],
    ["GET", "/v1/ats/candidates"],
    ["GET", "/v1/ats/candidates?page_size=100"],
    ["GET", "/v1/ats/candidates?page_size=1&cursor=abc"],
    ["GET", "/v1/ats/candidates?email="],
    ["GET", "/v1/ats/candidates?ids=a&ids=b"],
    ["GET", "/v1/ats/candidates?ids=a&i%64s=b"],
    ["GET", "/v1/ats/candidates?ids=a&ignore_unsupported_filters=true"],
    ["GET", "/v1/ats/candidates?ids=a&first_name=Ada"],
    ["GET", "/v1/ats/candidates?xids=a"],
    ["GET", "/v1/ats/users?page_size=100"],
    ["GET", `/v1/ats/candidates?ids=a${"&ids=a".repeat(1200)}`],
  ];

  it.each(requests)("%s %s", async (method, path) => {
    const token = await makeToken(relay.it);
    const { status, reason } = await raw(relay.it.origin, head(method, path, token, ["Content-Length: 0"]));
    // HAProxy itself refuses what is no HTTP.
    expect([404, 400]).toContain(status);
    if (status === 404 && method !== "HEAD") expect(reason).toBe("not-found");
    expect(relay.it.sandbox.control.log.requests).toEqual([]);
  });

  it("an address that names another server", async () => {
    const token = await makeToken(relay.it);
    const bytes = head("GET", "http://other.example/v1/check-api-key", token).replace(
      "Host: relay",
      "Host: other.example",
    );
    const answer = await raw(relay.it.origin, bytes);
    const [request] = relay.it.sandbox.control.log.requests;
    // If it goes on at all, then to Kombo and as a plain path.
    if (answer.status === 200) expect(request).toMatchObject({ path: "/v1/check-api-key" });
    else expect(answer.status).toBe(404);
  });

  it("two requests in one", async () => {
    const token = await makeToken(relay.it);
    const inner = head("GET", "/v1/hris/employees", token);
    const bytes = `${head("GET", "/v1/check-api-key", token, [`Content-Length: ${inner.length}`])}${inner}`;
    expect(await raw(relay.it.origin, bytes)).toMatchObject({ status: 400, reason: "body-unexpected" });
    const smuggled = head("POST", TAGS_PATH, token, ["Content-Length: 4", "Transfer-Encoding: chunked"]);
    expect((await raw(relay.it.origin, `${smuggled}0\r\n\r\n${inner}`)).status).toBe(400);
    expect(relay.it.sandbox.control.log.requests).toEqual([]);
  });
});

describe("integrations", () => {
  it("that are not open: refused, in the header and in the path", async () => {
    const token = await makeToken(relay.it);
    const path = "/v1/ats/tags?page_size=10";
    const foreign = { status: 403, reason: "integration-foreign" };
    expect(await send(relay.it.origin, { token, path, integration: lever.id })).toMatchObject(foreign);
    for (const id of [lever.id, encodeURIComponent(lever.id)])
      expect(await send(relay.it.origin, { token, path: `/v1/integrations/${id}` })).toMatchObject(foreign);
    expect(relay.it.sandbox.control.log.requests).toEqual([]);
  });

  it("in a path count, whatever the header says", async () => {
    const token = await makeToken(relay.it);
    const path = `/v1/integrations/${encodeURIComponent(greenhouse.id)}`;
    expect(await send(relay.it.origin, { token, path, integration: lever.id })).toMatchObject({ status: 200 });
  });

  it.each([
    ["none", null],
    ["an empty one", ""],
    ["two in one", `${greenhouse.id}, ${greenhouse.id}`],
    ["one with more after a blank", `${greenhouse.id} everyone`],
    ["in capitals", greenhouse.id.toUpperCase()],
  ])("%s: refused", async (_, integration) => {
    const token = await makeToken(relay.it);
    const answer = await send(relay.it.origin, { token, path: "/v1/ats/tags?page_size=10", integration });
    expect(answer).toMatchObject({ status: 403, reason: "integration-missing" });
  });

  it("named twice: refused", async () => {
    const token = await makeToken(relay.it);
    const bytes = head("GET", "/v1/ats/tags?page_size=10", token, [`X-Integration-Id: ${greenhouse.id}`]);
    expect(await raw(relay.it.origin, bytes)).toEqual({ status: 403, reason: "integration-missing" });
  });
});

describe("what goes on to Kombo", () => {
  it("is the key in the token's place, and no header that was not asked for", async () => {
    const seen: Record<string, unknown>[] = [];
    const { createServer } = await import("node:http");
    const kombo = createServer((request, response) => {
      seen.push(request.headers);
      response.setHeader("Set-Cookie", "a=b").setHeader("X-Quicktag-Relay", "token-expired").end("{}");
    });
    await new Promise<void>((resolve) => kombo.listen(0, "127.0.0.1", resolve));
    const { startRelay } = await import("./support/relay");
    const { port } = kombo.address() as { port: number };
    const other = await startRelay({ komboOrigin: `http://127.0.0.1:${port}` });
    try {
      const headers = {
        cookie: "a=b",
        "x-http-method-override": "PUT",
        forwarded: "for=1.2.3.4",
        "x-forwarded-for": "1",
      };
      const token = await makeToken(other);
      const answer = await send(other.origin, { token, body: '{"tag":{"name":"ok"}}', headers });
      expect(seen).toHaveLength(1);
      expect(seen[0]).toMatchObject({
        authorization: "Bearer ks_dev_QuicktagSandboxKeyForEveryone",
        "x-integration-id": greenhouse.id,
        "content-type": "application/json",
        "content-length": "21",
        host: `127.0.0.1:${port}`,
      });
      const known = ["accept", "accept-encoding", "authorization", "content-length", "content-type", "host"];
      expect(Object.keys(seen[0]!).sort()).toEqual([...known, "x-integration-id"].sort());
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(answer.reason).toBeNull();
    } finally {
      await other.stop();
      kombo.close();
    }
  });
});
