import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { hex } from "../data/ids";
import { html } from "./html";
import { fields, mailto, missing, plain } from "./layout";
import { byUrlId, companiesOf, nameOf } from "./people";
import { listPage, profilePage } from "./profile";
import { hostOf } from "./request";
import { type PageUrls, route, type Site } from "./site";

const FRAME = { ats: "Welcome to the Jungle", look: "welcometothejungle", moves: "url-first" } as const;
const CONNECTORS = connectorsOf("welcometothejungle");

const jobOf = (person: Person) => `GROVE_${hex(person.job, 7)}`;

function pathsIn(company: SandboxIntegration) {
  return (person: Person): string[] => [
    `/dashboard/o/${company.tenant}/jobs/${jobOf(person)}/card/${person.urlId}`,
    `/dashboard/o/${company.tenant}/jobs/${jobOf(person)}/card/${person.urlId}?tab=messages`,
  ];
}

/** The card opens over the job's board. */
const card = (person: Person) => html`<section class="card"><h1 class="card-header-name">${nameOf(person)}</h1>
<p class="card-header-subtitle"><span>${person.job}</span></p>${fields([["E-mail", mailto(person)]])}</section>`;

function answer(company: SandboxIntegration, url: URL): Response | null {
  const paths = pathsIn(company);
  const hrefOf = (person: Person) => paths(person)[0] ?? "/";
  const everybody = (heading: string) => () => listPage(FRAME, company, heading, paths);
  const say = (heading: string) => () => plain(FRAME.ats, FRAME.look, heading, "Nobody is open here.", company);
  const own = new URL(url);
  const home = `/dashboard/o/${company.tenant}`;
  if (!url.pathname.startsWith(home)) return null;
  own.pathname = url.pathname.slice(home.length) || "/";
  return route(own, [
    [/^\/$/, say("Dashboard")],
    [/^\/candidates$/, everybody("Candidates")],
    [/^\/jobs\/\w+$/, everybody("Board")],
    [/^\/jobs\/\w+\/new-candidate\/\d+$/, say("New candidate")],
    [
      /^\/jobs\/\w+\/card\/([\w-]+)$/,
      ([id]) => {
        const person = byUrlId(company, id);
        return person && profilePage(FRAME, company, person, { hrefOf, card: card(person) });
      },
    ],
  ]);
}

function handle(request: Request): Response {
  if (hostOf(request) !== "www.welcomekit.co") return plain("Careers site", FRAME.look, "Open jobs", "A public page.");
  const company = companiesOf(CONNECTORS)[0];
  return (company && answer(company, new URL(request.url))) ?? missing(FRAME.ats, FRAME.look);
}

function examples(company: SandboxIntegration): PageUrls {
  const host = `https://${company.host}`;
  const home = `${host}/dashboard/o/${company.tenant}`;
  return {
    list: `${home}/candidates`,
    candidate: (person) => pathsIn(company)(person).map((path) => host + path),
    refused: [
      `${home}/`,
      `${home}/jobs/GROVE_1a2b3c4`,
      `${home}/jobs/GROVE_1a2b3c4/new-candidate/392777`,
      "https://grove.welcomekit.co/",
    ],
  };
}

/** Welcome to the Jungle's ATS: a card over the job's board. */
export const welcometothejungle: Site = {
  id: FRAME.look,
  name: FRAME.ats,
  connectors: CONNECTORS,
  hosts: (host) => host.endsWith(".welcomekit.co"),
  handle,
  examples,
};
