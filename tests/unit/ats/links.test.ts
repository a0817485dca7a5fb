import { describe, expect, it } from "vitest";
import { INTEGRATIONS } from "../../../sandbox/data";
import { pageUrls } from "../../../sandbox/sites";
import { RULES } from "../../../src/ats";
import { CASES } from "../../../src/ats/cases";
import type { Case, Rule } from "../../../src/ats/rule";

const glob = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");

/** A match pattern as browsers read it: scheme, host with `*.` in front of any sub-domain, path with the query; no hash. */
function matches(pattern: string, href: string): boolean {
  const [, scheme, host = "", path] = /^(\*|https?):\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  if (!scheme || !path) throw new Error(`no match pattern: ${pattern}`);
  const url = new URL(href);
  const schemes = scheme === "*" ? ["http:", "https:"] : [`${scheme}:`];
  const domain = host.replace(/^\*\./, "");
  const onHost = host === "*" || url.hostname === domain || (host !== domain && url.hostname.endsWith(`.${domain}`));
  return schemes.includes(url.protocol) && onHost && new RegExp(`^${glob(path)}$`, "s").test(url.pathname + url.search);
}

const shows = (patterns: readonly string[], href: string) => patterns.some((pattern) => matches(pattern, href));

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
  const companies = INTEGRATIONS.filter(({ connector, host }) => host && rule.connectors.includes(connector));

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
