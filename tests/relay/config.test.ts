import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../../relay/config";
import { json } from "../unit/docs/read";

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
