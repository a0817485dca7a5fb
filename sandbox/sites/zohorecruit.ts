import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { html, type Markup } from "./html";
import { fields, mailto, missing, page, plain, titled } from "./layout";
import { byApplication, byUrlId, companiesOf, emailOf, nameOf, neighbours } from "./people";
import { profilePage } from "./profile";
import { type PageUrls, route, type Site } from "./site";

const FRAME = { ats: "Zoho Recruit", look: "zohorecruit" } as const;
const CONNECTORS = connectorsOf("zohorecruit");
const VIEW = "31529000000099001";

type Module = "Leads" | "Applications";

function paths(org: string, { urlId, applicationRemoteId }: Person): string[] {
  const home = `/recruit/${org}`;
  const info = `${home}/EntityInfo.do?module=Candidates`;
  return [
    `${home}/tab/Candidates/${urlId}`,
    `${info}&id=${urlId}`,
    `${info}&id=${urlId}&submodule=Candidates`,
    `${info}&submodule=Candidates&id=${urlId}&entityId=${applicationRemoteId}`,
    `${info}&submodule=Applications&id=${applicationRemoteId}`,
    `${home}/tab/Applications/${applicationRemoteId}`,
    `${home}/EditEntity.do?module=Candidates&id=${urlId}`,
    `/recruit/EntityInfo.do?module=Candidates&id=${urlId}`,
    `/recruit/${org.replace("org", "")}/EntityInfo.do?module=Candidates&id=${urlId}&submodule=Candidates`,
  ];
}

const orgOf = (company: SandboxIntegration) => company.tenant ?? "org1";
const idIn = (module: Module, person: Person) => (module === "Leads" ? person.urlId : person.applicationRemoteId);

/** Rows know both ids; "Quick view" opens the panel and leaves the address alone. */
function table(company: SandboxIntegration, module: Module): Response {
  const heading = module === "Leads" ? "Candidates" : "Applications";
  const row = (person: Person) => {
    const params = JSON.stringify({ module, candId: person.urlId, jobId: "31529000000055001" });
    const [, ...others] = paths(orgOf(company), person);
    const open = paths(orgOf(company), person)[module === "Leads" ? 0 : 5];
    return html`<tr id="${idIn(module, person)}" data-params="${params}"><td><a class="name" href="${open}">${nameOf(person)}</a></td>
<td>${person.job}</td><td><button type="button" class="button quick-view">Quick view</button></td>
<td class="others">${others.map((href, at) => html`<a href="${href}">view ${at + 2}</a> `)}</td></tr>`;
  };
  const main = html`<section class="card"><h1>${heading}</h1><input type="hidden" name="crmcsrfparam" value="secret456">
<table id="listViewTable"><tbody>${company.people.map(row)}</tbody></table></section><div id="candQuickView"></div>`;
  return page({ ...FRAME, title: titled(heading, FRAME.ats), company, main, scripts: ["zohorecruit"] });
}

/** What the app's own request for the quick view gets: a piece of markup, not a page. */
function quickView(company: SandboxIntegration, module: Module, person: Person): Response {
  const { previous, next } = neighbours(company, person);
  const step = (id: string, to: Person, text: string): Markup =>
    html`<button type="button" class="button" id="${id}" data-open="${idIn(module, to)}">${text}</button>`;
  const body = html`<div id="qv-main-container" class="card" data-params="${JSON.stringify({ module, id: idIn(module, person) })}">
<p class="pager">${step("previous", previous, "Previous")} ${step("next", next, "Next")} <button type="button" class="button" id="close">Close</button></p>
<h1>${nameOf(person)}</h1>${fields([
    ["E-mail", emailOf(person)],
    ["Job", person.job],
  ])}</div>`;
  return new Response(body.text, { headers: { "content-type": "text/html; charset=utf-8" } });
}

