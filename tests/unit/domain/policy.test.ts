import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectiveSettings } from "../../../src/domain/policy/effective";
import { POLICY_FIELDS, parsePolicy } from "../../../src/domain/policy/parse";
import type { PolicyField, PolicyValues } from "../../../src/domain/policy/policy";
import { DEFAULT_OWN, DEFAULT_SETTINGS, type OwnSettings } from "../../../src/domain/settings";
import { NO_TAG_RULES } from "../../../src/domain/tag-rules/rules";

const ID = "greenhouse:NorthwindGreenhouse00000";

/** Every field as a policy writes it, and as it is read. */
const RAW = {
  server: { kind: "relay", url: "https://tags.example.com" },
  signIn: {
    issuer: "https://id.example.com",
    clientId: "quicktag",
    scopes: ["openid"],
    audience: "https://tags.example.com",
    token: "access",
  },
  integrations: [{ id: ID, label: "Hiring" }],
  mayCreateTags: false,
  tagRules: { allowed: { names: ["Silver medal"], prefixes: ["qt-"] }, forbiddenWords: ["pregnant"] },
  tagNotes: [{ tag: "Do not contact", note: "Needs a reason in the notes." }],
  historyDays: 7,
  urlPatterns: [{ host: "hr.example.com", path: "/people/{id}", by: "candidate", integrationId: ID }],
  bindings: [{ ats: "odoo", tenant: "odoo.example.com", integrationId: ID }],
  ownDomains: ["example.com"],
  byHand: false,
  batchLimit: 50,
  following: false,
} satisfies Record<PolicyField, unknown>;

const READ: PolicyValues = {
  ...(RAW as unknown as PolicyValues),
  integrations: [{ id: ID, connector: "greenhouse", label: "Hiring" }],
  tagRules: {
    ...NO_TAG_RULES,
    allowed: { names: ["Silver medal"], prefixes: ["qt-"] },
    forbiddenWords: ["pregnant"],
  },
};

