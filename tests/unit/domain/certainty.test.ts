import { describe, expect, it } from "vitest";
import type { Agreement } from "../../../src/domain/agreement";
import { certainty, type Grounds, isUniqueId } from "../../../src/domain/certainty";
import { agreed, GROUNDS, UUID } from "./grounds";

const nothing = agreed("nothing-to-compare", null);
const bound = { tenant: "acme", boundTo: "greenhouse:A" };
const doubtful: Agreement = { kind: "agrees", place: "mention", isDoubtful: true };

describe("certainty", () => {
  it.each<[string, Partial<Grounds>, string, string]>([
    ["small number, name on the page", {}, "sure", "agrees"],
    ["small number, other name", { agreement: agreed("differs") }, "refuse", "differs"],
    ["small number, nothing to compare, no tenant", { agreement: nothing }, "ask", "nothing-to-compare"],
    ["nothing to compare, unbound tenant", { agreement: nothing, tenant: "acme" }, "ask", "nothing-to-compare"],
    ["nothing to compare, bound tenant", { agreement: nothing, ...bound }, "sure", "bound"],
    ["no tenant: a binding is no proof", { agreement: nothing, boundTo: "greenhouse:A" }, "ask", "nothing-to-compare"],
    ["a binding of 1.0.0 asks", { agreement: nothing, ...bound, isOldBinding: true }, "ask", "old-binding"],
    ["UUID, nothing to compare", { remoteId: UUID, agreement: nothing }, "sure", "unique-id"],
    ["UUID, other name", { remoteId: UUID, agreement: agreed("differs") }, "refuse", "differs"],
    ["UUID, half the name", { remoteId: UUID, agreement: agreed("partly") }, "ask", "partly-agrees"],
    ["bound tenant, half the name", { ...bound, agreement: agreed("partly") }, "ask", "partly-agrees"],
    ["bound tenant, somebody else's title", { ...bound, agreement: agreed("other-name") }, "ask", "other-name"],
    ["two declared people", { ...bound, agreement: agreed("two-people"), confirmed: true }, "ask", "two-people"],
    ["parts swapped, no tenant", { agreement: agreed("agrees-swapped") }, "ask", "partly-agrees"],
    ["parts swapped, bound tenant", { ...bound, agreement: agreed("agrees-swapped") }, "sure", "bound"],
    ["a longer name, no tenant", { agreement: agreed("contains") }, "ask", "partly-agrees"],
    ["a longer name, UUID without a tenant", { remoteId: UUID, agreement: agreed("contains") }, "ask", "partly-agrees"],
    ["a longer name, bound tenant", { ...bound, agreement: agreed("contains") }, "sure", "bound"],
    ["only mentioned, no tenant", { agreement: doubtful }, "ask", "partly-agrees"],
    ["only mentioned, bound tenant", { ...bound, agreement: doubtful }, "sure", "bound"],
    ["tenant of another integration", { tenant: "acme", boundTo: "greenhouse:B" }, "refuse", "other-tenant"],
    [
      "the same, picked, and the page agrees",
      { tenant: "acme", boundTo: "greenhouse:B", isPicked: true },
      "ask",
      "rebind",
    ],
    [
      "the same, picked, and nothing agrees",
      { tenant: "acme", boundTo: "greenhouse:B", isPicked: true, agreement: nothing },
      "refuse",
      "other-tenant",
    ],
    [
      "another's binding of 1.0.0",
      { tenant: "acme", boundTo: "greenhouse:B", isOldBinding: true },
      "ask",
      "old-binding",
    ],
    ["derived id, page agrees", { needsPageMatch: true }, "sure", "agrees"],
    ["derived id, only mentioned", { needsPageMatch: true, agreement: doubtful }, "ask", "partly-agrees"],
    ["derived id, nothing to compare", { needsPageMatch: true, agreement: nothing }, "refuse", "differs"],
    ["derived id, half the name", { needsPageMatch: true, agreement: agreed("partly") }, "refuse", "differs"],
    ["first time by e-mail", { matchedBy: "email", remoteId: null }, "ask", "first-by-email"],
    ["e-mail confirmed before", { matchedBy: "email", remoteId: null, confirmed: true }, "sure", "confirmed"],
    [
      "e-mail confirmed before, name only mentioned",
      { matchedBy: "email", remoteId: null, confirmed: true, agreement: doubtful },
      "ask",
      "first-by-email",
    ],
    ["confirmed, but somebody else", { confirmed: true, agreement: agreed("differs") }, "refuse", "differs"],
    ["confirmed without a tenant, partly", { confirmed: true, agreement: agreed("partly") }, "ask", "partly-agrees"],
    ["confirmed without a tenant, nothing", { confirmed: true, agreement: nothing }, "ask", "nothing-to-compare"],
    [
      "confirmed with a tenant, partly",
      { ...bound, confirmed: true, agreement: agreed("partly") },
      "sure",
      "confirmed",
    ],
    [
      "confirmed without a tenant, longer name",
      { confirmed: true, agreement: agreed("contains") },
      "sure",
      "confirmed",
    ],
    ["token search", { matchedBy: "url-id" }, "ask", "first-by-url-id"],
    ["by hand", { matchedBy: "hand", agreement: agreed("differs") }, "ask", "by-hand"],
    ["a host met first", { isTrustedHost: false, ...bound }, "ask", "new-host"],
    ["a host met first, other name", { isTrustedHost: false, agreement: agreed("differs") }, "refuse", "differs"],
    ["hidden name, bound", { ...bound, isAnonymised: true, agreement: agreed("differs") }, "ask", "anonymised"],
    ["hidden name, nothing shown", { ...bound, isAnonymised: true, agreement: nothing }, "ask", "anonymised"],
    [
      "hidden name, unbound, nothing shown",
      { tenant: "acme", isAnonymised: true, agreement: nothing },
      "refuse",
      "differs",
    ],
    [
      "hidden name, unbound, a title",
      { tenant: "acme", isAnonymised: true, agreement: agreed("other-name") },
      "refuse",
      "differs",
    ],
    [
      "hidden name, an id that is only a guess",
      { ...bound, isAnonymised: true, needsPageMatch: true, agreement: agreed("contains") },
      "refuse",
      "differs",
    ],
    ["hidden name, unbound", { tenant: "acme", isAnonymised: true, agreement: agreed("differs") }, "refuse", "differs"],
  ])("%s", (_what, over, level, reason) => {
    expect(certainty({ ...GROUNDS, ...over })).toEqual({ level, reason });
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
