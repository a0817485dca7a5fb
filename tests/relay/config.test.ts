import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../../relay/config";
import { check } from "../../relay/folder";
import { frontConfig } from "../../relay/haproxy/front";
import { json } from "../unit/docs/read";
import { runCommand } from "./support/run-command";

const example = () => json<Record<string, unknown>>("relay/relay.example.json");

/** The example with one thing changed; `path` as in an error. */
function changed(path: string, value: unknown): unknown {
  const config = example();
  const names = path.split(".");
  const last = names.pop()!;
  const place = names.reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, config);
  place[last] = value;
  return config;
}

function faultsOf(config: unknown): readonly string[] {
  try {
    readConfig(config);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

it("takes the example", () => {
  expect(faultsOf(example())).toEqual([]);
});

describe("names what is wrong", () => {
  it.each<[string, unknown]>([
    ["origin", "http://relay.example.com"],
    ["origin", "https://relay.example.com/path"],
    ["origin", "https://user@relay.example.com"],
    ["kombo.origin", "http://api.kombo.dev"],
    ["kombo.keyFile", "relative/path"],
    ["kombo.keyFile", "/run/key'\nacl x"],
    ["signIn.issuer", "https://id.example.com'\n    http-request deny"],
    ["signIn.audience", "a'b"],
    ["signIn.clientId", ""],
    ["signIn.scopes", []],
    ["signIn.token", "refresh"],
    ["access.claim", { name: "groups')", is: "list" }],
    ["access.everyone", ["no colon"]],
    ["access.groups", { "a\nb": [] }],
    ["extensions", ["not an id"]],
    ["extensions", []],
    ["requestsPerMinute", 0],
    ["instances", []],
    ["instances.0.bind", "127.0.0.1:80 ssl"],
    ["certificate", "/etc/ssl/a b.pem"],
    ["tagRules.forbiddenWords", ["\u200b"]],
    ["tagRules.format.maxLength", 1000],
    ["tagRules.allowed.names", ["a\tb"]],
  ])("%s: %j", (path, value) => {
    const faults = faultsOf(changed(path, value));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join("\n")).toContain(path.split(".")[0]!);
  });

  it("what contradicts itself", () => {
    expect(faultsOf(changed("access", { claim: null, groups: { a: ["lever:x"] } })).join()).toMatch(/no claim/);
    expect(faultsOf(changed("access", {})).join()).toMatch(/no integration/);
    expect(faultsOf({ ...example(), tagRules: {}, mayCreateTags: false }).join()).toMatch(/does not know which tags/);
    const rules = { allowed: { names: ["Bad word"] }, forbiddenWords: ["bad"] };
    expect(faultsOf(changed("tagRules", rules)).join()).toMatch(/forbidden all the same/);
    expect(faultsOf(changed("tagRules", { format: { minLength: 9, maxLength: 3 } })).join()).toMatch(/longer than/);
  });

  it("a setting that does not exist", () => {
    expect(faultsOf({ ...example(), orgin: "https://x.example" }).join()).toContain("orgin");
  });
});

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "quicktag-relay-command-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "relay.json");

  it("has the real HAProxy check what it makes of the example, TLS to Kombo included", {
    timeout: 30_000,
  }, async () => {
    writeFileSync(file, JSON.stringify({ ...example(), certificate: null }));
    const { code, said } = await runCommand("check", "--config", file);
    expect(said).toContain("2 instance(s) behind a front at https://tags.example.com");
    expect(code).toBe(0);
  });

  it("says what HAProxy has against it, and fails", { timeout: 30_000 }, async () => {
    writeFileSync(file, JSON.stringify({ ...example(), certificate: "/nowhere/tls.pem" }));
    const { code, said } = await runCommand("check", "--config", file);
    expect(said).toContain("/nowhere/tls.pem");
    expect(code).toBe(1);
  });

  it("asks for what is missing", { timeout: 30_000 }, async () => {
    expect(await runCommand()).toMatchObject({ code: 1, said: expect.stringContaining("quicktag-relay check") });
  });
});

it("the front waits as long as the instances do, and HAProxy takes it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "quicktag-relay-front-"));
  const file = join(folder, "front.cfg");
  const text = frontConfig(readConfig(example()));
  writeFileSync(file, text);
  await check(file).finally(() => rmSync(folder, { recursive: true }));
  for (const line of ["bind *:443", "server a 10.0.0.11:8443", "server b 10.0.0.12:8443"]) expect(text).toContain(line);
  for (const side of ["client", "server"]) expect(text).toContain(`timeout ${side} 370s`);
});
