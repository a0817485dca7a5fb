import type { Person, SandboxIntegration } from "../data";
import { data, html } from "./html";
import { missing, notes, page, plain, titled } from "./layout";
import { byUrlId, companiesOf, emailOf, nameOf } from "./people";
import { hostOf } from "./request";
import { type PageUrls, route, type Site } from "./site";

const FRAME = { ats: "Recruitee", look: "recruitee", scripts: ["recruitee"] } as const;
const CONNECTORS = ["recruitee"] as const;
const HOMES = ["app.recruitee.com", "app.tellent.com"];

const routesIn = (company: SandboxIntegration) => (person: Person) => [
  `/#/candidates?candidate=${person.urlId}`,
  `/#/dashboard/overview?candidate=${person.urlId}&company=${company.tenant}`,
  `/#/offers/product-designer/pipeline?candidate=${person.urlId}`,
  `/candidates/${person.urlId}`,
  `/c/${company.tenant}/candidates/${person.urlId}`,
];

/** One page for everything: the hash says what is open, the page's script shows it. */
function client(company: SandboxIntegration): Response {
  const routes = routesIn(company);
  const people = company.people.map((person) => ({
    id: person.urlId,
    name: nameOf(person),
    email: emailOf(person),
    job: person.job,
    routes: routes(person),
  }));
  const main = html`<div id="screen"></div>${notes()}${data("people", people)}`;
  return page({ ...FRAME, title: titled("Recruiting", FRAME.ats), company, main });
}

function handle(request: Request): Response {
  const host = hostOf(request);
  const url = new URL(request.url);
  if (!HOMES.includes(host)) return plain("Recruitee careers", FRAME.look, "Open jobs", "A public page.");
  const company = companiesOf(CONNECTORS)[0];
  if (!company) return missing(FRAME.ats, FRAME.look);
  const answer = route(url, [
    [/^\/$/, () => client(company)],
    [/^(?:\/c\/\d+)?\/candidates\/(\d+)$/, ([id]) => byUrlId(company, id) && client(company)],
    [/^\/sign_in$/, () => plain(FRAME.ats, FRAME.look, "Sign in", "Nobody is signed in.")],
  ]);
  return answer ?? missing(FRAME.ats, FRAME.look);
}

function examples(company: SandboxIntegration): PageUrls {
  const home = `https://${company.host}`;
  const routes = routesIn(company);
  return {
    list: `${home}/#/candidates`,
    candidate: (person) => [
      ...routes(person).map((path) => home + path),
      `https://app.tellent.com/#/candidates?candidate=${person.urlId}`,
    ],
    refused: [
      `${home}/`,
      `${home}/#/dashboard/overview?company=${company.tenant}`,
      `${home}/#/candidates`,
      `${home}/#/offers/product-designer/pipeline`,
      `${home}/#/settings/api_tokens`,
      `${home}/sign_in`,
      "https://elm.recruitee.com/o/product-designer",
    ],
  };
}

/** Recruitee: everything behind the hash, so the server never hears who is open. */
export const recruitee: Site = {
  id: FRAME.look,
  name: FRAME.ats,
  connectors: CONNECTORS,
  hosts: (host) => host === "app.tellent.com" || host.endsWith(".recruitee.com"),
  handle,
  examples,
};
