import { describe, expect, it } from "vitest";
import { INTEGRATIONS, type Person } from "../../../sandbox/data";
import { HOSTILE_URL, isSiteHost, pageUrls, sites, unknownUrl } from "../../../sandbox/sites";
import { carries, visit } from "./visit";

const BY_EMAIL = ["workday", "successfactors", "onlyfy", "erecruiter", "recruhr", "avionte"];

function first(connector: string): Person {
  const person = pageUrls(connector).company.people[0];
  if (!person) throw new Error(`nobody in ${connector}`);
  return person;
}

const everyday = (connector: string) => pageUrls(connector).candidate(first(connector))[0] ?? "";

describe("what misleads on the pages", () => {
  it.each(BY_EMAIL)("%s shows addresses that are not the candidate's", async (connector) => {
    const { text } = await visit(everyday(connector));
    for (const address of ["recruiter", "colleague", "support"]) expect(text).toContain(`${address}@example.org`);
    expect(text).toContain("referee@example.net");
  });

  it.each(BY_EMAIL)("%s has a page with two candidates' addresses", async (connector) => {
    const { company, twoCandidates } = pageUrls(connector);
    const { status, text } = await visit(twoCandidates ?? "");
    expect(status).toBe(200);
    for (const person of company.people.slice(0, 2)) expect(text).toContain(`mailto:${person.emails[0]}`);
  });

  it("keeps SmartRecruiters' name and e-mail out of the markup", async () => {
    const person = first("smartrecruiters");
    const { text } = await visit(everyday("smartrecruiters"));
    const markup = text.replace(/<script type="application\/json".*?<\/script>/s, "");
    expect(carries(markup, person)).toBe(false);
    expect(markup).not.toContain(person.emails[0]);
  });
});

describe("Teamtailor", () => {
  it("hides the person behind a pseudonym at an anonymous stage, and nobody else", async () => {
    const { company, hidden } = pageUrls("teamtailor");
    const person = company.people[0]!;
    const { status, text } = await visit(hidden?.(person) ?? "");
    expect(status).toBe(200);
    expect(text).toMatch(/<title>Cornflower Platypus - /);
    expect(text).not.toContain(`<h1>${person.firstName}`);
    expect(text).not.toContain(person.emails[0]);
  });
});

describe("Workable", () => {
  it("sends a strict policy on recruiter pages and needs nothing inline", async () => {
    const { headers, text } = await visit(everyday("workable"));
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(text).not.toMatch(/<style|\sstyle=|<script>|\son\w+=/);
  });
});

describe("Zoho Recruit", () => {
  const { company } = pageUrls("zohorecruit");
  const home = `https://${company.host}/recruit/${company.tenant}`;

  it("lists applications whose rows know the candidate", async () => {
    const person = first("zohorecruit");
    const { text } = await visit(`${home}/tab/Applications`);
    expect(text).toContain(`<tr id="${person.applicationRemoteId}"`);
    expect(text).toContain(`&quot;candId&quot;:&quot;${person.urlId}&quot;`);
  });

  it("answers the quick view with a piece that names its record", async () => {
    const person = first("zohorecruit");
    const query = `module=Leads&submodule=Applications&id=${person.applicationRemoteId}`;
    const { text } = await visit(`${home}/ShowEntityInfo.do?${query}`);
    expect(text).toContain('id="qv-main-container"');
    expect(text).toContain(`&quot;id&quot;:&quot;${person.applicationRemoteId}&quot;`);
    expect(carries(text, person)).toBe(true);
  });
});

describe("SuccessFactors", () => {
  const { company } = pageUrls("successfactors");
  const address = `https://${company.host}/xi/ui/rcmcandidate/pages/candidateProfile.xhtml?bplte_company=ivy`;
  const person = company.people[1];
  if (!person) throw new Error("nobody there");

  it("opens a candidate by a form, so that the address holds no id, and remembers it", async () => {
    const body = new URLSearchParams({ candidateId: person.urlId });
    const response = await sites()(new Request(address, { method: "POST", body }));
    expect(carries(await response.text(), person)).toBe(true);
    const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(carries((await visit(address, { cookie })).text, person)).toBe(true);
  });

  it("opens nobody before", async () => {
    expect((await visit(address)).status).toBe(404);
  });
});

describe("Workday", () => {
  it("understands an encoded dollar sign", async () => {
    const person = first("workday");
    const encoded = everyday("workday").replaceAll("$", "%24");
    expect(carries((await visit(encoded)).text, person)).toBe(true);
  });
});

describe("pages of no known ATS", () => {
  it("show Greenhouse's people at an unknown system, with a secret in the address", async () => {
    const person = first("greenhouse");
    const address = unknownUrl(person);
    expect(address).toContain(person.remoteId);
    expect(address).toContain("session_token=secret123");
    expect(carries((await visit(address)).text, person)).toBe(true);
    expect((await visit("https://jobs.unknown-ats.test/people")).status).toBe(200);
  });

  it("include a hostile one", async () => {
    expect((await visit(HOSTILE_URL)).text).toContain("/stand-in/hostile.js");
    expect((await visit(`${HOSTILE_URL}stand-in/hostile.js`)).text).toContain("__attempts");
  });

  it("answer 404 at a host that is nobody's", async () => {
    expect(isSiteHost("api.kombo.dev")).toBe(false);
    expect(isSiteHost("app.greenhouse.io.evil.test")).toBe(false);
    expect((await visit("https://app.greenhouse.io.evil.test/people/4242")).status).toBe(404);
  });
});

describe("style and scripts", () => {
  it("are served on every host, and nothing beside them", async () => {
    for (const { host } of INTEGRATIONS) {
      if (host)
        expect((await visit(`https://${host}/stand-in/style.css`)).headers.get("content-type")).toContain("css");
    }
    expect((await visit("https://hire.lever.co/stand-in/nothing.js")).status).toBe(404);
    expect((await visit("https://hire.lever.co/stand-in/..%2findex.ts")).status).toBe(404);
  });

  it("every script a page names exists", async () => {
    for (const { connector } of INTEGRATIONS.filter((one) => one.host)) {
      const address = everyday(connector);
      const { text } = await visit(address);
      const sources = [...text.matchAll(/<script src="([^"]+)"/g)].map((match) => match[1] ?? "");
      for (const source of sources) expect((await visit(new URL(source, address).href)).status, source).toBe(200);
    }
  });
});
