import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { comparePage } from "./compare";
import { html } from "./html";
import { missing, plain } from "./layout";
import { byUrlId, companiesOf, emailOf, nameOf } from "./people";
import { listPage, profilePage } from "./profile";
import { hostOf } from "./request";
import { type PageUrls, route, type Site } from "./site";

const FRAME = { ats: "Avionté", look: "avionte" } as const;
const CONNECTORS = connectorsOf("avionte");

const paths = (person: Person) => [
  `/staff/talent.aspx?tIdEnc=${person.urlId}`,
  `/staff/talent.aspx?tIdEnc=${person.urlId}&tab=activity`,
];
const hrefOf = (person: Person) => paths(person)[0] ?? "/";

/** Text in a table and a mailto link: the same address twice, written differently. */
const card = (person: Person) => html`<section class="card talent-header"><h1>${nameOf(person)}</h1><table><tbody>
<tr><th>E-mail</th><td>${emailOf(person)}</td><td><a href="mailto:${emailOf(person).toUpperCase()}?subject=Hello">Write</a></td></tr>
<tr><th>Position</th><td>${person.job}</td><td></td></tr></tbody></table></section>`;

function answer(company: SandboxIntegration, url: URL): Response | null {
  const say = (heading: string) => () => plain(FRAME.ats, FRAME.look, heading, "Nobody is open here.", company);
  return route(url, [
    [/^\/staff\/talents\.aspx$/, () => listPage(FRAME, company, "Talent", paths)],
    [/^\/staff\/duplicates\.aspx$/, () => comparePage(FRAME, company)],
    [
      /^\/staff\/talent\.aspx$/,
      () => {
        const person = byUrlId(company, url.searchParams.get("tIdEnc") ?? undefined);
        return person && profilePage(FRAME, company, person, { hrefOf, card: card(person) });
      },
    ],
    [/^\/staff\/(?:compas_sharejob|job)\.aspx$/, say("Job")],
    [/^\/staff\/?$/, say("Dashboard")],
  ]);
}

function handle(request: Request): Response {
  if (/^(hire|www|login)\./.test(hostOf(request)))
    return plain("Avionté", FRAME.look, "Public page", "Not for recruiters.");
  const company = companiesOf(CONNECTORS)[0];
  return (company && answer(company, new URL(request.url))) ?? missing(FRAME.ats, FRAME.look);
}

function examples(company: SandboxIntegration): PageUrls {
  const home = `https://${company.host}`;
  const id = company.people[0]?.urlId ?? "";
  return {
    list: `${home}/staff/talents.aspx`,
    candidate: (person) => paths(person).map((path) => home + path),
    refused: [
      `${home}/staff/compas_sharejob.aspx?rIdEnc=${id}&rpIdEnc=yI1ooZ1aihc`,
      `${home}/staff/`,
      "https://hire.myavionte.com/app/careers/#/jobs/c8f-WuNtN_g/f4eUdCSFYjo/general",
      "https://login.myavionte.com/login/callback?connection=maple",
    ],
    twoCandidates: `${home}/staff/duplicates.aspx`,
  };
}

/** Avionté: encoded ids that mean nothing to the API; e-mail as text and as a link. */
export const avionte: Site = {
  id: FRAME.look,
  name: FRAME.ats,
  connectors: CONNECTORS,
  hosts: (host) => host.endsWith(".myavionte.com"),
  handle,
  examples,
};
