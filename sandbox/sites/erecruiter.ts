import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { comparePage } from "./compare";
import { html } from "./html";
import { fields, mailto, missing, page, plain, titled } from "./layout";
import { byKey, byUrlId, companiesOf, keyOf, nameOf } from "./people";
import { listPage, profilePage } from "./profile";
import { hostOf } from "./request";
import { type PageUrls, route, type Site } from "./site";

const FRAME = { ats: "eRecruiter", look: "erecruiter" } as const;
const CONNECTORS = connectorsOf("erecruiter");

const hrefOf = (person: Person) => `/Applicant/Profile?key=${keyOf(person)}`;
const paths = (person: Person) => [
  hrefOf(person),
  `/Applicant/Details/${person.urlId}`,
  `/Applicant/Details/${person.urlId}?tab=Conversations`,
];

/** The contact data is a document of its own, in a frame of the same origin. */
const card = (person: Person, numbered: boolean) => html`<section class="card"><h1>${nameOf(person)}</h1>
<p>${numbered && `Applicant number ${person.urlId}, `}${person.job}</p>
<iframe title="Contact" src="/Applicant/Contact?key=${keyOf(person)}"></iframe></section>`;

function contact(person: Person | null): Response | null {
  if (!person) return null;
  const body = html`<!doctype html><html lang="en" class="look-erecruiter"><head><meta charset="utf-8">
<title>Contact</title><link rel="stylesheet" href="/stand-in/style.css"></head>
<body class="frame">${fields([["E-mail", mailto(person)]])}</body></html>`;
  return new Response(body.text, { headers: { "content-type": "text/html; charset=utf-8" } });
}

function answer(company: SandboxIntegration, url: URL): Response | null {
  const say = (heading: string) => () => plain(FRAME.ats, FRAME.look, heading, "Nobody is open here.", company);
  const show = (person: Person | null, numbered: boolean) =>
    person && profilePage(FRAME, company, person, { hrefOf, card: card(person, numbered) });
  const key = url.searchParams.get("key");
  return route(url, [
    [/^\/Applicant\/Profile$/, () => show(byKey(company, key), false)],
    [/^\/Applicant$/, () => listPage(FRAME, company, "Applicants", paths)],
    [/^\/Applicant\/Duplicates$/, () => comparePage(FRAME, company)],
    [/^\/Applicant\/Contact$/, () => contact(byKey(company, key))],
    [/^\/Applicant\/Details\/(\d+)$/, ([id]) => show(byUrlId(company, id), true)],
    [/^\/Job\/Details\/\d+$/, say("Job")],
    [/^\/$/, say("Dashboard")],
    [/^\/Api\/Applications\/ByJob\/\d+$/, say("API")],
  ]);
}

function handle(request: Request): Response {
  const host = hostOf(request);
  if (/^(www|support|api)\./.test(host) || !host.endsWith(".erecruiter.net")) {
    const main = html`<section class="card"><h1>Public page</h1><p>Nobody is open here.</p></section>`;
    return page({ ...FRAME, title: titled("Public page", FRAME.ats), main });
  }
  const company = companiesOf(CONNECTORS)[0];
  return (company && answer(company, new URL(request.url))) ?? missing(FRAME.ats, FRAME.look);
}

function examples(company: SandboxIntegration): PageUrls {
  const home = `https://${company.host}`;
  const id = company.people[0]?.urlId ?? "";
  return {
    list: `${home}/Applicant`,
    candidate: (person) => paths(person).map((path) => home + path),
    refused: [
      `${home}/`,
      `${home}/Job/Details/${id}`,
      `${home}/Api/Applications/ByJob/77`,
      "https://www.erecruiter.net/blog/",
      "https://kestrel.bewerberportal.at/",
    ],
    twoCandidates: `${home}/Applicant/Duplicates`,
  };
}

/** eRecruiter: no real address is known, so these are plausible ones; e-mail in a frame. */
export const erecruiter: Site = {
  id: FRAME.look,
  name: FRAME.ats,
  connectors: CONNECTORS,
  hosts: (host) => host.endsWith(".erecruiter.net") || /\.(bewerberportal\.at|kandidatenportal\.eu)$/.test(host),
  handle,
  examples,
};
