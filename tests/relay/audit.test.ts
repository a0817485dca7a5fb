import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { API_KEY } from "../../sandbox/data";
import { ADA, BEN, greenhouse, relayForTests } from "./support/relay";
import { add, addRaw, candidate, head, raw, send } from "./support/send";
import { makeToken } from "./support/tokens";

const problems: string[] = [];
const relay = relayForTests({ onProblem: (line) => problems.push(line) });

it("one line for each request: who, what, to whom, which tag, with what result, when", async () => {
  const before = Date.now() - 1000;
  await add(relay.it.origin, await makeToken(relay.it, { claims: { sub: ADA.id } }), "Silver medal");
  await add(relay.it.origin, await makeToken(relay.it, { claims: { sub: BEN.id } }), "Referral", { method: "DELETE" });
  await send(relay.it.origin, { token: await makeToken(relay.it), path: "/v1/ats/tags?page_size=10" });
  const added = await relay.it.audited(({ action }) => action === "add-tag");
  expect(added).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    user: ADA.id,
    action: "add-tag",
    integration: greenhouse.id,
    candidate,
    tag: "Silver medal",
    status: 200,
    refused: "-",
    ms: expect.any(Number),
    end: "--",
  });
  expect(Date.parse(added.time as string)).toBeGreaterThanOrEqual(before);
  const removed = await relay.it.audited(({ action }) => action === "remove-tag");
  expect(removed).toMatchObject({ user: BEN.id, candidate, tag: "Referral", status: 200 });
  await relay.it.audited(({ action }) => action === "tags");
  expect(relay.it.audit).toHaveLength(3);
});

it("a name cannot leave its place in the line", async () => {
  const user = 'x","status":200,"user":"ben\\';
  const tag = 'a"},{"user":"ben","status":200,\\"x';
  await add(relay.it.origin, await makeToken(relay.it, { claims: { sub: user } }), tag);
  expect(await relay.it.audited(({ action }) => action === "add-tag")).toMatchObject({ user, tag, status: 200 });
  expect(relay.it.audit).toHaveLength(1);
});

it.each(["\u0000", "\n", "\r\n", "\u2028", "\u009b", "\u202e", "é", "😀"])(
  "a user of strange letters (%j) is refused, and not in the log",
  async (strange) => {
    const sub = `ada${strange}{"user":"ben"}`;
    expect(await add(relay.it.origin, await makeToken(relay.it, { claims: { sub } }), "ok")).toMatchObject({
      reason: "token-user",
    });
    expect(await relay.it.audited(() => true)).toMatchObject({ user: "-", refused: "token-user", status: 401 });
    expect(relay.it.audit).toHaveLength(1);
  },
);

it("a refusal says who and why, and nothing that was not checked", async () => {
  const past = Math.floor(Date.now() / 1000) - 10;
  await add(relay.it.origin, await makeToken(relay.it, { claims: { exp: past } }), "ok");
  expect(await relay.it.audited(() => true)).toMatchObject({ user: ADA.id, refused: "token-expired", tag: "-" });
  relay.it.audit.splice(0);
  await addRaw(relay.it.origin, await makeToken(relay.it), '{"tag":{"name":"a"},"x":"\n{}"}');
  const line = await relay.it.audited(() => true);
  expect(line).toMatchObject({ user: ADA.id, refused: "body-shape", tag: "-", status: 400 });
});

it("what is no HTTP is a line too", async () => {
  await raw(relay.it.origin, 'GET /"},{"user":"ada" HTTP/1.1\r\nbroken"header\r\n\r\n');
  expect(await relay.it.audited(() => true)).toMatchObject({ refused: "no-http", status: 400 });
});

it("neither key nor token nor address is in the log, whatever happens", async () => {
  const token = await makeToken(relay.it);
  const path = `/v1/ats/candidates?email=${encodeURIComponent(ADA.email)}`;
  await send(relay.it.origin, { token, path });
  await send(relay.it.origin, { token, path: `/v1/nope?access_token=${token}` });
  await send(relay.it.origin, { token: API_KEY, path: "/v1/check-api-key" });
  await raw(relay.it.origin, `${head("GET", "/v1/check-api-key", token)}\0garbage`);
  relay.it.sandbox.control.set({ global: { keyExpired: true } });
  await send(relay.it.origin, { token, path: "/v1/check-api-key" });
  await relay.it.audited(({ status, refused }) => status === 401 && refused === "-");
  const all = [...relay.it.audit.map(({ text }) => text), ...problems].join("\n");
  for (const secret of [API_KEY, token, token.split(".")[2]!, ADA.email, encodeURIComponent(ADA.email)])
    expect(all).not.toContain(secret);
  const config = readFileSync(`${relay.it.instances[0]!.folder}/haproxy.cfg`, "utf8");
  expect(config).not.toContain(API_KEY);
});

it("the key is in no argument and in no environment of a process", () => {
  const { pid } = relay.it.instances[0]!.haproxy;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(/\s+/);
  expect(children.length).toBeGreaterThan(0);
  for (const process of [pid, ...children])
    for (const file of ["cmdline", "environ"])
      expect(readFileSync(`/proc/${process}/${file}`, "utf8")).not.toContain(API_KEY);
});
