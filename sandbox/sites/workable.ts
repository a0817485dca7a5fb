import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { html } from "./html";
import { missing, page, plain, titled } from "./layout";
import { byUrlId, companiesOf, jobNumber } from "./people";
import { listPage, profilePage } from "./profile";
import { hostOf } from "./request";
import { type PageUrls, route, type Site } from "./site";

/** As strict a policy as a page may have: what the extension shows must work under it. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
].join("; ");

const FRAME = {
  ats: "Workable",
  look: "workable",
  moves: "url-first",
  headers: { "content-security-policy": POLICY },
} as const;
const CONNECTORS = connectorsOf("workable");

function pathsIn(company: SandboxIntegration) {
  return (person: Person): string[] => {
    const job = jobNumber(company, person.job);
    return [
      `/backend/jobs/${job}/candidates/${person.urlId}`,
      `/backend/jobs/${job}/browser/applied/candidate/${person.urlId}`,
      `/backend/candidates/db/profile/${person.urlId}`,
      `/backend/candidates/${person.urlId}`,
    ];
  };
}

function recruiterPages(company: SandboxIntegration, url: URL): Response | null {
  const paths = pathsIn(company);
  const hrefOf = (person: Person) => paths(person)[0] ?? "/";
  const say = (heading: string) => () => {
    const main = html`<section class="card"><h1>${heading}</h1><p>Nobody is open here.</p></section>`;
    return page({ ...FRAME, title: titled(heading, FRAME.ats), company, main });
  };
  const everybody = () => listPage(FRAME, company, "Candidates", paths);
  const show = ([id]: readonly string[]) => profilePage(FRAME, company, byUrlId(company, id), { hrefOf });
  return route(url, [
    [/^\/backend\/candidates\/?$/, everybody],
    [/^\/backend\/jobs\/\d+\/browser\/[a-z-]+$/, everybody],
    [/^\/backend\/jobs\/\w+\/(?:candidates|browser\/[a-z-]+\/candidate)\/(\d+)$/, show],
    [/^\/backend\/candidates\/(?:db\/profile\/)?(\d+)$/, show],
    [/^\/backend(?:\/jobs(?:\/\d+)?)?\/?$/, say("Jobs")],
    [/^\/backend\/settings\/integrations$/, say("Integrations")],
  ]);
}

function handle(request: Request): Response {
  const url = new URL(request.url);
  const host = hostOf(request);
  const company = companiesOf(CONNECTORS).find((one) => one.host === host || host === "www.workable.com");
  const recruiting = company ? recruiterPages(company, url) : null;
  if (recruiting) return recruiting;
  const isPublic =
    host === "apply.workable.com" || /^\/(?:$|j\/\w+$|jobs\/\d+(?:\/candidates\/new)?$)/.test(url.pathname);
  return isPublic
    ? plain("Workable careers", FRAME.look, "Open jobs", "A public page.")
    : missing(FRAME.ats, FRAME.look);
}

function examples(company: SandboxIntegration): PageUrls {
  const home = `https://${company.host}`;
  const paths = pathsIn(company);
  return {
    list: `${home}/backend/candidates`,
    candidate: (person) => [
      ...paths(person).map((path) => home + path),
      `https://www.workable.com${paths(person)[0] ?? "/"}`,
    ],
    refused: [
      `${home}/backend/jobs`,
      `${home}/backend/jobs/5000`,
      `${home}/backend/jobs/5000/browser/applied`,
      `${home}/backend/settings/integrations`,
      `${home}/jobs/5000/candidates/new`,
      `${home}/j/03FF356C8B`,
      "https://apply.workable.com/birch/j/03FF356C8B",
    ],
  };
}

/** Workable: the number in the address is not the id its API uses; a strict Content-Security-Policy. */
export const workable: Site = {
  id: FRAME.look,
  name: FRAME.ats,
  connectors: CONNECTORS,
  hosts: (host) => host.endsWith(".workable.com"),
  handle,
  examples,
};
