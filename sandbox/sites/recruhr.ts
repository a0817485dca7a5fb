import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { comparePage } from "./compare";
import { data, html } from "./html";
import { missing, plain } from "./layout";
import { byKey, byUrlId, companiesOf, emailOf, keyOf, nameOf } from "./people";
import { listPage, profilePage } from "./profile";
import { hostOf } from "./request";
import { type PageUrls, route, type Site } from "./site";

const FRAME = { ats: "RECRU", look: "recruhr", scripts: ["recruhr"] } as const;
const CONNECTORS = connectorsOf("recruhr");

const hrefOf = (person: Person) => `/jobseeker/detail/${keyOf(person)}`;
const paths = (person: Person) => [hrefOf(person), `/jobseeker/${person.urlId}`, `/jobseeker/${person.urlId}/projects`];

/** The e-mail is in an open shadow root that the page's script fills. */
const card = (person: Person) => html`<section class="card jobseeker"><h1>${nameOf(person)}</h1><p>${person.job}</p>
${data("contact", { email: emailOf(person) })}<recru-contact></recru-contact></section>`;

function answer(company: SandboxIntegration, url: URL): Response | null {
  const say = (heading: string) => () => plain(FRAME.ats, FRAME.look, heading, "Nobody is open here.", company);
  const show = (person: Person | null) => person && profilePage(FRAME, company, person, { hrefOf, card: card(person) });
  return route(url, [
    [/^\/jobseeker\/detail\/([\w-]+)$/, ([key]) => show(byKey(company, key))],
    [/^\/jobseeker$/, () => listPage(FRAME, company, "Jobseekers", paths)],
    [/^\/jobseeker\/duplicates$/, () => comparePage(FRAME, company)],
    [/^\/jobseeker\/(\d+)(?:\/projects)?$/, ([id]) => show(byUrlId(company, id))],
    [/^\/project\/\d+$/, say("Project")],
    [/^\/api\/index\/documentation$/, say("API documentation")],
    [/^\/$/, say("Dashboard")],
  ]);
}

function handle(request: Request): Response {
  const company = companiesOf(CONNECTORS)[0];
  if (hostOf(request) === "www.recruhr.com") return plain(FRAME.ats, FRAME.look, "Vendor", "A public page.");
  return (company && answer(company, new URL(request.url))) ?? missing(FRAME.ats, FRAME.look);
}

function examples(company: SandboxIntegration): PageUrls {
  const home = `https://${company.host}`;
  const id = company.people[0]?.urlId ?? "";
  return {
    list: `${home}/jobseeker`,
    candidate: (person) => paths(person).map((path) => home + path),
    refused: [`${home}/`, `${home}/project/${id}`, `${home}/api/index/documentation`, "https://www.recruhr.com/"],
    twoCandidates: `${home}/jobseeker/duplicates`,
  };
}

/** RECRU: no real address is known, so these are plausible ones; e-mail in a shadow root. */
export const recruhr: Site = {
  id: FRAME.look,
  name: FRAME.ats,
  connectors: CONNECTORS,
  hosts: (host) => host === "www.recruhr.com" || host.endsWith(".recru.eu"),
  handle,
  examples,
};
