import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { comparePage } from "./compare";
import { html } from "./html";
import { fields, missing, plain } from "./layout";
import { byApplication, byKey, byUrlId, companiesOf, keyOf, nameOf } from "./people";
import { listPage, profilePage } from "./profile";
import { hostOf } from "./request";
import { type PageUrls, route, type Site } from "./site";

const FRAME = { ats: "Onlyfy", look: "onlyfy" } as const;
const CONNECTORS = connectorsOf("onlyfy");

const paths = (person: Person) => [
  `/candidates/profile/${keyOf(person)}`,
  `/candidates/${person.urlId}`,
  `/applications/${person.applicationRemoteId}`,
];
const hrefOf = (person: Person) => `/candidates/profile/${keyOf(person)}`;

/** The candidate's last address, as plain text; the mailto link on the card is a referee's. */
const card = (person: Person) =>
  html`<section class="card candidate-profile"><h1>${nameOf(person)}</h1>${fields([
    ["Contact", html`<span>${person.emails.at(-1)}</span>`],
    ["Job", person.job],
    ["Reference", html`<a href="mailto:former.boss@example.net">Frieda Former</a>`],
  ])}</section>`;

function answer(company: SandboxIntegration, url: URL): Response | null {
  const say = (heading: string) => () => plain(FRAME.ats, FRAME.look, heading, "Nobody is open here.", company);
  const show = (person: Person | null) => person && profilePage(FRAME, company, person, { hrefOf, card: card(person) });
  return route(url, [
    [/^\/candidates$/, () => listPage(FRAME, company, "Candidates", paths)],
    [/^\/candidates\/compare$/, () => comparePage(FRAME, company)],
    [/^\/candidates\/profile\/([\w-]+)$/, ([key]) => show(byKey(company, key))],
    [/^\/candidates\/(\d+)$/, ([id]) => show(byUrlId(company, id))],
    [/^\/applications\/(\d+)$/, ([id]) => show(byApplication(company, id))],
    [/^\/job\/(?:list\/\w+|show\/\w+\/full)$/, say("Open jobs")],
    [/^\/(?:accounts)?$/, say("Dashboard")],
  ]);
}

function handle(request: Request): Response {
  if (hostOf(request).endsWith(".onlyfy.jobs"))
    return plain("Candidate portal", FRAME.look, "Open job", "A public page.");
  const company = companiesOf(CONNECTORS)[0];
  return (company && answer(company, new URL(request.url))) ?? missing(FRAME.ats, FRAME.look);
}

function examples(company: SandboxIntegration): PageUrls {
  const home = `https://${company.host}`;
  return {
    list: `${home}/candidates`,
    candidate: (person) => paths(person).map((path) => home + path),
    refused: [
      "https://onlyfy.io/accounts",
      `${home}/job/list/s717ythviciiuecx51r1?format=json`,
      `${home}/job/show/abc123token/full?mode=candidate`,
      "https://juniper.onlyfy.jobs/job/show/abc123token/full?lang=en&mode=candidate",
    ],
    twoCandidates: `${home}/candidates/compare`,
  };
}

/** Onlyfy: no real address is known, so these are plausible ones; e-mail as text. */
export const onlyfy: Site = {
  id: FRAME.look,
  name: FRAME.ats,
  connectors: CONNECTORS,
  hosts: (host) => host === "onlyfy.io" || /\.onlyfy\.(io|jobs)$/.test(host),
  handle,
  examples,
};
