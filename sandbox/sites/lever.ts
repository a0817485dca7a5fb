import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { html } from "./html";
import { fields, list, mailto, missing, notes, page, pager, plain, redirect, sidebar, titled } from "./layout";
import { byApplication, byUrlId, companiesOf, jobNumber, nameOf } from "./people";
import { hostOf } from "./request";
import { type PageUrls, route, type Site } from "./site";

const ATS = "Lever";
const LOOK = "lever";
const CONNECTORS = connectorsOf("lever");
const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

function paths({ urlId, applicationRemoteId }: Person): string[] {
  return [
    `/candidates/${urlId}`,
    `/candidates/${urlId}?tab=feedback`,
    `/candidates/${urlId}/story`,
    `/search/application/${applicationRemoteId}`,
  ];
}

const hrefOf = (person: Person) => `/candidates/${person.urlId}`;

/** The profile flies over the list, so everybody else's name stays on the page. */
function profile(company: SandboxIntegration, person: Person | null): Response | null {
  if (!person) return null;
  const main = html`${pager(company, person, hrefOf)}
<section class="card flyover interview-story"><h1>${nameOf(person)}</h1>
${fields([
  ["E-mail", mailto(person)],
  ["Job", html`<span class="card-value" data-posting="${jobNumber(company, person.job)}">${person.job}</span>`],
])}</section>${notes()}${sidebar(company, person, hrefOf)}`;
  return page({ ats: ATS, look: LOOK, title: titled(nameOf(person), ATS), company, main, moves: "url-first" });
}

function answer(company: SandboxIntegration, url: URL): Response | null {
  const main = list(company, "Candidates", paths);
  return route(url, [
    [
      /^\/candidates\/?$/,
      () => page({ ats: ATS, look: LOOK, title: titled("Candidates", ATS), company, main, moves: "url-first" }),
    ],
    [new RegExp(`^/candidates/(${UUID})(?:/[a-z]+)*/?$`), ([id]) => profile(company, byUrlId(company, id))],
    [
      new RegExp(`^/search/application/(${UUID})$`),
      ([id]) => {
        const person = byApplication(company, id);
        return person && redirect(hrefOf(person));
      },
    ],
    [/^\/jobs(?:\/[0-9a-f-]+)?$/, () => plain(ATS, LOOK, "Job posting", "A posting has a UUID too.", company)],
    [/^\/settings\/integrations$/, () => plain(ATS, LOOK, "Settings", "Integrations.", company)],
  ]);
}

function handle(request: Request): Response {
  if (hostOf(request) === "jobs.lever.co") return plain("Lever job site", LOOK, "Open job", "A public posting.");
  const company = companiesOf(CONNECTORS)[0];
  return (company && answer(company, new URL(request.url))) ?? missing(ATS, LOOK);
}

function examples(company: SandboxIntegration): PageUrls {
  const home = `https://${company.host}`;
  const id = company.people[0]?.urlId ?? "";
  return {
    list: `${home}/candidates`,
    candidate: (person) => [...paths(person).map((path) => home + path), `https://hire.eu.lever.co${hrefOf(person)}`],
    refused: [
      `${home}/candidates`,
      `${home}/jobs/${id}`,
      `${home}/settings/integrations?tab=api`,
      `https://jobs.lever.co/larkspur/${id}`,
    ],
  };
}

/** Lever: a profile over the list; candidates change by `history.pushState`. */
export const lever: Site = {
  id: LOOK,
  name: ATS,
  connectors: CONNECTORS,
  hosts: (host) => host === "jobs.lever.co" || /^hire(\.[a-z0-9-]+)?\.lever\.co$/.test(host),
  handle,
  examples,
};
