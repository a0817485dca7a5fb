import { describe, expect, it } from "vitest";
import { INTEGRATIONS } from "../../../sandbox/data";
import { pageUrls } from "../../../sandbox/sites";
import { RULES } from "../../../src/ats";
import { detect } from "../../../src/ats/detect";
import { urlIdsOf } from "../../../src/ats/url-ids";
import { pageFacts } from "./facts";

const ID = "ca9012ef-1e95-4b3f-a32a-02ae2d9c3da5";

/** Whether the address of a page without candidate would be searched for ids. */
function isSearched(url: string, withFacts = true): boolean {
  const found = detect(RULES, url, withFacts ? pageFacts(url, {}) : undefined);
  return found.kind === "no-candidate" && !found.known && urlIdsOf(url).length > 0;
}

describe("a page known to be something else is not searched for ids", () => {
  it.each([
    `https://hire.lever.co/jobs/${ID}`,
    "https://app.greenhouse.io/sdash/4242",
    "https://app.greenhouse.io/plans/4242/candidates",
    "https://app.greenhouse.io/scorecards/4242/edit",
    `https://app.ashbyhq.com/jobs/${ID}/pipeline`,
    `https://www.smartrecruiters.com/app/jobs/details/${ID}/people`,
    "https://acme.odoo.com/odoo/recruitment-applications/42/hr.job/4711",
    "https://acme.odoo.com/odoo/res.users/4711",
    "https://recruit.zoho.eu/recruit/org20099887766/EntityInfo.do?module=Clients&id=31529000000420001",
    "https://recruit.zoho.eu/recruit/org20099887766/ShowTab.do?module=Candidates&cvid=31529000000099001",
    "https://performancemanager5.successfactors.eu/acme?fbacme_n=recruiting&recruiting_ns=jobreqDetail&recruiting_mode=18201",
    "https://app.recruitee.com/#/offers/product-designer-4711/pipeline",
    "https://birch.workable.com/backend/jobs/5000",
    "https://kestrel.erecruiter.net/Job/Details/70201",
  ])("%s", (url) => {
    expect(detect(RULES, url).kind).toBe("no-candidate");
    expect(isSearched(url)).toBe(false);
  });

  it("nor is any page of the stand-ins where nobody is open", () => {
    for (const { id } of INTEGRATIONS.filter(({ host }) => host !== null)) {
      for (const url of [pageUrls(id).list, ...pageUrls(id).refused]) expect(isSearched(url, false), url).toBe(false);
    }
  });
});

describe("an address of unknown shape on a known host is searched", () => {
  it.each([
    "https://app.greenhouse.io/review/4242",
    "https://app.greenhouse.io/x/people/4242",
    `https://hire.lever.co/inspect/${ID}`,
    `https://app.ashbyhq.com/peek?person=${ID}`,
    "https://acme.odoo.com/odoo/action-300/4711",
    `https://www.smartrecruiters.com/app/talent/${ID}`,
    "https://recruit.zoho.eu/recruit/org20099887766/NewView?record=31529000000420001",
    "https://hazel.myavionte.com/staff/person/412201",
  ])("%s", (url) => expect(isSearched(url)).toBe(true));
});
