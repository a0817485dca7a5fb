import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { data, html } from "./html";
import { missing, plain, titled } from "./layout";
import { byApplication, companiesOf, emailOf, jobNumber, nameOf } from "./people";
import { listPage, profilePage } from "./profile";
import { hostOf } from "./request";
import { type PageUrls, route, type Site } from "./site";

const FRAME = {
  ats: "SmartRecruiters",
  look: "smartrecruiters",
  moves: "url-first",
  scripts: ["smartrecruiters"],
} as const;
const CONNECTORS = connectorsOf("smartrecruiters");
const UUID = "([0-9a-f-]{36})";

function paths(person: Person): string[] {
  return [
    `/app/people/applications/${person.applicationRemoteId}`,
    `/app/people/applications/${person.applicationRemoteId}/notes`,
    `/app/people/applications/${person.remoteId}`,
    `/app/people/profile/${person.remoteId}`,
    `/app/people/candidates/${person.remoteId}`,
    `/app/people/${person.remoteId}/messages`,
  ];
}

const hrefOf = (person: Person) => paths(person)[0] ?? "/";

/** Name and e-mail are only in shadow roots, which the page's script fills and forgets the data. */
function card(company: SandboxIntegration, person: Person) {
  return html`<section id="st-candidateView" class="card">
${data("candidate", { name: nameOf(person), email: emailOf(person), job: person.job })}
<sr-candidate-header data-job="${jobNumber(company, person.job)}"></sr-candidate-header>
<sr-candidate-personal-info></sr-candidate-personal-info></section>`;
}

function show(company: SandboxIntegration, person: Person | null): Response | null {
  const title = titled("Candidate profile", FRAME.ats);
  return person && profilePage(FRAME, company, person, { hrefOf, title, card: card(company, person) });
}

function answer(company: SandboxIntegration, url: URL): Response | null {
  const everybody = (heading: string) => () => listPage(FRAME, company, heading, paths);
  const say = (heading: string) => () => plain(FRAME.ats, FRAME.look, heading, "Nobody is open here.", company);
  const byCandidate = (id?: string) => company.people.find((one) => one.remoteId === id) ?? null;
  return route(url, [
    [/^\/app\/people(?:\/applications)?\/?$/, everybody("People")],
    [
      new RegExp(`^/app/people/applications/${UUID}(?:/[a-z]+)?/?$`),
      ([id]) => show(company, byApplication(company, id) ?? byCandidate(id)),
    ],
    [new RegExp(`^/app/people/(?:profile|candidates)/${UUID}$`), ([id]) => show(company, byCandidate(id))],
    [new RegExp(`^/app/people/${UUID}/messages$`), ([id]) => show(company, byCandidate(id))],
    [new RegExp(`^/app/jobs/details/${UUID}/people$`), everybody("People of this job")],
    [new RegExp(`^/app/jobs/details/${UUID}$`), say("Job")],
    [new RegExp(`^/app/communities/details/${UUID}/prospects$`), everybody("Prospects")],
    [/^\/app\/interviews\/[\w-]+$/, say("Interview")],
    [/^\/app\/employee-portal\/\w+\/job-applications$/, say("My applications")],
    [/^\/(?:app\/home\/)?$/, say("Home")],
  ]);
}

function handle(request: Request): Response {
  const host = hostOf(request);
  if (/^(jobs|careers)\./.test(host)) return plain("SmartRecruiters jobs", FRAME.look, "Open job", "A public page.");
  const company = companiesOf(CONNECTORS)[0];
  return (company && answer(company, new URL(request.url))) ?? missing(FRAME.ats, FRAME.look);
}

function examples(company: SandboxIntegration): PageUrls {
  const home = `https://${company.host}`;
  const id = company.people[0]?.applicationRemoteId ?? "";
  return {
    list: `${home}/app/people/applications/`,
    candidate: (person) => [
      ...paths(person).map((path) => home + path),
      `https://smartrecruiters.com${hrefOf(person)}`,
    ],
    refused: [
      `${home}/app/home/`,
      `${home}/app/jobs/details/${id}`,
      `${home}/app/jobs/details/${id}/people`,
      `${home}/app/communities/details/${id}/prospects`,
      `${home}/app/interviews/int-001`,
      `${home}/app/people/applications/`,
      "https://jobs.smartrecruiters.com/CedarExample/744000101959216-product-designer",
    ],
  };
}

/** SmartRecruiters: web components, so what a person sees stands in open shadow roots. */
export const smartrecruiters: Site = {
  id: FRAME.look,
  name: FRAME.ats,
  connectors: CONNECTORS,
  hosts: (host) => host === "smartrecruiters.com" || host.endsWith(".smartrecruiters.com"),
  handle,
  examples,
};
