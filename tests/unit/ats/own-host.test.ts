import { describe, expect, it } from "vitest";
import { RULES } from "../../../src/ats";
import { detect } from "../../../src/ats/detect";
import { ownHostPatterns } from "../../../src/ats/own-host";
import { odoo } from "../../../src/ats/systems/odoo";
import { pageFacts } from "./facts";
import { shows } from "./match-patterns";

describe("whose host it is", () => {
  it.each([
    ["https://acme.odoo.com/odoo/hr.applicant/42", "vendor"],
    ["https://acme-1.dev.odoo.com/web#id=42&model=hr.applicant&view_type=form", "vendor"],
    ["https://erp.example.com/odoo/hr.applicant/42", "self-hosted"],
    ["https://evil.example/odoo/hr.applicant/77", "self-hosted"],
    ["http://erp.example.com:8069/web#id=42&model=hr.applicant&view_type=form", "self-hosted"],
    ["https://odoo.com.evil.example/mail/view?model=hr.applicant&res_id=42", null],
    ["https://app.greenhouse.io/people/10", "vendor"],
  ])("of %s: %s", (url, trust) => {
    const found = detect(RULES, url);
    expect("hostTrust" in found ? found.hostTrust : null).toBe(trust);
  });

  it("is said where nobody is open, too", () => {
    expect(detect(RULES, "https://erp.example.com/odoo/recruitment-applications")).toMatchObject({
      hostTrust: "self-hosted",
    });
  });

  it("is the vendor's for every other system", () => {
    for (const rule of RULES.filter((one) => one !== odoo)) expect(rule.ownHost, rule.id).toBeUndefined();
  });
});

describe("the menu on a company's own host", () => {
  const patterns = ownHostPatterns(odoo, "erp.example.com:8069");

  it.each([
    "http://erp.example.com:8069/web#id=3&cids=1&menu_id=165&action=224&model=hr.applicant&view_type=form",
    "https://erp.example.com/web?debug=1#id=3&model=hr.applicant&view_type=form",
    "https://erp.example.com/odoo/recruitment/4/action-216/18",
    "https://erp.example.com/scoped_app/recruitment-applications/7",
    "https://erp.example.com/mail/view?model=hr.applicant&res_id=18",
  ])("shows at %s", (url) => expect(shows(patterns, url)).toBe(true));

  it.each(["https://erp.example.com/shop", "https://erp.example.com/", "https://other.example.com/web"])(
    "does not show at %s",
    (url) => expect(shows(patterns, url)).toBe(false),
  );

  it("is not asked of the vendor's hosts, of other systems, or of what is no host", () => {
    expect(ownHostPatterns(odoo, "acme.odoo.com")).toEqual([]);
    for (const text of ["", "*", "*.com", "erp.example.com/x", "[::1]"])
      expect(ownHostPatterns(odoo, text)).toEqual([]);
    expect(ownHostPatterns(RULES[0]!, "erp.example.com")).toEqual([]);
  });
});

describe("a page that is still being filled", () => {
  const url = "https://acme.odoo.com/odoo/action-223/38";
  const action = JSON.stringify({ res_model: "hr.applicant" });
  const read = (declared: Record<string, string[]>) => detect(RULES, url, pageFacts(url, { title: "Odoo", declared }));

  it("shows nobody yet", () => {
    expect(read({ action: [action] })).toMatchObject({ kind: "no-candidate", filling: true });
    expect(read({})).toMatchObject({ kind: "no-candidate", filling: true });
  });

  it("shows somebody once the form is there", () => {
    expect(read({ action: [action], form: ["o_form_view"], name: ["Ada Example"] })).toMatchObject({
      kind: "candidate",
    });
  });

  it("is not a page about something else", () => {
    const employee = JSON.stringify({ res_model: "hr.employee" });
    expect(read({ action: [employee] })).toMatchObject({ kind: "no-candidate", filling: false, known: true });
    const list = "https://acme.odoo.com/odoo/recruitment-applications";
    expect(detect(RULES, list, pageFacts(list))).toMatchObject({ kind: "no-candidate", filling: false });
  });
});
