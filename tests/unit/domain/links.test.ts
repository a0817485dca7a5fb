import { describe, expect, it } from "vitest";
import { differInOneId, leadsNowhere } from "../../../src/domain/text/links";

const PAGE = "https://acme.odoo.com/odoo/recruitment-applications/7";
describe("a link that is the page itself", () => {
  it.each<[string, string, boolean]>([
    [`${PAGE}#`, PAGE, true],
    [`${PAGE}#`, `${PAGE}#id=42`, true],
    [`${PAGE}#notes`, PAGE, false],
    [PAGE, PAGE, false],
    ["https://acme.odoo.com/odoo/recruitment-applications/8#", PAGE, false],
    ["javascript:void 0", PAGE, false],
    ["no address", PAGE, false],
  ])("%s on %s", (href, page, expected) => expect(leadsNowhere(href, page)).toBe(expected));
});

it("two addresses of two people differ in one id; two pages of one person do not", () => {
  const host = "https://app.example.com";
  expect(differInOneId(`${host}/people/42`, `${host}/people/43`)).toBe(true);
  expect(differInOneId(`${host}/p/ada-example`, `${host}/p/ben-sample`)).toBe(true);
  expect(differInOneId(`${host}/people/42`, `${host}/people/42?application_id=7`)).toBe(false);
  expect(differInOneId(`${host}/people/42/notes`, `${host}/people/42/emails`)).toBe(false);
  expect(differInOneId(`${host}/people/42`, `${host}/jobs/7`)).toBe(false);
});
