import { describe, expect, it } from "vitest";
import { detect, readsFor } from "../../../src/ats/detect";
import { RULES } from "../../../src/ats/index";
import type { Rule } from "../../../src/ats/rule";
import type { PageEmail } from "../../../src/domain/facts";
import { pageFacts } from "./facts";

const PERSON = "https://app.greenhouse.io/people/10";
const byId = { by: "candidate", value: "10" };
const email = (address: string, candidateLike = false): PageEmail => ({ address, place: "text", candidateLike });

function lookUps(url: string, emails: readonly PageEmail[], own?: readonly string[], rules: readonly Rule[] = RULES) {
  const detection = detect(rules, url, pageFacts(url, { emails }), own);
  return detection.kind === "candidate" ? detection.reference.lookups : detection.kind;
}

/** A rule whose addresses carry no id, as some systems' do. */
const blind: Rule = {
  id: "onlyfy",
  matches: [],
  read: ({ url }) => (url.hostname === "blind.test" ? { kind: "needs-page", tenant: "t", lookups: [] } : null),
};

describe("what is an address", () => {
  it.each([
    "",
    " ",
    "people/10",
    "javascript:alert(1)",
    "about:blank",
    "chrome://extensions",
    "https://",
    "https://[",
    "%",
    "\u0000",
    "data:text/html,https://app.greenhouse.io/people/10",
    "file:///people/10",
    "ftp://app.greenhouse.io/people/10",
    "blob:https://app.greenhouse.io/people/10",
    "view-source:https://app.greenhouse.io/people/10",
  ])("answers %j with unknown", (text) => expect(detect(RULES, text)).toEqual({ kind: "unknown" }));

  it("takes no address with a user name in it", () => {
    expect(detect(RULES, "https://app.greenhouse.io:x@erp.example.com/odoo/hr.applicant/42").kind).toBe("unknown");
    expect(detect(RULES, "https://ada@app.greenhouse.io/people/10").kind).toBe("unknown");
  });

  it("takes the host in any case and with a port", () => {
    for (const url of ["https://APP.Greenhouse.IO/people/10", "https://app.greenhouse.io:8443/people/10"]) {
      expect(detect(RULES, url)).toMatchObject({
        kind: "candidate",
        reference: { ats: "greenhouse", lookups: [byId] },
      });
    }
  });

  it("lives with broken encodings", () => {
    expect(detect(RULES, "https://app.greenhouse.io/people/%E0%A4%A").kind).toBe("no-candidate");
    expect(detect(RULES, "https://app.greenhouse.io/%/people/10?%=%E0#%").kind).toBe("no-candidate");
  });
});

describe("with the facts of the page", () => {
  it("asks for the page's e-mails last, likely places first, each once, at most five", () => {
    const emails = [email("c@example.com"), email("Ada@Example.com", true), email("ada@example.com")];
    const more = ["d", "e", "f", "g"].map((name) => email(`${name}@example.com`));
    expect(lookUps(PERSON, [...emails, ...more])).toEqual([
      byId,
      { by: "email", value: "ada@example.com" },
      ...["c", "d", "e", "f"].map((name) => ({ by: "email", value: `${name}@example.com`, secondary: true })),
    ]);
  });

  it("leaves the recruiter's own addresses out, but nobody else of that company", () => {
    const emails = [email("me@example.org", true), email("inside@example.org")];
    expect(lookUps(PERSON, emails, [" Me@Example.org"])).toEqual([byId, { by: "email", value: "inside@example.org" }]);
  });

  it.each(["no address", "@example.com", "a@b", "a@example.", "a b@example.com", `${"a".repeat(250)}@example.com`])(
    "does not ask for %j",
    (text) => expect(lookUps(PERSON, [email(text)])).toEqual([byId]),
  );

  it("asks for no e-mail where the rule does not want it", () => {
    const rules: Rule[] = [
      {
        ...blind,
        pageEmail: "none",
        read: () => ({ kind: "candidate", tenant: null, lookups: [{ by: "candidate", value: "1" }] }),
      },
    ];
    expect(lookUps("https://blind.test/", [email("ada@example.com")], [], rules)).toEqual([
      { by: "candidate", value: "1" },
    ]);
  });

  it("finds by e-mail alone where addresses carry no id", () => {
    const url = "https://blind.test/x";
    expect(detect([blind], url, pageFacts(url, { emails: [email("ada@example.com")] }))).toEqual({
      kind: "candidate",
      rule: blind,
      reference: { ats: "onlyfy", tenant: "t", lookups: [{ by: "email", value: "ada@example.com" }] },
      needsPage: true,
      hostTrust: "vendor",
      anonymous: false,
    });
    expect(detect([blind], url)).toMatchObject({ kind: "candidate", needsPage: true, reference: { lookups: [] } });
  });

  it("says that nobody is open when the page was asked and gave nothing", () => {
    expect(lookUps("https://blind.test/x", [])).toBe("unknown");
    expect(lookUps("https://blind.test/x", [], [], [blind])).toBe("no-candidate");
  });

  it("asks for no e-mail where no candidate is open", () => {
    expect(lookUps("https://app.greenhouse.io/people", [email("ada@example.com", true)])).toBe("no-candidate");
  });
});

describe("a page that moved on", () => {
  it("names nobody when it moved while it was read", () => {
    const facts = pageFacts(PERSON, { urlAfter: "https://app.greenhouse.io/people/11" });
    expect(detect(RULES, PERSON, facts)).toEqual({ kind: "navigated" });
    expect(detect(RULES, "https://app.greenhouse.io/people/11", facts)).toEqual({ kind: "navigated" });
  });

  it("names nobody when the facts are another page's", () => {
    expect(detect(RULES, PERSON, pageFacts("https://app.greenhouse.io/people/11"))).toEqual({ kind: "navigated" });
    expect(detect(RULES, PERSON, pageFacts("nonsense"))).toEqual({ kind: "navigated" });
  });
});

describe("what to read", () => {
  it("is the rule's own list, and nothing on pages no rule knows", () => {
    expect(Object.keys(readsFor(RULES, "https://acme.odoo.com/odoo/action-1/2"))).toContain("action");
    expect(readsFor(RULES, "https://example.com/")).toEqual({});
    expect(readsFor(RULES, "nonsense")).toEqual({});
  });
});
