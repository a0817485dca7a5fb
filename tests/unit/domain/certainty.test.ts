import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreement, linkEvidence } from "../../../src/domain/agreement";
import { certainty, type Grounds, isUniqueId } from "../../../src/domain/certainty";

const UUID = "0e6b06f7-b56c-4507-8da1-9567a7bf6d24";
const grounds = (over: Partial<Grounds> = {}): Grounds => ({
  matchedBy: "candidate",
  remoteId: "4242",
  check: false,
  agreement: "agrees",
  tenant: null,
  boundTo: null,
  integrationId: "greenhouse:A",
  confirmed: false,
  ...over,
});

describe("certainty", () => {
  it.each<[string, Partial<Grounds>, string, string]>([
    ["small number, name on the page", {}, "sure", "agrees"],
    ["small number, other name", { agreement: "differs" }, "refuse", "differs"],
    ["small number, nothing to compare, no tenant", { agreement: "nothing-to-compare" }, "ask", "nothing-to-compare"],
    [
      "small number, nothing to compare, tenant unbound",
      { agreement: "nothing-to-compare", tenant: "acme" },
      "ask",
      "nothing-to-compare",
    ],
    [
      "small number, nothing to compare, tenant bound",
      { agreement: "nothing-to-compare", tenant: "acme", boundTo: "greenhouse:A" },
      "sure",
      "bound",
    ],
    [
      "no tenant: a binding is no proof",
      { agreement: "nothing-to-compare", boundTo: "greenhouse:A" },
      "ask",
      "nothing-to-compare",
    ],
    ["UUID, nothing to compare", { remoteId: UUID, agreement: "nothing-to-compare" }, "sure", "unique-id"],
    ["UUID, other name", { remoteId: UUID, agreement: "differs" }, "refuse", "differs"],
    ["tenant of another integration", { tenant: "acme", boundTo: "greenhouse:B" }, "refuse", "other-tenant"],
    ["half the name", { agreement: "partly" }, "ask", "partly-agrees"],
    ["derived id, page agrees", { check: true }, "sure", "agrees"],
    ["derived id, nothing to compare", { check: true, agreement: "nothing-to-compare" }, "refuse", "differs"],
    ["derived id, half the name", { check: true, agreement: "partly" }, "refuse", "differs"],
    ["first time by e-mail", { matchedBy: "email", remoteId: null }, "ask", "first-by-email"],
    ["e-mail confirmed before", { matchedBy: "email", remoteId: null, confirmed: true }, "sure", "confirmed"],
    [
      "confirmed before, but the page shows somebody else",
      { confirmed: true, agreement: "differs" },
      "refuse",
      "differs",
    ],
    ["token search", { matchedBy: "token" }, "ask", "first-by-token"],
    ["by hand", { matchedBy: "hand", agreement: "differs" }, "ask", "by-hand"],
  ])("%s", (_what, over, level, reason) => {
    expect(certainty(grounds(over))).toEqual({ level, reason });
  });

  const anyGrounds = fc.record<Grounds>({
    matchedBy: fc.constantFrom("candidate", "application", "email", "token", "shape", "hand"),
    remoteId: fc.option(fc.constantFrom("1", "4242", UUID)),
    check: fc.boolean(),
    agreement: fc.constantFrom("agrees", "partly", "differs", "nothing-to-compare"),
    tenant: fc.option(fc.constantFrom("acme", "umbrella")),
    boundTo: fc.option(fc.constantFrom("greenhouse:A", "greenhouse:B")),
    integrationId: fc.constantFrom("greenhouse:A", "greenhouse:B"),
    confirmed: fc.boolean(),
  });

  it("is never sure when the page shows somebody else", () => {
    fc.assert(
      fc.property(anyGrounds, (one) => {
        fc.pre(one.agreement === "differs" && one.matchedBy !== "hand");
        expect(certainty(one).level).toBe("refuse");
      }),
    );
  });

  it("is never sure across tenants", () => {
    fc.assert(
      fc.property(anyGrounds, (one) => {
        fc.pre(one.tenant !== null && one.boundTo !== null && one.boundTo !== one.integrationId);
        expect(certainty(one).level).toBe("refuse");
      }),
    );
  });

  it("is never sure of a small number with nothing to compare, unless a person or a tenant vouches", () => {
    fc.assert(
      fc.property(anyGrounds, (one) => {
        fc.pre(one.agreement === "nothing-to-compare" && !one.confirmed && one.remoteId !== UUID);
        fc.pre(!(one.tenant && one.boundTo === one.integrationId));
        expect(certainty(one).level).not.toBe("sure");
      }),
    );
  });
});

describe("agreement", () => {
  const ada = { name: "Ada Example", emails: ["ada@example.com"] };
  const evidence = (over: object) => ({ names: [], emails: [], title: "", text: "", ...over });
  it.each<[string, object, string]>([
    ["the title", { title: "Ada Example - Greenhouse" }, "agrees"],
    ["surname first", { title: "Example, Ada | ATS" }, "agrees"],
    ["accents and case", { text: "ADÁ EXAMPLE is here" }, "agrees"],
    ["a middle name", { text: "Ada Maria Example" }, "agrees"],
    ["an e-mail", { emails: ["ADA@example.com"], text: "A. E." }, "agrees"],
    ["somebody else", { title: "Ben Sample", text: "Ben Sample, engineer" }, "differs"],
    ["a declared name beats a list beside it", { names: ["Ben Sample"], text: "Ada Example, Ben Sample" }, "differs"],
    ["words scattered over a list", { text: "Ada Other and a few more people such as Cem Example" }, "partly"],
    ["a nickname", { names: ["Addie Example"] }, "partly"],
    ["an empty page", {}, "nothing-to-compare"],
    ["a page that is loading", { title: "Loading…" }, "nothing-to-compare"],
  ])("%s", (_what, over, expected) => {
    expect(agreement(ada, evidence(over))).toBe(expected);
  });

  it("compares a link's text and takes a bare number for nothing", () => {
    expect(agreement(ada, linkEvidence("Ada Example"))).toBe("agrees");
    expect(agreement(ada, linkEvidence("Ben Sample"))).toBe("differs");
    expect(agreement(ada, linkEvidence(""))).toBe("nothing-to-compare");
  });
});

describe("isUniqueId", () => {
  it.each([
    [UUID, true],
    ["wttj-d655345409a6097309156b05", true],
    ["4242", false],
    ["67512000001234567", false],
    ["ce4da98", false],
  ])("%s: %s", (id, expected) => expect(isUniqueId(id)).toBe(expected));
});
