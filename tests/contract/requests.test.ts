import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ada, contoso, northwind } from "../unit/sandbox/helpers";
import { bothClients } from "./both";
import { applicants, candidates, integration, key, type Pair, sync, tag, tags, users } from "./calls";

const clients = bothClients();

async function sameRequest(pair: Pair, made?: Parameters<typeof clients.make>[1]): Promise<void> {
  const { ours, theirs } = await clients.make(pair, made);
  expect(theirs.requests).toHaveLength(1);
  expect(ours.requests).toEqual(theirs.requests);
}

const add = (over: Partial<Parameters<typeof tag>[0]> = {}) =>
  tag({ operation: "add", candidateId: ada.komboId, tag: "Excellent Fit", ...over });
const remove = (over: Partial<Parameters<typeof tag>[0]> = {}) => add({ operation: "remove", ...over });

describe("the nine calls reach Kombo byte for byte as the official SDK sends them", () => {
  it.each<[string, Pair]>([
    ["check-api-key", key],
    ["integration details", integration(northwind.id)],
    ["force-sync", sync],
    ["candidates by ATS id", candidates({ remote_ids: [ada.remoteId] })],
    ["candidates by several ATS ids", candidates({ remote_ids: ["1", "2", ada.remoteId] })],
    ["candidates by Kombo id", candidates({ ids: [ada.komboId] })],
    ["candidates by e-mail", candidates({ email: ada.emails[0]! })],
    ["applications", applicants([ada.applicationRemoteId, "7"])],
    ["tags", tags()],
    ["tags, one page of them", tags({ pageSize: 1, cursor: Buffer.from("from 1").toString("base64url") })],
    ["tags changed since", tags({ updatedAfter: new Date("2026-01-15T09:30:00.123Z") })],
    ["users", users("rita.recruiter@example.com")],
    ["add", add()],
    ["remove", remove()],
    ["add for a Greenhouse user", add({ connector: "greenhouse", onBehalfOf: "9001" })],
    ["remove for a Greenhouse user", remove({ connector: "greenhousev3", onBehalfOf: "9001" })],
    ["add for a Workable user", add({ connector: "workable", onBehalfOf: "ab12" })],
    ["remove for a Workable user", remove({ connector: "workable", onBehalfOf: "ab12" })],
    ["add for a user nobody can name", add({ connector: "lever", onBehalfOf: "9001" })],
  ])("%s", (_name, pair) => sameRequest(pair));

  it("for another integration and another key", async () => {
    await sameRequest(tags(), { integrationId: contoso.id, apiKey: "ks_prod_another~key+/=" });
    await sameRequest(add(), { integrationId: "ashby:NobodyKnowsThisIntegrat" });
  });
});

const NAMES = {
  Latin: "Très à l'aise",
  Greek: "Άριστη επιλογή",
  Cyrillic: "Отличный кандидат",
  Hebrew: "מועמד מצוין",
  Arabic: "مرشح ممتاز",
  Devanagari: "उत्कृष्ट उम्मीदवार",
  Thai: "ผู้สมัครดีเยี่ยม",
  Han: "優秀人選",
  Kana: "エンジニア・ひらがな",
  Hangul: "우수 지원자",
  Georgian: "საუკეთესო",
  emoji: "🚀 top 👩🏽‍💻",
  "a half pair": "broken \ud800 pair",
  quotes: `"C++" \\ 'R&D' <b>, #1; 100 %`,
  "white space": " a\tb\nc\u00a0d\u2028e ",
  decomposed: "Cafe\u0301",
} as const;

describe("strange inputs are sent as the SDK sends them", () => {
  it.each(Object.entries(NAMES))("a tag in %s", async (_script, name) => {
    await sameRequest(add({ tag: name }));
    await sameRequest(remove({ tag: name }));
  });

  it.each([
    "a/b",
    "a?b=c",
    "100%",
    "%2e%2e",
    "a#b",
    "a b",
    "a,b",
    "a&b",
    "a+b",
    "a'b(c)*!~",
    "ä",
    "🚀",
    "..a",
    "a:b",
    "\\",
  ])("the id %s", async (id) => {
    await sameRequest(add({ candidateId: id }));
    await sameRequest(remove({ candidateId: id }));
    await sameRequest(integration(id));
    await sameRequest(candidates({ remote_ids: [id, "2"] }));
    await sameRequest(candidates({ ids: [id] }));
    await sameRequest(applicants(["1", id]));
  });

  it.each(["ada+job@example.com", "a.b@sub.example.com", "o'brien@example.com", "ä@exämple.com", "A@B.C", "x&y=z@a.b"])(
    "the address %s",
    async (email) => {
      await sameRequest(candidates({ email }));
      await sameRequest(users(email));
    },
  );

  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });
  const id = text.filter((value) => value !== "." && value !== "..");

  it("anything", async () => {
    const pairs = fc.oneof(
      fc.record({ operation: fc.constantFrom("add" as const, "remove" as const), candidateId: id, tag: text }).map(tag),
      fc.array(text, { minLength: 1, maxLength: 5 }).map((remote_ids) => candidates({ remote_ids })),
      fc.array(text, { minLength: 1, maxLength: 5 }).map((ids) => candidates({ ids })),
      text.map((email) => candidates({ email })),
      fc.array(text, { minLength: 1, maxLength: 5 }).map(applicants),
      text.map(users),
      id.map(integration),
      fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") })
        .map((updatedAfter) => tags({ updatedAfter })),
      text.map((cursor) => tags({ cursor })),
    );
    await fc.assert(
      fc.asyncProperty(pairs, (pair) => sameRequest(pair)),
      { numRuns: 100, seed: 10 },
    );
  }, 60_000);
});

describe("where we are stricter than the SDK", () => {
  it("an id that would name another endpoint is not sent at all", async () => {
    for (const id of [".", "..", ""]) {
      for (const pair of [add({ candidateId: id }), remove({ candidateId: id })]) {
        const { ours, theirs } = await clients.make(pair);
        expect(ours.requests).toEqual([]);
        expect(ours.answer).toMatchObject({ ok: false, answered: true, failure: { kind: "input-refused" } });
        // The SDK does send it, and not to the path of this call.
        expect(theirs.requests[0]?.target).not.toMatch(/\/v1\/ats\/candidates\/[^/]+\/tags$/);
      }
    }
  });

  it("an empty filter, which Kombo would take for none, is not sent", async () => {
    for (const pair of [
      candidates({ remote_ids: [] }),
      candidates({ ids: [""] }),
      candidates({ email: "" }),
      applicants([]),
      users(""),
    ]) {
      const { ours } = await clients.make(pair);
      expect(ours).toMatchObject({ requests: [], answer: { ok: true, value: [] } });
    }
  });
});
