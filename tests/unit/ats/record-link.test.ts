import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULES } from "../../../src/ats";
import { CASES } from "../../../src/ats/cases";
import { detect } from "../../../src/ats/detect";
import { recordUrl } from "../../../src/ats/record-link";
import { leadsNowhere } from "../../../src/domain/text/links";

const PAGE = "https://acme.odoo.com/odoo/recruitment-applications/18";
const OLD = "http://erp.example.com:8069/web?debug=1#id=18&model=hr.applicant&view_type=form";
const lookUps = (href: string | null) => {
  const found = detect(RULES, href ?? "");
  return found.kind === "candidate" ? found.reference : found.kind;
};

describe("where a record link of Odoo leads", () => {
  it.each([
    [PAGE, { model: "hr.applicant", id: "21" }, "https://acme.odoo.com/odoo/hr.applicant/21"],
    [
      OLD,
      { model: "hr.applicant", id: "21" },
      "http://erp.example.com:8069/web#id=21&model=hr.applicant&view_type=form",
    ],
  ])("on %s", (page, link, url) => {
    expect(recordUrl(page, link)).toBe(url);
    expect(lookUps(url)).toMatchObject({ ats: "odoo", lookups: [{ by: "application", value: "21" }, {}] });
  });

  it("is nobody for a record that is no person", () => {
    for (const model of ["res.partner", "hr.job", "hr.employee"]) {
      expect(lookUps(recordUrl(PAGE, { model, id: "21" })), model).toBe("no-candidate");
    }
  });

  it.each([
    [PAGE, { model: "hr.applicant", id: "" }],
    [PAGE, { model: "hr.applicant", id: "0" }],
    [PAGE, { model: "hr.applicant", id: "21/hr.job/4" }],
    [PAGE, { model: "", id: "21" }],
    [PAGE, { model: "hr/applicant", id: "21" }],
    ["https://erp.example.com/blog", { model: "hr.applicant", id: "21" }],
    ["nonsense", { model: "hr.applicant", id: "21" }],
  ])("is unknown on %s with %j", (page, link) => expect(recordUrl(page, link)).toBeNull());

  it("never leaves the page's own host, whatever the attributes say", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom("hr.applicant", "21", "@evil/"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...CASES.odoo.map(({ url }) => url)), piece, piece, (page, model, id) => {
        const url = recordUrl(page, { model, id });
        if (url !== null) expect(new URL(url).origin).toBe(new URL(page).origin);
      }),
    );
  });
});

describe("a link with an empty hash", () => {
  it.each([PAGE, `${PAGE}#`, OLD])("leads nowhere from %s", (page) => {
    expect(leadsNowhere(new URL("#", page).href, page)).toBe(true);
  });

  it.each([`${PAGE}#top`, PAGE, "https://acme.odoo.com/odoo/hr.applicant/21#", "nonsense#"])("unlike %s", (link) =>
    expect(leadsNowhere(link, PAGE)).toBe(false),
  );
});
