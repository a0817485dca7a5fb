import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { html } from "./html";
import { fields, list, mailto, missing, notes, page, pager, plain, sidebar, titled } from "./layout";
import { byApplication, byUrlId, companiesOf, jobNumber, nameOf } from "./people";
import { cookieOf, hostOf } from "./request";
import { type PageUrls, route, type Site } from "./site";

const ATS = "Greenhouse";
const CONNECTORS = connectorsOf("greenhouse");
const PUBLIC = /^(boards|job-boards|boards\.eu|job-boards\.eu)\.greenhouse\.io$/;
const SHARED = /^app\d*(\.eu)?\.greenhouse\.io$/;

/** The part of a company's own address before `.greenhouse.io`. */
export function subdomainOf(company: SandboxIntegration): string {
  return company.tenant ?? company.organisation.toLowerCase().replace(/[^a-z].*$/, "");
}

const numberOf = (company: SandboxIntegration) => companiesOf(CONNECTORS).indexOf(company) + 1;

/**
 * One host serves every company: which one is shown depends on who is signed in. The cookie `company=<n>` stands for
 * the session, `?as=<n>` for signing in; a company's own subdomain needs neither.
 */
function companyFor(request: Request, url: URL): SandboxIntegration | null {
  const host = hostOf(request);
  const companies = companiesOf(CONNECTORS);
  if (!SHARED.test(host)) return companies.find((one) => `${subdomainOf(one)}.greenhouse.io` === host) ?? null;
  const number = Number(url.searchParams.get("as") ?? cookieOf(request, "company") ?? 1);
  return companies[number - 1] ?? companies[0] ?? null;
}

function paths(person: Person): string[] {
  const { urlId, applicationRemoteId } = person;
  return [
    `/people/${urlId}`,
    `/people/${urlId}?application_id=${applicationRemoteId}`,
    `/people/${urlId}/applications/${applicationRemoteId}`,
    `/people/${urlId}/applications/${applicationRemoteId}/redesign`,
    `/guides/123/people/${urlId}?application_id=${applicationRemoteId}`,
    `/applications/${applicationRemoteId}`,
    `/candidates/${urlId}?application_id=${applicationRemoteId}`,
  ];
}

const hrefOf = (person: Person) => `/people/${person.urlId}`;

function profile(company: SandboxIntegration, person: Person | null, hostile: boolean): Response | null {
  if (!person) return null;
  const main = html`${pager(company, person, hrefOf)}
<section class="card person" data-person-id="${person.urlId}"><h3 class="name"><span>${nameOf(person)}</span></h3>
<p class="hiring-plan"><a href="/sdash/${jobNumber(company, person.job)}">${person.job}</a></p>
${fields([["E-mail", mailto(person)]])}</section>
${notes()}${sidebar(company, person, hrefOf)}`;
  const title = titled(nameOf(person), ATS);
  return page({ ats: ATS, look: "greenhouse", title, company, main, scripts: hostile ? ["hostile"] : [] });
}

function answer(company: SandboxIntegration, url: URL): Response | null {
  const hostile = url.searchParams.has("hostile");
  const show = (person: Person | null) => profile(company, person, hostile);
  const say = (heading: string) => () => plain(ATS, "greenhouse", heading, "Nobody is open here.", company);
  return route(url, [
    [
      /^\/people\/?$/,
      () =>
        page({
          ats: ATS,
          look: "greenhouse",
          title: titled("Candidates", ATS),
          company,
          main: list(company, "Candidates", paths),
        }),
    ],
    [/^\/people\/new$/, say("Add candidate")],
    [/^\/people\/bulk\/print_resumes$/, say("Print résumés")],
    [/^\/people\/(\d+)(?:\/applications\/(\d+)(?:\/redesign)?)?\/?$/, ([id]) => show(byUrlId(company, id))],
    [/^\/guides\/\d+\/people\/(\d+)$/, ([id]) => show(byUrlId(company, id))],
    [/^\/candidates\/(\d+)$/, ([id]) => show(byUrlId(company, id))],
    [/^\/applications\/(\d+)$/, ([id]) => show(byApplication(company, id))],
    [/^\/(?:dashboard)?$/, say("Dashboard")],
    [/^\/(?:alljobs|sdash(?:\/\d+)?|plans\/\d+)$/, say("Jobs")],
    [/^\/scorecards\/\d+(?:\/edit)?$/, say("Scorecard")],
    [/^\/users\/sign_in$/, say("Sign in")],
  ]);
}

function handle(request: Request): Response {
  const url = new URL(request.url);
  if (PUBLIC.test(hostOf(request))) return plain("Greenhouse job board", "greenhouse", "Open jobs", "A public page.");
  const company = companyFor(request, url);
  const response = (company && answer(company, url)) ?? missing(ATS, "greenhouse");
  const as = url.searchParams.get("as");
  if (as && /^\d+$/.test(as)) response.headers.append("set-cookie", `company=${as}; Path=/`);
  return response;
}

function examples(company: SandboxIntegration): PageUrls {
  const own = `https://${subdomainOf(company)}.greenhouse.io`;
  const number = numberOf(company);
  const as = (path: string) => (number === 1 ? path : `${path}${path.includes("?") ? "&" : "?"}as=${number}`);
  const signedIn = (path: string) => (company.tenant ? own + path : `https://app.greenhouse.io${as(path)}`);
  const first = company.people[0];
  return {
    list: signedIn("/people"),
    candidate: (person) => [...paths(person).map(signedIn), ...(company.tenant ? [] : [own + hrefOf(person)])],
    refused: [
      signedIn("/dashboard"),
      signedIn("/people"),
      signedIn("/people/new"),
      signedIn("/sdash/5000"),
      `${own}/users/sign_in`,
      `https://boards.greenhouse.io/people/${first?.urlId ?? "1"}`,
    ],
  };
}

/** Greenhouse: pages load one by one; two companies with the same ids share one host. */
export const greenhouse: Site = {
  id: "greenhouse",
  name: ATS,
  connectors: CONNECTORS,
  hosts: (host) => host === "greenhouse.io" || host.endsWith(".greenhouse.io"),
  handle,
  examples,
};
