import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { data, html, Markup } from "./html";
import { missing, page, plain, redirect } from "./layout";
import { JOB_ACTION, jobId, SLOW_ACTION, screenAt, versionOf } from "./odoo-screens";
import { companiesOf, companyAt } from "./people";
import { hostOf } from "./request";
import type { PageUrls, Site } from "./site";

const ATS = "Odoo";
const LOOK = "odoo";
const CONNECTORS = connectorsOf("odoo");

/** A company that runs Odoo on a domain of its own: the second database, met at another host. */
const OWN_DOMAIN = "erp.example.com";

/** The same database under version 17, which keeps everything in the hash. */
const OLD_DOMAIN = "odoo17.example.com";

/** The web client's page: empty but for data; `odoo.js` builds the screen and removes the data. */
function client(company: SandboxIntegration, url: URL): Response {
  const screen = screenAt(company, url);
  if (!screen) return missing(ATS, LOOK);
  const slow = url.pathname.includes(`/${SLOW_ACTION}/`) && html`<script type="text/plain" id="slow"></script>`;
  const main = html`<div class="o_web_client"></div>${slow}${data("screen", screen)}`;
  return page({ ats: ATS, look: LOOK, title: "Odoo", company, main, scripts: ["odoo-form", "odoo"] });
}

/** Old addresses keep the record in the hash, which only the client sees. */
function oldAddress(company: SandboxIntegration, old: boolean): Response {
  const main = html`<div class="o_web_client"${old && new Markup(' data-keeps="hash"')}></div>`;
  return page({ ats: ATS, look: LOOK, title: "Odoo", company, main, scripts: ["odoo-form", "odoo"] });
}

function mailLink(company: SandboxIntegration, url: URL): Response {
  const to = `/odoo/${url.searchParams.get("model")}/${url.searchParams.get("res_id")}`;
  const known = screenAt(company, new URL(to, url)) !== null;
  return known ? redirect(to) : missing(ATS, LOOK);
}

function handle(request: Request): Response {
  const url = new URL(request.url);
  const host = hostOf(request);
  const old = host === OLD_DOMAIN;
  const company = host === OWN_DOMAIN || old ? companiesOf(CONNECTORS)[1] : companyAt(CONNECTORS, host);
  if (!company) return missing(ATS, LOOK);
  if (/^\/(odoo|scoped_app)(\/|$)/.test(url.pathname)) return client(company, url);
  if (url.pathname === "/web") return oldAddress(company, old);
  if (url.pathname === "/mail/view") return mailLink(company, url);
  if (url.pathname === "/web/login") return plain(ATS, LOOK, "Log in", "Nobody is signed in.");
  if (/^\/jobs(\/|$)/.test(url.pathname)) return plain(ATS, LOOK, "Our jobs", "A public page.");
  return missing(ATS, LOOK);
}

function candidatePaths(company: SandboxIntegration, person: Person): string[] {
  const id = person.applicationRemoteId;
  const job = jobId(company, person.job);
  return [
    `/odoo/recruitment/${job}/${JOB_ACTION}/${id}`,
    `/odoo/recruitment-applications/${id}`,
    `/odoo/recruitment-applications/${id}?debug=1&cids=1`,
    `/odoo/hr.applicant/${id}`,
    `/odoo/recruitment-applications/41/recruitment-applications/${id}`,
    `/odoo/departments/7/action-220/${id}`,
    `/odoo/action-219/${id}`,
    `/scoped_app/recruitment-applications/${id}`,
    `/mail/view?model=hr.applicant&res_id=${id}`,
    `/web#id=${id}&model=hr.applicant&view_type=form`,
    ...(versionOf(company) === 18
      ? [`/odoo/recruitment-candidates/${person.remoteId}`, `/odoo/recruitment-candidates/5/hr.applicant/${id}`]
      : [`/odoo/talent-pool/3/action-215/${id}`]),
  ];
}

function examples(company: SandboxIntegration): PageUrls {
  const home = `https://${company.host}`;
  const id = company.people[0]?.applicationRemoteId ?? "";
  const refused = [
    `/odoo/recruitment-applications/${id}/hr.job/4`,
    `/odoo/recruitment-applications/${id}/res.users/2`,
    `/odoo/recruitment-applications/${id}/action-199/${id}`,
    `/odoo/employees/${id}`,
    "/odoo/recruitment/4",
    `/odoo/recruitment/4/${JOB_ACTION}`,
    "/odoo/recruitment-applications",
    "/odoo/recruitment-applications/new",
    `/web#id=${id}&model=hr.employee&view_type=form`,
    `/web/login?redirect=%2Fodoo%2Frecruitment-applications%2F${id}`,
    `/jobs/detail/engineer-${id}`,
  ];
  const ownDomain = (person: Person) =>
    `https://${OWN_DOMAIN}/odoo/recruitment-applications/${person.applicationRemoteId}`;
  const oldVersion = (person: Person) =>
    `https://${OLD_DOMAIN}/web#id=${person.applicationRemoteId}&cids=1&menu_id=165&action=224&model=hr.applicant&view_type=form`;
  const loading = (person: Person) => `${home}/odoo/${SLOW_ACTION}/${person.applicationRemoteId}`;
  return {
    list: `${home}/odoo/recruitment-applications`,
    candidate: (person) => candidatePaths(company, person).map((path) => home + path),
    refused: refused.map((path) => home + path),
    ...(versionOf(company) === 19 ? { ownDomain, oldVersion, loading } : {}),
  };
}

/** Odoo Recruitment: one client-built page, one database per host; two databases count from the same number. */
export const odoo: Site = {
  id: LOOK,
  name: ATS,
  connectors: CONNECTORS,
  hosts: (host) =>
    host === OWN_DOMAIN || host === OLD_DOMAIN || companiesOf(CONNECTORS).some((one) => one.host === host),
  handle,
  examples,
};
