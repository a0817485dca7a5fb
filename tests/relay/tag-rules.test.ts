import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../relay/config";
import type { LocalRelay } from "../../relay/local/relay";
import { type Adder, tagRuleProblem } from "../../src/domain/tag-rules/check";
import { NO_TAG_RULES, type TagRules } from "../../src/domain/tag-rules/rules";
import { namesFor, tagRules } from "../generators/tag-rules";
import { startRelay } from "./support/relay";
import { add } from "./support/send";
import { makeToken } from "./support/tokens";

const slow = process.env.QUICKTAG_SLOW === "1";

const WRITTEN: [string, TagRules][] = [
  ["no rules", NO_TAG_RULES],
  [
    "words and parts",
    {
      ...NO_TAG_RULES,
      forbiddenWords: ["pregnant", "do not hire", "Maße", "ss", "日本"],
      forbiddenParts: ["schwanger", "ae", "fi", "1"],
    },
  ],
  [
    "a list with beginnings, in capitals",
    {
      ...NO_TAG_RULES,
      allowed: { names: ["# Silver medal", "Pool=A", 'Say "hi"'], prefixes: ["POOL ", "日"] },
      format: { ...NO_TAG_RULES.format, letterCase: "upper", maxLength: 12 },
    },
  ],
  [
    "letters and digits with a beginning of their own",
    {
      ...NO_TAG_RULES,
      forbiddenParts: ["x"],
      format: {
        minLength: 4,
        maxLength: 12,
        letterCase: "lower",
        characters: { kinds: ["letters", "digits"], others: "-'\"\\" },
        prefixes: ["qt-", "Ä"],
      },
    },
  ],
];

/** The relay and `src/domain/tag-rules` say the same of every name. */
async function compare(rules: TagRules, count: number, seed: number): Promise<Record<string, number>> {
  const adder: Adder = { mayCreate: true, exists: false };
  const relay = await startRelay({
    configure: (config) => {
      config.tagRules = rules;
    },
  });
  const found: Record<string, number> = {};
  try {
    const token = await makeToken(relay);
    const names = fc.sample(namesFor(rules), { numRuns: count, seed });
    for (let at = 0; at < names.length; at += 20)
      await Promise.all(names.slice(at, at + 20).map((name) => compareOne(relay, token, name)));
  } finally {
    await relay.stop();
  }
  return found;

  async function compareOne({ origin }: LocalRelay, token: string, name: string): Promise<void> {
    const expected = tagRuleProblem(rules, name, adder);
    const answer = await add(origin, token, name);
    const context = `${JSON.stringify(name)} under ${JSON.stringify(rules)}`;
    expect(`${context}: ${answer.reason}`).toBe(`${context}: ${expected === null ? null : `tag-${expected}`}`);
    expect(answer.status, context).toBe(expected === null ? 200 : 400);
    found[String(expected)] = (found[String(expected)] ?? 0) + 1;
  }
}

describe("the relay and the browser decide alike", () => {
  it.each(WRITTEN)("%s", { timeout: 60_000 }, async (_, rules) => {
    const found = await compare(rules, slow ? 1000 : 80, 7);
    // A generator that meets only one answer compares nothing.
    if (rules !== NO_TAG_RULES) expect(Object.keys(found).length).toBeGreaterThan(1);
    expect(found.null).toBeGreaterThan(0);
  });

  it("with rules that were drawn", { timeout: 300_000 }, async () => {
    const sets = slow ? 40 : 4;
    const usable = tagRules.filter(isTaken);
    const found: Record<string, number> = {};
    for (const [at, rules] of fc.sample(usable, { numRuns: sets, seed: 11 }).entries())
      for (const [answer, count] of Object.entries(await compare(rules, slow ? 300 : 60, at)))
        found[answer] = (found[answer] ?? 0) + count;
    expect(Object.keys(found)).toEqual(expect.arrayContaining(["null", "forbidden", "format", "not-allowed"]));
  });
});

describe("who may create", () => {
  const rules = { allowed: { names: ["Referral", "Pool A"], prefixes: ["Pool"] } };
  it.each([
    ["nobody", false, null],
    ["a group", { groups: ["sourcing"] }, "sourcing"],
  ])("%s: others add listed names only", async (_, mayCreateTags, group) => {
    const relay = await startRelay({
      configure: (config) => {
        const access = config.access as Record<string, unknown>;
        access.claim = { name: "groups", is: "list" };
        Object.assign(config, { mayCreateTags, tagRules: rules });
      },
    });
    try {
      const token = await makeToken(relay, { claims: { groups: ["recruiting"] } });
      expect(await add(relay.origin, token, "Pool A")).toMatchObject({ status: 200 });
      expect(await add(relay.origin, token, "Pool B")).toMatchObject({ status: 400, reason: "tag-not-yours" });
      expect(await add(relay.origin, token, "Other")).toMatchObject({ status: 400, reason: "tag-not-allowed" });
      if (group === null) return;
      const creator = await makeToken(relay, { claims: { groups: ["recruiting", group] } });
      expect(await add(relay.origin, creator, "Pool B")).toMatchObject({ status: 200 });
    } finally {
      await relay.stop();
    }
  });
});

function isTaken(rules: TagRules): boolean {
  try {
    readConfig({
      origin: "https://relay.example",
      kombo: { origin: "https://api.kombo.dev", keyFile: "/key" },
      signIn: { issuer: "https://id.example", clientId: "quicktag", scopes: ["openid"], audience: "relay" },
      access: { everyone: ["lever:x"] },
      extensions: ["a".repeat(32)],
      instances: [{ name: "a", bind: "*:80", reach: "a:80", peer: "a:81" }],
      tagRules: rules,
    });
    return true;
  } catch {
    return false;
  }
}
