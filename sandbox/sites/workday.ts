import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { comparePage } from "./compare";
import { html } from "./html";
import { fields, mailto, missing, page, plain, titled } from "./layout";
import { byUrlId, companiesOf, nameOf } from "./people";
import { listPage, profilePage } from "./profile";
import { type PageUrls, route, type Site } from "./site";

const FRAME = { ats: "Workday", look: "workday", moves: "url-first" } as const;
const CONNECTORS = connectorsOf("workday");

const classOf = (instance: string) => instance.split("$")[0];

function pathsIn(company: SandboxIntegration) {
  const home = `/${company.tenant}/d/inst`;
  return ({ urlId }: Person): string[] => [
    `${home}/1$${classOf(urlId)}/${urlId}.htmld`,
    `${home}/1$${classOf(urlId)}/${urlId}.htmld#TABINDEX=1&SUBTABINDEX=0`,
    `${home}/autocompletesearch/${urlId}.htmld`,
    `${home}/${urlId}/rel-task/2998$1000.htmld`,
    `/${company.tenant}/email-universal/inst/${urlId}/rel-task/2998$1000.htmld`,
  ];
}

/** The candidate's e-mail is a mailto link in the main area. */
const card = (person: Person) => html`<section class="card" data-automation-id="pageContent">
<h1 data-automation-id="pageHeaderTitleText">${nameOf(person)}</h1>${fields([
  ["E-mail Address", html`<span data-automation-id="email">${mailto(person)}</span>`],
  ["Job Application", person.job],
])}</section>`;

/** A worker's page has the same shape of address and looks much the same. */
function worker(company: SandboxIntegration): Response {
  const main = html`<section class="card" data-automation-id="pageContent"><h1>Wanda Worker</h1>${fields([
    ["Work E-mail", html`<a href="mailto:wanda.worker@example.org">wanda.worker@example.org</a>`],
    ["Manager", "Rae Recruiter"],
  ])}</section>`;
  return page({ ...FRAME, title: titled("Wanda Worker", FRAME.ats), company, main });
}

function answer(company: SandboxIntegration, url: URL): Response | null {
  const own = new URL(url);
  own.pathname = url.pathname.replace(new RegExp(`^/${company.tenant}(?=/)`), "");
  const paths = pathsIn(company);
  const hrefOf = (person: Person) => paths(person)[0] ?? "/";
  const say = (heading: string) => () => plain(FRAME.ats, FRAME.look, heading, "Nobody is open here.", company);
  const show = ([id]: readonly string[]) => {
    const person = byUrlId(company, id);
    return person && profilePage(FRAME, company, person, { hrefOf, card: card(person) });
  };
  return route(own, [
    [/^\/d\/home\.htmld$/, say("Home")],
    [/^\/d\/task\/1422\$3898\.htmld$/, () => listPage(FRAME, company, "Find Candidates", paths)],
    [/^\/d\/inst\/\d+\$\d+\/rel-task\/2998\$777\.htmld$/, () => comparePage(FRAME, company)],
    [/^\/d\/inst\/13102![^/]+\/cacheable-task\/.+\.htmld$/, say("Recruiting hub")],
    [/^\/d\/inst\/(?:1\$\d+|autocompletesearch)\/(\d+\$\d+)\.htmld$/, show],
    [/^\/(?:d|email-universal)\/inst\/(\d+\$\d+)\/rel-task\/2998\$\d+\.htmld$/, show],
    [/^\/d\/inst\/(?:1\$37|autocompletesearch)\/247\$\d+\.htmld$/, () => worker(company)],
    [/^\/wday\/authgwy\/\w+\/login\.htmld$/, say("Sign in")],
  ]);
}

function handle(request: Request): Response {
  const company = companiesOf(CONNECTORS)[0];
  return (company && answer(company, new URL(request.url))) ?? missing(FRAME.ats, FRAME.look);
}

function examples(company: SandboxIntegration): PageUrls {
  const host = `https://${company.host}`;
  const home = `${host}/${company.tenant}`;
  const id = company.people[0]?.urlId ?? "";
  return {
    list: `${home}/d/task/1422$3898.htmld`,
    candidate: (person) => [
      ...pathsIn(company)(person).map((path) => host + path),
      `https://www.myworkday.com${pathsIn(company)(person)[0] ?? "/"}`,
    ],
    refused: [
      `${home}/d/inst/1$37/247$10001.htmld`,
      `${home}/d/home.htmld`,
      `${home}/d/inst/13102!CK5mGhIKBggDEMenAh~/cacheable-task/14860$30.htmld#backheader=true`,
      `${host}/wday/authgwy/${company.tenant}/login.htmld?returnTo=%2f${company.tenant}%2fd%2finst%2f1%246536%2f${encodeURIComponent(id)}.htmld`,
    ],
    twoCandidates: `${home}/d/inst/${id}/rel-task/2998$777.htmld`,
  };
}

/** Workday: the number in the address means nothing to the API; a worker's page has the same shape. */
export const workday: Site = {
  id: FRAME.look,
  name: FRAME.ats,
  connectors: CONNECTORS,
  hosts: (host) => /^(www|(impl\.)?wd\d+|impl)\.myworkday\.com$/.test(host),
  handle,
  examples,
};