function detail(company: SandboxIntegration, person: Person | null): Response | null {
  if (!person) return null;
  const hrefOf = (one: Person) => paths(orgOf(company), one)[0] ?? "/";
  const card = html`<section class="card"><div class="detail-header-box"><h1>${nameOf(person)}</h1></div>${fields([
    ["E-mail", mailto(person)],
    ["Candidate ID", `ZR_${company.people.indexOf(person) + 1}_CAND`],
    ["Job", person.job],
  ])}</section>`;
  return profilePage(FRAME, company, person, { hrefOf, card });
}

/** `EntityInfo.do`, `EditEntity.do`: the query names the module and the record. */
function entity(company: SandboxIntegration, { searchParams: query }: URL): Response | null {
  const id = query.get("id") ?? undefined;
  if (query.get("module") !== "Candidates")
    return plain(FRAME.ats, FRAME.look, "Record", "Of another module.", company);
  const application = query.get("submodule") === "Applications";
  return detail(company, application ? byApplication(company, id) : byUrlId(company, id));
}

function panel(company: SandboxIntegration, { searchParams: query }: URL): Response | null {
  const id = query.get("id") ?? undefined;
  const module: Module = query.get("submodule") === "Applications" ? "Applications" : "Leads";
  const person = module === "Leads" ? byUrlId(company, id) : byApplication(company, id);
  return person && quickView(company, module, person);
}

function handle(request: Request): Response {
  const company = companiesOf(CONNECTORS)[0];
  if (!company) return missing(FRAME.ats, FRAME.look);
  const say = (heading: string) => () => plain(FRAME.ats, FRAME.look, heading, "Nobody is open here.", company);
  const url = new URL(request.url);
  const own = new URL(url);
  own.pathname = url.pathname.replace(/^\/recruit(?:\/(?:org)?\d+)?(?=\/)/, "");
  const answer = route(own, [
    [/^\/(?:EntityInfo|EditEntity)\.do$/, () => entity(company, url)],
    [/^\/ShowEntityInfo\.do$/, () => panel(company, url)],
    [/^\/(?:tab\/)?Candidates$/, () => table(company, "Leads")],
    [/^\/ShowTab\.do$/, () => table(company, "Leads")],
    [/^\/tab\/Applications$/, () => table(company, "Applications")],
    [/^\/tab\/Candidates\/(\d+)$/, ([id]) => detail(company, byUrlId(company, id))],
    [/^\/tab\/Applications\/(\d+)$/, ([id]) => detail(company, byApplication(company, id))],
    [/^\/tab\/JobOpenings\/\d+$/, say("Job opening")],
    [/^\/ImportParser\.do$/, say("Import")],
    [/^\/ShowSetup\.do$/, say("Setup")],
  ]);
  return answer ?? missing(FRAME.ats, FRAME.look);
}

function examples(company: SandboxIntegration): PageUrls {
  const host = `https://${company.host}`;
  const home = `${host}/recruit/${orgOf(company)}`;
  const id = company.people[0]?.urlId ?? "";
  return {
    list: `${home}/tab/Candidates`,
    candidate: (person) => paths(orgOf(company), person).map((path) => host + path),
    refused: [
      `${home}/ShowTab.do?module=Candidates&cvid=${VIEW}`,
      `${home}/tab/Applications`,
      `${home}/tab/JobOpenings/${id}`,
      `${home}/EntityInfo.do?module=Clients&id=${id}`,
      `${home}/ImportParser.do?module=Candidates&type=importfromdocument`,
      `${home}/ShowSetup.do?tab=customize&subTab=hp`,
    ],
  };
}

/** Zoho Recruit: records of 17 and more digits; a quick view over the list that no address tells of. */
export const zohorecruit: Site = {
  id: FRAME.look,
  name: FRAME.ats,
  connectors: CONNECTORS,
  hosts: (host) => /^recruit\.zoho(cloud)?\.(com|eu|in|com\.au|com\.cn|jp|sa|uk|ae|ca)$/.test(host),
  handle,
  examples,
};
