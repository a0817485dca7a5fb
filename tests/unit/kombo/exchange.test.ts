import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { MAX_BODY_BYTES } from "../../../src/kombo/body";
import { call } from "../../../src/kombo/client";
import { exchange } from "../../../src/kombo/exchange";

/** What the server does with a request, by its path. */
const ANSWERS: Record<string, (response: ServerResponse) => void> = {
  "/silent": () => {},
  "/stalled": (response) => void response.writeHead(200, { "Content-Type": "application/json" }).write('{"status":'),
  "/trickle": (response) => {
    response.writeHead(200, { "Content-Type": "application/json" }).write('{"status":');
    const beat = setInterval(() => response.write(" "), 5);
    response.on("close", () => clearInterval(beat));
  },
  "/flood": (response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    const page = Buffer.alloc(500_000, "[");
    const more = () => {
      while (!response.destroyed && response.write(page)) sent += page.length;
      sent += page.length;
    };
    response.on("drain", more);
    more();
  },
  "/flood-of-pages": (response) => {
    response.writeHead(502, { "Content-Type": "text/html" });
    const more = () => {
      while (!response.destroyed && response.write("<p>Bad gateway</p>".repeat(20_000))) {}
    };
    response.on("drain", more);
    more();
  },
};

let sent = 0;
let open = 0;
const server = createServer((request, response) => {
  open += 1;
  response.on("close", () => {
    open -= 1;
  });
  ANSWERS[request.url ?? ""]?.(response);
});
const url = (path: string) => new URL(path, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** Resolves once the server sees no request any more: ours was given up, not only forgotten. */
async function allClosed(): Promise<void> {
  while (open > 0) await new Promise((resolve) => setImmediate(resolve));
}

it.each(["/silent", "/stalled", "/trickle"])("%s ends in a time-out, and the connection with it", async (path) => {
  const answer = await exchange(url(path), { method: "POST" }, 150);
  expect(answer).toMatchObject({ failure: { kind: "timed-out" }, answered: false });
  await allClosed();
});

it("a flood is not read for ever, and not kept", async () => {
  sent = 0;
  const answer = await exchange(url("/flood"), { method: "POST" }, 20_000);
  expect(answer).toMatchObject({ status: 200, body: { kind: "broken" } });
  await allClosed();
  // What lies in the sockets' buffers besides.
  expect(sent).toBeLessThan(MAX_BODY_BYTES + 20_000_000);
});

it("a flood of an error page is decided by its status", async () => {
  const answer = await call(
    { apiKey: "k", apiOrigin: url("/").origin, serverUrl: url("/").href, integrationId: "a:b" },
    { method: "GET", path: ["flood-of-pages"], timeoutMs: 20_000, read: () => null },
  );
  expect(answer).toMatchObject({ ok: false, failure: { kind: "ats-unreachable" } });
  await allClosed();
});
