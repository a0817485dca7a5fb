import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceOf } from "../../../src/domain/agreement";
import type { AtsReference, LookUp } from "../../../src/domain/candidate";
import {
  confirmationKey,
  identityByEmail,
  identityById,
  isAnswerTo,
  type PageSnapshot,
  sameIdentity,
  sameRecordUrl,
  shownNameKey,
} from "../../../src/domain/identity/page-identity";
import { pageName, person, recordName, SCRIPT_IDS } from "../../generators/people";
import { SeededRandom } from "../../generators/random";

const reference = (lookups: LookUp[], tenant: string | null = null): AtsReference => ({
  ats: "greenhouse",
  tenant,
  lookups,
});
const certain = (value: string, tenant: string | null = null) =>
  identityById(reference([{ by: "candidate", value }], tenant));
const found = { address: "ada@example.com", name: "Ada Example" };

describe("what identifies a page", () => {
  it("is a certain id with its tenant", () => {
    expect(certain("77", "acme")).toEqual({
      kind: "id",
      ats: "greenhouse",
      tenant: "acme",
      by: "candidate",
      value: "77",
    });
  });

  it("is no id that has to be checked, and no other address", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom("candidate", "application"), (value, by) => {
        expect(identityById(reference([{ by, value, needsPageMatch: true }]))).toBeNull();
        expect(identityById(reference([{ by: "email", value }]))).toBeNull();
      }),
    );
  });

  it("is the address somebody was found by, with the name in its main place", () => {
    const page = { emails: ["Ada@example.com"], names: ["Ada Example"] };
    const of = (over: object) => identityByEmail(reference([]), found, evidenceOf({ ...page, ...over }));
    expect(of({})).toMatchObject({ kind: "email", address: "ada@example.com" });
    expect(of({ emails: ["manager@example.com"] })).toBeNull();
    expect(of({ ownEmails: ["ADA@example.com"] })).toBeNull();
    expect(of({ names: ["Ben Sample"], text: "Next candidate: Ada Example" })).toBeNull();
    expect(of({ names: [], text: "Ben Sample\nNext candidate: Ada Example" })).toBeNull();
  });
});

describe("a remembered confirmation", () => {
  it("is shared by no two people", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...SCRIPT_IDS), fc.option(fc.constant("acme")), (seed, script, tenant) => {
        const random = new SeededRandom(seed);
        const [one, other] = [person(random, script), person(random, script)];
        fc.pre(pageName(one) !== pageName(other));
        const keyOf = (who: typeof one, id: string, integration = "A") => {
          const evidence = evidenceOf({ names: [pageName(who)] });
          const shown = shownNameKey({ name: recordName(who), emails: [] }, evidence);
          return confirmationKey(integration, certain(id, tenant), shown);
        };
        expect(keyOf(one, "42")).toBe(keyOf(one, "42"));
        expect(keyOf(one, "42")).not.toBe(keyOf(other, "42"));
        expect(keyOf(one, "42")).not.toBe(keyOf(one, "43"));
        expect(keyOf(one, "42")).not.toBe(keyOf(one, "42", "B"));
      }),
    );
  });

  it("holds for the same name in another case or without accents", () => {
    const key = (name: string) => shownNameKey({ name: "José García", emails: [] }, evidenceOf({ names: [name] }));
    expect(key("JOSÉ GARCÍA")).toBe(key("José García"));
    expect(key("García, Jose")).toBe(key("José García"));
  });

  it("needs an identity, and with an address a name", () => {
    expect(confirmationKey("A", null, "ada example")).toBeNull();
    const email = { kind: "email", ats: null, tenant: null, address: "a@example.com" } as const;
    expect(confirmationKey("A", email, "")).toBeNull();
  });
});

describe("the tab", () => {
  const page = (over: Partial<PageSnapshot> = {}): PageSnapshot => ({
    url: "https://ats.example/candidates/77/list",
    identity: null,
    shownName: "ada example",
    ...over,
  });

  it("moved when identity or name changed", () => {
    const here = page({ identity: certain("42") });
    expect(sameIdentity(here, page({ identity: certain("42"), url: "https://ats.example/42?tab=notes" }))).toBe(true);
    expect(sameIdentity(here, page({ identity: certain("42"), shownName: "" }))).toBe(true);
    expect(sameIdentity(here, page({ identity: certain("42"), shownName: "ben sample" }))).toBe(false);
    expect(sameIdentity(here, page({ identity: certain("43") }))).toBe(false);
    expect(sameIdentity(here, page({ identity: certain("42", "acme") }))).toBe(false);
    expect(sameIdentity(here, page())).toBe(false);
  });

  it("without an identity is the same only with the same address and a shown name", () => {
    expect(sameIdentity(page(), page())).toBe(true);
    expect(sameIdentity(page(), page({ shownName: "ben sample" }))).toBe(false);
    expect(sameIdentity(page({ shownName: "" }), page({ shownName: "" }))).toBe(false);
    expect(sameIdentity(page(), page({ url: "https://ats.example/candidates/78/list" }))).toBe(false);
  });
});

describe("Kombo's address of a record", () => {
  it.each<[string, string, boolean]>([
    ["https://o.example/web#id=99&model=hr.candidate", "https://o.example/web#id=42&model=hr.applicant", false],
    ["https://o.example/web#id=99&model=hr.candidate", "https://o.example/web#model=hr.candidate&id=99", true],
    ["https://a.example/c/42/", "https://a.example/c/42#", true],
    ["https://a.example/c/42", "https://a.example/c/42?tab=1", false],
    ["https://a.example/c/42", "https://b.example/c/42", false],
    ["https://a.example/", "https://a.example/", false],
    ["https://a.example/candidates", "https://a.example/candidates", false],
    ["not an address", "not an address", false],
  ])("%s and %s: %s", (remote, open, same) => expect(sameRecordUrl(remote, open)).toBe(same));
});

describe("an answer", () => {
  it("is accepted only for the id that was asked for", () => {
    expect(isAnswerTo({ by: "candidate", value: "42" }, "42")).toBe(true);
    expect(isAnswerTo({ by: "candidate", value: "42" }, "43")).toBe(false);
    expect(isAnswerTo({ by: "application", value: "42" }, null)).toBe(false);
    expect(isAnswerTo({ by: "candidate", value: "AB-1" }, "ab-1")).toBe(true);
    expect(isAnswerTo({ by: "email", value: "a@example.com" }, "7")).toBe(true);
  });
});
