import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { missing, plain } from "./layout";
import { byUrlId, companiesOf } from "./people";
import { listPage, profilePage } from "./profile";
import { hashOf, hostOf } from "./request";
import { type PageUrls, route, type Site } from "./site";

const FRAME = { ats: "Recruitee", look: "recruitee", scripts: ["hash-routes"] } as const;
const CONNECTORS = connectorsOf("recruitee");
const HOMES = ["app.recruitee.com", "app.tellent.com"];

const routesIn = (company: SandboxIntegration) => (person: Person) => [
  `/#/candidates?candidate=${person.urlId}`,
  `/#/dashboard/overview?candidate=${person.urlId}&company=${company.tenant}`,
  `/#/offers/product-designer/pipeline?candidate=${person.urlId}`,
  `/candidates/${person.urlId}`,
  `/c/${company.tenant}/candidates/${person.urlId}`,
];

const show = (company: SandboxIntegration, id: string | undefined, hrefOf: (person: Person) => string) =>
  profilePage(FRAME, company, byUrlId(company, id), { hrefOf });

/** What the hash opens: a profile over whatever route is there, or the route itself. */
function behindHash(company: SandboxIntegration, hash: string): Response | null {
  const id = /[?&]candidate=(\d+)/.exec(hash)?.[1];
  // A neighbour opens over the same route.
  if (id) return show(company, id, ({ urlId }) => `/${hash.replace(/candidate=\d+/, `candidate=${urlId}`)}`);
  return listPage(FRAME, company, "Candidates", routesIn(company));
}

function handle(request: Request): Response {
  const host = hostOf(request);
  if (!HOMES.includes(host)) return plain("Recruitee careers", FRAME.look, "Open jobs", "A public page.");
  const company = companiesOf(CONNECTORS)[0];
  if (!company) return missing(FRAME.ats, FRAME.look);
  const hrefOf = (person: Person) => routesIn(company)(person)[0] ?? "/";
  const answer = route(new URL(request.url), [
    [/^\/$/, () => behindHash(company, hashOf(request))],
    [/^(?:\/c\/\d+)?\/candidates\/(\d+)$/, ([id]) => show(company, id, hrefOf)],
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
      `${home}/#/companies/${company.tenant}/dashboard`,
      `${home}/#/dashboard/c/${company.tenant}`,
      `${home}/#/candidates`,
      `${home}/#/offers/product-designer/pipeline`,
      `${home}/#/settings/api_tokens`,
      `${home}/sign_in`,
      "https://elm.recruitee.com/o/product-designer",
    ],
  };
}

/** Recruitee: everything behind the hash, which the page's script fetches. */
export const recruitee: Site = {
  id: FRAME.look,
  name: FRAME.ats,
  connectors: CONNECTORS,
  hosts: (host) => host === "app.tellent.com" || host.endsWith(".recruitee.com"),
  handle,
  examples,
};
