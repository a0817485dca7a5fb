import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { comparePage } from "./compare";
import { html } from "./html";
import { fields, list, missing, page, plain, titled } from "./layout";
import { byKey, byUrlId, companiesOf, emailOf, keyOf, nameOf } from "./people";
import { profilePage } from "./profile";
import { cookieOf, hostOf } from "./request";
import { type PageUrls, route, type Site } from "./site";

const FRAME = { ats: "SuccessFactors", look: "successfactors" } as const;
const CONNECTORS = connectorsOf("successfactors");
/** Where much of the real UI lands: opened by a form, so the address holds no candidate. */
const BY_FORM = "/xi/ui/rcmcandidate/pages/candidateProfile.xhtml";

/** `_s.crb` is the session's CSRF value: it must never leave the browser. `acme` is the shell's own name. */
const shell = (company: SandboxIntegration, page: string, more = "") =>
  `/acme?fbacme_n=recruiting&itrModule=rcm&recruiting_ns=${encodeURIComponent(page)}${more}&bplte_company=${company.tenant}&_s.crb=secret789`;

const pathsIn = (company: SandboxIntegration) => (person: Person) => [
  shell(company, "candidate profile", `&candidateId=${person.urlId}`),
  `/acme?recruiting_ns=candidate%20profile&candidateId=${person.urlId}`,
  `${BY_FORM}?bplte_company=${company.tenant}&viewState=${keyOf(person)}&_s.crb=secret789`,
];

/** The e-mail is the value of an input; the number shows only where the administrator switched it on. */
const card = (person: Person, numbered: boolean) =>
  html`<section class="card"><h1>${nameOf(person)}</h1>${fields([
    ...(numbered ? ([["Candidate ID", person.urlId]] as const) : []),
    ["Email", html`<input id="__input0-inner" aria-label="Email" value="${emailOf(person)}">`],
    ["Job Requisition", html`<span data-req="796">${person.job} (796)</span>`],
  ])}</section>`;

function show(company: SandboxIntegration, person: Person | null, numbered: boolean): Response | null {
  const hrefOf = (one: Person) => pathsIn(company)(one)[0] ?? "/";
  return person && profilePage(FRAME, company, person, { hrefOf, card: card(person, numbered) });
}

function everybody(company: SandboxIntegration): Response {
  const byForm = company.people.map(
    (one) => html`<form method="post" action="${BY_FORM}?bplte_company=${company.tenant}&_s.crb=secret789">
<button class="button by-form" name="candidateId" value="${one.urlId}">${nameOf(one)}, by form</button></form>`,
  );
  const main = html`${list(company, "Candidate Search", pathsIn(company))}<section class="card forms">${byForm}</section>`;
  return page({ ...FRAME, title: titled("Candidate Search", FRAME.ats), company, main });
}

/** A form was sent: the session remembers who is open, the address does not. */
async function opened(company: SandboxIntegration, request: Request): Promise<Response | null> {
  const sent = request.method === "POST" ? new URLSearchParams(await request.text()).get("candidateId") : null;
  const key = new URL(request.url).searchParams.get("viewState");
  const person = byUrlId(company, sent ?? cookieOf(request, "open_candidate") ?? "");
  const response = show(company, byKey(company, key) ?? person, false);
  if (sent && response) response.headers.append("set-cookie", `open_candidate=${encodeURIComponent(sent)}; Path=/`);
  return response;
}

/** Pages of the old shell: `recruiting_ns` names the page. */
function inShell(company: SandboxIntegration, { searchParams: query }: URL): Response | null {
  const name = query.get("recruiting_ns");
  if (name === "candidate profile") return show(company, byUrlId(company, query.get("candidateId") ?? ""), true);
  if (name === "candidate search standalone") return everybody(company);
  if (name === "duplicates") return comparePage(FRAME, company);
  if (name === "jobreqDetail") return plain(FRAME.ats, FRAME.look, "Requisition", "A requisition.", company);
  return null;
}

async function handle(request: Request): Promise<Response> {
  const company = companiesOf(CONNECTORS)[0];
  const url = new URL(request.url);
  if (!company) return missing(FRAME.ats, FRAME.look);
  if (/^career/.test(hostOf(request))) return plain("Careers site", FRAME.look, "Open jobs", "A public page.");
  const say = (heading: string) => () => plain(FRAME.ats, FRAME.look, heading, "Nobody is open here.", company);
  const answer =
    url.pathname === BY_FORM
      ? await opened(company, request)
      : route(url, [
          [/^\/acme$/, () => inShell(company, url)],
          [/^\/sf\/(?:home|start)$/, say("Home")],
          [/^\/sf\/careers\/jobsearch$/, say("Careers")],
          [/^\/xi\/ui\/rcmjobreqsummary\/pages\/jobReqSummary\.xhtml$/, say("Requisitions")],
        ]);
  return answer ?? missing(FRAME.ats, FRAME.look);
}

function examples(company: SandboxIntegration): PageUrls {
  const host = `https://${company.host}`;
  const id = company.people[0]?.urlId ?? "";
  return {
    list: host + shell(company, "candidate search standalone"),
    candidate: (person) => pathsIn(company)(person).map((path) => host + path),
    refused: [
      host + shell(company, "jobreqDetail", `&recruiting_mode=${id}`),
      `${host}/xi/ui/rcmjobreqsummary/pages/jobReqSummary.xhtml?bplte_company=${company.tenant}&_s.crb=secret789`,
      `${host}/sf/home`,
      `${host}/sf/careers/jobsearch?bplte_company=${company.tenant}`,
      "https://career5.successfactors.eu/careers?company=ivy",
    ],
    twoCandidates: host + shell(company, "duplicates"),
  };
}

/** SAP SuccessFactors: often no id in the address, and a CSRF value that is. */
export const successfactors: Site = {
  id: FRAME.look,
  name: "SAP SuccessFactors",
  connectors: CONNECTORS,
  hosts: (host) => /\.(successfactors\.(com|eu)|sapsf\.(com|eu))$/.test(host),
  handle,
  examples,
};