describe("a company's policy", () => {
  it("is read whole", () => expect(parsePolicy(RAW)).toEqual({ values: READ, defaults: [], problems: [] }));

  it("has a field in this test and in the browser's schema for each there is", () => {
    const schema = JSON.parse(readFileSync("public/managed-schema.json", "utf8")) as { properties: object };
    expect(Object.keys(RAW).toSorted()).toEqual(POLICY_FIELDS.toSorted());
    expect(Object.keys(schema.properties).toSorted()).toEqual([...POLICY_FIELDS, "defaults"].toSorted());
  });

  it.each([undefined, null, {}])("may be absent: %j", (raw) =>
    expect(parsePolicy(raw)).toEqual({ values: {}, defaults: [], problems: [] }),
  );

  it.each<[object, string, string]>([
    [{ server: { kind: "relay", url: "http://tags.example.com" } }, "server", "value"],
    [{ server: { kind: "relay", url: "https://tags.example.com/v1" } }, "server", "value"],
    [{ server: { kind: "own" } }, "server", "value"],
    [{ server: "eu" }, "server", "value"],
    [{ signIn: { ...RAW.signIn, issuer: "http://id.example.com" } }, "signIn.issuer", "value"],
    [{ integrations: [{ id: "nobody:1" }] }, "integrations[0].id", "value"],
    [{ integrations: [{ label: "x" }] }, "integrations[0].id", "value"],
    [{ mayCreateTags: "no" }, "mayCreateTags", "value"],
    [{ mayCreateTag: false }, "mayCreateTag", "unknown"],
    [{ historyDays: 0 }, "historyDays", "value"],
    [{ historyDays: 7.5 }, "historyDays", "value"],
    [{ tagRules: { format: { minLength: 9, maxLength: 3 } } }, "tagRules.format.minLength", "contradiction"],
    [
      { tagRules: { allowed: { names: ["x y"] }, forbiddenWords: ["y"] } },
      "tagRules.allowed.names[0]",
      "contradiction",
    ],
    [{ tagRules: { forbidden: [] } }, "tagRules.forbidden", "unknown"],
    [{ ownDomains: ["ada@example.com"] }, "ownDomains[0]", "value"],
    [{ defaults: ["key"] }, "defaults[0]", "value"],
    [{ apiKey: "ks_prod_0123456789" }, "apiKey", "secret"],
    [{ tagNotes: [{ tag: "x", note: "use ks_prod_0123456789" }] }, "tagNotes[0].note", "secret"],
  ])("names what is wrong in %j", (raw, path, reason) => {
    expect(parsePolicy(raw).problems).toContainEqual(expect.objectContaining({ path, reason }));
  });

  it("loses no other value by a wrong one", () => {
    fc.assert(
      fc.property(fc.constantFrom(...POLICY_FIELDS), garbage, (field, wrong) => {
        const { values, problems } = parsePolicy({ ...RAW, [field]: wrong });
        for (const other of POLICY_FIELDS) if (other !== field) expect(values[other]).toEqual(READ[other]);
        if (values[field] === undefined) expect(problems.some(({ path }) => path.startsWith(field))).toBe(true);
      }),
    );
  });

  it("loses no other item of a list by a wrong one", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("integrations", "urlPatterns", "bindings", "tagNotes", "ownDomains"),
        garbage,
        (field, wrong) => {
          const [good] = RAW[field as "bindings"];
          const { values } = parsePolicy({ [field]: [wrong, good, wrong] });
          expect(values[field as "bindings"]).toContainEqual(READ[field as "bindings"][0]);
        },
      ),
    );
  });

  it("never throws, whatever it is, and gives only fields there are", () => {
    const any = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...POLICY_FIELDS, "defaults"), garbage));
    fc.assert(
      fc.property(any, (raw) => {
        const { values, defaults } = parsePolicy(raw);
        for (const field of [...Object.keys(values), ...defaults]) expect(POLICY_FIELDS).toContain(field);
        // What was read once is read again as the same.
        expect(parsePolicy(JSON.parse(JSON.stringify(rawOf(values)))).values).toEqual(
          JSON.parse(JSON.stringify(values)),
        );
        expect(() => effectiveSettings(DEFAULT_OWN, parsePolicy(raw))).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(null, "", "garbage", -1, 1e9, [], {}, [[]], { kind: "own" }, { allowed: 1 }, { __proto__: null }),
);

/** A policy that says these values. */
function rawOf(values: Partial<PolicyValues>): object {
  const { integrations, tagRules, ...rest } = values;
  const { allowed, format, ...words } = tagRules ?? NO_TAG_RULES;
  const { characters, ...lengths } = format;
  return {
    ...rest,
    ...(integrations && { integrations: integrations.map(({ id, label }) => (label ? { id, label } : { id })) }),
    ...(tagRules && {
      tagRules: {
        ...words,
        ...(allowed && { allowed }),
        format: {
          ...lengths,
          ...(characters && {
            characters: { kinds: characters.kinds, ...(characters.others && { others: characters.others }) },
          }),
        },
      },
    }),
  };
}

describe("the settings that apply", () => {
  const own = (change: Partial<OwnSettings>): OwnSettings => ({
    ...DEFAULT_OWN,
    ...change,
    chosen: Object.keys(change),
  });
  const policy = (raw: object) => parsePolicy(raw);

  it("are the recruiter's where the company says nothing", () => {
    const mine = own({ historyDays: 90 });
    expect(effectiveSettings(mine, null)).toEqual({ ...DEFAULT_SETTINGS, ...mine });
    expect(effectiveSettings(mine, policy({}))).toEqual({ ...DEFAULT_SETTINGS, ...mine });
  });

  it("are the company's where it enforces them, whatever the recruiter set", () => {
    const mine = own({ historyDays: 90, mayCreateTags: true, server: { kind: "us" } });
    const all = effectiveSettings(mine, policy(RAW));
    expect(all).toMatchObject({
      historyDays: 7,
      mayCreateTags: false,
      server: RAW.server,
      byHand: false,
      batchLimit: 50,
    });
    expect(all.locked.toSorted()).toEqual(POLICY_FIELDS.toSorted());
    expect(all.relay).toEqual({ url: RAW.server.url, signIn: RAW.signIn });
    expect(all.signIn).toBeNull();
  });

  it("are the company's default until the recruiter chooses, were it ours", () => {
    const offered = policy({ historyDays: 7, mayCreateTags: false, defaults: ["historyDays", "mayCreateTags"] });
    expect(effectiveSettings(DEFAULT_OWN, offered)).toMatchObject({ historyDays: 7, mayCreateTags: false, locked: [] });
    expect(effectiveSettings(own({ historyDays: 30 }), offered)).toMatchObject({
      historyDays: 30,
      mayCreateTags: false,
    });
    // A profile of a version that did not note what was chosen.
    expect(effectiveSettings({ ...DEFAULT_OWN, historyDays: 60 }, offered)).toMatchObject({ historyDays: 60 });
  });

  it("have ours in place of a broken value", () => {
    expect(effectiveSettings(DEFAULT_OWN, policy({ historyDays: 0, byHand: "never" }))).toEqual(DEFAULT_SETTINGS);
  });
});
