import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../../relay/config";
import { json, ROOT } from "../unit/docs/read";

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

  function command(...args: string[]): Promise<{ code: number; said: string }> {
    return new Promise((resolve) => {
      execFile("npx", ["tsx", "relay/main.ts", ...args], { cwd: ROOT }, (error, out, said) =>
        resolve({ code: error ? Number(error.code) : 0, said: said + out }),
      );
    });
  }

  it("has the real HAProxy check what it makes of the example, TLS to Kombo included", {
    timeout: 30_000,
  }, async () => {
    writeFileSync(file, JSON.stringify({ ...example(), certificate: null }));
    const { code, said } = await command("check", "--config", file);
    expect(said).toContain("2 instance(s) behind a front at https://tags.example.com");
    expect(code).toBe(0);
  });

  it("says what HAProxy has against it, and fails", { timeout: 30_000 }, async () => {
    writeFileSync(file, JSON.stringify({ ...example(), certificate: "/nowhere/tls.pem" }));
    const { code, said } = await command("check", "--config", file);
    expect(said).toContain("/nowhere/tls.pem");
    expect(code).toBe(1);
  });

  it("writes the front's configuration", { timeout: 30_000 }, async () => {
    writeFileSync(file, JSON.stringify(example()));
    const out = join(folder, "front.cfg");
    expect((await command("front", "--config", file, "--out", out)).code).toBe(0);
    const text = readFileSync(out, "utf8");
    for (const line of ["bind *:443", "server a 10.0.0.11:8443", "server b 10.0.0.12:8443"])
      expect(text).toContain(line);
    expect(text).not.toMatch(/timeout (?:client|server) (?!370s)/);
  });

  it("asks for what is missing", { timeout: 30_000 }, async () => {
    expect(await command("prepare", "--config", file)).toMatchObject({
      code: 1,
      said: expect.stringContaining("--instance"),
    });
    expect(await command()).toMatchObject({ code: 1, said: expect.stringContaining("quicktag-relay check") });
  });
});
