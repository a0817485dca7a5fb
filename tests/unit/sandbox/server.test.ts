import type { IncomingMessage } from "node:http";
import { connect } from "node:http2";
import { request } from "node:https";
import { text } from "node:stream/consumers";
import { connect as connectTls } from "node:tls";
import { describe, expect, it } from "vitest";
import { API_KEY, INTEGRATIONS } from "../../../sandbox/data";
import { startSandbox } from "../../../sandbox/server";
import { ada, northwind, orderFaults, sandboxForTests } from "./helpers";

const sandbox = sandboxForTests();
const headers = { Authorization: `Bearer ${API_KEY}`, "X-Integration-Id": northwind.id };

/** One request under a real host name, by HTTP/1.1. */
function requestAt(host: string, path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const given = { host: "127.0.0.1", port: sandbox.it.httpsPort, path, headers: { ...headers, Host: host } };
    const tls = { servername: /[a-z]/.test(host) ? host : "", rejectUnauthorized: false, agent: false };
    request({ ...given, ...tls }, resolve)
      .on("error", reject)
      .end();
  });
}

async function headersOf(host: string, path: string) {
  const answer = await requestAt(host, path);
  answer.resume();
  return answer.headers;
}

async function ask(host: string, path: string): Promise<string> {
  return text(await requestAt(host, path));
}

/** One write by HTTP/2, as browsers do it. */
function addByHttp2(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const session = connect(sandbox.it.httpsUrl, { rejectUnauthorized: false });
    session.on("error", reject);
    const stream = session.request({
      ":method": "POST",
      ":path": `/v1/ats/candidates/${ada.komboId}/tags`,
      ":authority": "api.kombo.dev",
      ...headers,
      "content-type": "application/json",
    });
    stream.on("response", (answer) => resolve(Number(answer[":status"])));
    stream.on("error", reject);
    stream.on("close", () => session.close());
    stream.on("end", () => reject(new Error("ended without an answer")));
    stream.resume();
    stream.end(JSON.stringify({ tag: { name } }));
  });
}

describe("one listener for all hosts", () => {
  it.each(["api.kombo.dev", "api.us.kombo.dev", "localhost"])("%s is Kombo's API", async (host) => {
    expect(JSON.parse(await ask(host, "/v1/check-api-key"))).toMatchObject({ status: "success" });
  });

  it("every other host is a site, which sees the host's own address", async () => {
    expect(await ask("app.greenhouse.io", "/people/4242")).toBe("site https://app.greenhouse.io/people/4242");
    expect(await ask("app.greenhouse.io", "/v1/check-api-key")).toContain("site ");
  });

  it("a redirect from Kombo's name leads to a foreign host name that records what arrives", async () => {
    await orderFaults(sandbox.it, { times: 1, fault: { redirectTo: "recorder" } });
    const { location } = await headersOf("api.kombo.dev", "/v1/ats/tags?page_size=5");
    expect(location).toBe("https://elsewhere.example.net/v1/ats/tags?page_size=5");
    expect(JSON.parse(await ask("elsewhere.example.net", "/v1/ats/tags?page_size=5"))).toMatchObject({
      status: "success",
    });
    expect(sandbox.it.control.recorder.arrivals).toMatchObject([
      { method: "GET", url: location, integration: northwind.id, keySent: true, body: "" },
    ]);
  });

  it("the controls answer on this machine only", async () => {
    expect(await ask("app.greenhouse.io", "/__sandbox/truth")).toContain("site ");
    expect(await ask("api.kombo.dev", "/__sandbox/truth")).toContain('"status":"error"');
    expect(JSON.parse(await ask("127.0.0.1", "/__sandbox/truth"))).toBeInstanceOf(Array);
  });

  it("the certificate covers Kombo and every company's host", async () => {
    const socket = connectTls({ port: sandbox.it.httpsPort, host: "127.0.0.1", rejectUnauthorized: false });
    await new Promise((resolve) => socket.once("secureConnect", resolve));
    const names = socket.getPeerCertificate().subjectaltname ?? "";
    socket.destroy();
    for (const host of ["api.kombo.dev", "api.us.kombo.dev", ...INTEGRATIONS.flatMap((each) => each.host ?? [])]) {
      expect(names).toContain(`DNS:${host}`);
    }
  });
});

describe("HTTP/2", () => {
  it("works like the rest", async () => {
    expect(await addByHttp2("Excellent Fit")).toBe(200);
    expect(sandbox.it.control.tagsOf(ada.komboId)).toContain("Excellent Fit");
  });

  it.each([{ reset: true }, { body: "cut" as const }])("can be cut: %j", async (fault) => {
    await orderFaults(sandbox.it, { times: 1, fault });
    if (fault.reset) await expect(addByHttp2("Excellent Fit")).rejects.toThrow();
    else expect(await addByHttp2("Excellent Fit")).toBe(200);
    const entry = await sandbox.it.control.log.waitFor((each) => each.answeredAt !== null);
    expect(entry).toMatchObject({ status: null, abandoned: false });
    expect(await addByHttp2("Strong Yes")).toBe(200);
  });
});

it("stops with answers still held, and frees its ports", async () => {
  const own = await startSandbox({ sites: () => new Response("site") });
  own.control.faults.set([{ fault: { hold: "for ever" } }]);
  const call = fetch(`${own.httpUrl}/v1/check-api-key`);
  await own.control.faults.waitUntilHeld("for ever");
  await Promise.all([expect(call).rejects.toThrow(), own.stop()]);
  const again = await startSandbox({ httpPort: own.httpPort, httpsPort: own.httpsPort, sites: () => new Response("") });
  expect(again.httpPort).toBe(own.httpPort);
  await again.stop();
});
