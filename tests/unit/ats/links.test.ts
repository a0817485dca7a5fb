import { describe, expect, it } from "vitest";
import { INTEGRATIONS } from "../../../sandbox/data";
import { pageUrls } from "../../../sandbox/sites";
import { RULES } from "../../../src/ats";
import { CASES } from "../../../src/ats/cases";
import type { Case, Rule } from "../../../src/ats/rule";
import { CONNECTORS } from "../../../src/domain/connector";
import { shows } from "./match-patterns";

/** Examples whose address alone names the candidate. Words written with percent signs are nothing a site links to. */
function named({ url, expect: wanted, facts }: Case): boolean {
  const found = wanted !== null && wanted !== "no-candidate" && !wanted.needsPage && wanted.lookups.length > 0;
  return found && !facts && !/%[2-7][0-9a-f]/i.test(new URL(url).pathname + new URL(url).search);
}

/** Hosts a rule understands but that its patterns leave out: environments and regions nobody has been seen at. */
const inPlace = (rule: Rule, url: string) => shows(rule.matches, url);

/** Below an Odoo record and in its hash routes only the end counts; Greenhouse's public boards share the domain. */
const PATTERNS_CANNOT_TELL = /recruitment-applications\/\d+\/|odoo\.com\/web|\/\/boards\./;

const narrowed = RULES.filter((rule) => rule.links !== undefined).map((rule) => [rule.id, rule] as const);

it("narrows the links of every system whose path names the candidate", () => {
  expect(narrowed.map(([id]) => id).sort()).toEqual([
    "ashby",
    "greenhouse",
    "lever",
    "odoo",
    "smartrecruiters",
    "teamtailor",
    "welcometothejungle",
    "workable",
    "zohorecruit",
  ]);
});

describe.each(narrowed)("links of %s", (id, rule) => {
  const links = rule.links ?? [];
  const companies = INTEGRATIONS.filter(({ connector, host }) => host && CONNECTORS[connector].ats === rule.id);

  it("has the entry on every link that names a candidate", () => {
    const urls = CASES[id].filter(named).map(({ url }) => url);
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls.filter((one) => inPlace(rule, one))) expect(shows(links, url), url).toBe(true);
    for (const { id: of, people } of companies) {
      for (const url of pageUrls(of).candidate(people[0]!)) expect(shows(links, url), url).toBe(true);
    }
  });

  it("has none on links to lists, jobs and settings", () => {
    for (const { id: of } of companies) {
      const elsewhere = [pageUrls(of).list, ...pageUrls(of).refused].filter((url) => !PATTERNS_CANNOT_TELL.test(url));
      expect(elsewhere.length).toBeGreaterThan(2);
      for (const url of elsewhere) expect(shows(links, url), url).toBe(false);
    }
  });
});

describe("the menu", () => {
  const everywhere = RULES.filter(({ id }) => id !== "odoo").flatMap((rule) => [
    ...rule.matches,
    ...(rule.links ?? []),
  ]);

  it.each([
    "https://oak.jobs.hr.cloud.sap/search/?q=engineer",
    "https://oak.jobs.hr.cloud.sap/job/Berlin-Engineer/4711/",
    "https://oak.lms.hr.cloud.sap/learning/user/home.do",
    "https://career10.successfactors.com/careers?company=oak",
    "https://career5.successfactors.eu/career?career_ns=job_listing&company=oak",
    "https://api4.successfactors.com/odata/v2/Candidate(4711)",
    "https://performancemanager.successfactors.eu/LandingPage_logout.html",
  ])("does not show at %s", (url) => expect(shows(everywhere, url)).toBe(false));

  it("shows wherever an example names somebody, at a host its patterns know", () => {
    for (const rule of RULES) {
      const hosts = rule.matches.map((pattern) => pattern.replace(/^(.*?:\/\/[^/]+\/).*$/, "$1*"));
      for (const example of CASES[rule.id].filter((one) => typeof one.expect === "object" && one.expect !== null)) {
        if (shows(hosts, example.url) && !hosts.includes("*://*/*"))
          expect(shows(rule.matches, example.url), example.url).toBe(true);
      }
    }
  });
});
