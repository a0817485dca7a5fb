import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { uuid } from "../data/ids";
import { missing, plain } from "./layout";
import { byUrlId, companiesOf } from "./people";
import { listPage, profilePage } from "./profile";
import { hostOf } from "./request";
import { type PageUrls, route, type Site } from "./site";

const FRAME = { ats: "Ashby", look: "ashby", moves: "url-first" } as const;
const CONNECTORS = connectorsOf("ashby");
const CANDIDATE = /^\/(?:.+\/right-side\/)?candidates\/([0-9a-f-]{36})(?:\/applications\/[0-9a-f-]{36}\/feed)?$/;

const jobOf = (person: Person) => uuid(`ashby job ${person.job}`);

function paths(person: Person): string[] {
  const candidate = `candidates/${person.urlId}`;
  const both = `${candidate}/applications/${person.applicationRemoteId}/feed`;
  return [
    `/candidate-searches/new/right-side/${candidate}`,
    `/candidate-searches/new/right-side/${both}`,
    `/candidates/pipeline/application-review/right-side/${both}`,
    `/jobs/${jobOf(person)}/pipeline/right-side/${both}`,
    `/${candidate}`,
  ];
}

const hrefOf = (person: Person) => paths(person)[0] ?? "/";

function answer(company: SandboxIntegration, url: URL): Response | null {
  const say = (heading: string) => () => plain(FRAME.ats, FRAME.look, heading, "Nobody is open here.", company);
  return route(url, [
    [/^\/candidate-searches\/new$/, () => listPage(FRAME, company, "Candidates", paths)],
    [/^\/candidates\/pipeline\/application-review$/, () => listPage(FRAME, company, "Application review", paths)],
    [CANDIDATE, ([id]) => profilePage(FRAME, company, byUrlId(company, id), { hrefOf })],
    [/^\/jobs\/[0-9a-f-]{36}(?:\/pipeline)?$/, say("Job")],
    [/^\/admin\/organizational-settings\/candidate-tags$/, say("Candidate tags")],
  ]);
}

function handle(request: Request): Response {
  if (hostOf(request) === "jobs.ashbyhq.com") return plain("Ashby job board", FRAME.look, "Open job", "A public page.");
  const company = companiesOf(CONNECTORS)[0];
  return (company && answer(company, new URL(request.url))) ?? missing(FRAME.ats, FRAME.look);
}

function examples(company: SandboxIntegration): PageUrls {
  const home = `https://${company.host}`;
  const id = company.people[0]?.urlId ?? "";
  return {
    list: `${home}/candidate-searches/new`,
    candidate: (person) => paths(person).map((path) => home + path),
    refused: [
      `${home}/candidates/pipeline/application-review`,
      `${home}/jobs/${id}`,
      `${home}/admin/organizational-settings/candidate-tags`,
      `https://jobs.ashbyhq.com/heron/${id}`,
    ],
  };
}

/** Ashby: the candidate at the right side of whatever list was open. */
export const ashby: Site = {
  id: FRAME.look,
  name: FRAME.ats,
  connectors: CONNECTORS,
  hosts: (host) => host === "app.ashbyhq.com" || host === "jobs.ashbyhq.com",
  handle,
  examples,
};
