import type { LookUp } from "../../domain/candidate";
import type { PageFacts } from "../../domain/facts";
import { digits } from "../common/ids";
import { numberAfter } from "../common/links";
import { param, segments } from "../common/url";
import { byApplication, byCandidate, candidate, somethingElse } from "../common/verdict";
import type { Given, Rule, Verdict } from "../rule";

/** Zoho's data centres; Canada's is `zohocloud.ca`, the others end in a country. */
const DATA_CENTRES = ["com", "eu", "in", "com.au", "com.cn", "jp", "sa", "uk", "ae", "ca"];
const HOSTS = [...DATA_CENTRES.map((end) => `recruit.zoho.${end}`), "recruit.zohocloud.ca"];

/** Below `/recruit`: the API and the candidates' side. */
const NOT_THE_APP = new Set(["v2", "private", "Portal.na", "WebFormServeServlet"]);

function ofRecord(page: string, query: URLSearchParams): (LookUp | null)[] {
  if ((page !== "EntityInfo.do" && page !== "EditEntity.do") || param(query, "module") !== "Candidates") return [];
  const id = digits(param(query, "id"));
  if (!id) return [];
  if (param(query, "submodule") === "Applications") return [byApplication(id)];
  const entity = digits(param(query, "entityId"));
  return [byCandidate(id), entity ? byApplication(entity) : null];
}

function ofTab(module: string | undefined, text: string | undefined): (LookUp | null)[] {
  const id = digits(text);
  if (!id) return [];
  if (module === "Candidates") return [byCandidate(id)];
  return module === "Applications" ? [byApplication(id)] : [];
}

/** Ids are beyond what JSON.parse keeps exactly when they are not quoted; so they are picked out as text. */
function field(json: string, name: string): string | null {
  return new RegExp(`"${name}"\\s*:\\s*"?(\\w{1,40})`).exec(json)?.[1] ?? null;
}

/** The candidate of an application's row in the list. Both lists come from the same rows, so they go in step. */
function candidateOfRow(facts: PageFacts, application: string): string | null {
  const { rowIds = [], rowParams = [] } = facts.declared;
  const row = rowIds.length === rowParams.length ? rowParams[rowIds.indexOf(application)] : undefined;
  return row === undefined ? null : digits(field(row, "candId"));
}

/** The quick view beside a list: the address stays that of the list, only the page knows who is shown. */
function ofQuickView(facts: PageFacts): (LookUp | null)[] {
  const views = new Set(facts.declared.quickView ?? []);
  const [view] = views;
  const id = view === undefined || views.size > 1 ? null : digits(field(view, "id"));
  if (!view || !id) return [];
  // Zoho's inner name for candidates is "Leads".
  const module = field(view, "module");
  if (module === "Leads" || module === "Candidates") return [byCandidate(id)];
  if (module !== "Applications") return [];
  const person = candidateOfRow(facts, id);
  return [person ? byCandidate(person) : null, byApplication(id)];
}

/** Lists, the settings, and records of other modules. */
function isElsewhere(page: string, module: string | null | undefined): boolean {
  if (/^(?:Show(?:Tab|Setup)|ImportParser)\.do$/.test(page)) return true;
  return Boolean(module) && module !== "Candidates" && module !== "Applications";
}

function read({ url, facts }: Given): Verdict {
  if (!HOSTS.includes(url.hostname)) return null;
  const [app, ...rest] = segments(url.pathname);
  if (app !== "recruit" || NOT_THE_APP.has(rest[0] ?? "")) return null;
  const number = /^(?:org)?(\d{1,19})$/.exec(rest[0] ?? "")?.[1];
  // Written with and without `org`; one organisation must be one tenant.
  const org = number ? `org${number}` : null;
  const [page = "", ...more] = org ? rest.slice(1) : rest;
  const named = page === "tab" ? ofTab(more[0], more[1]) : ofRecord(page, url.searchParams);
  const lookups = named.length > 0 || !facts ? named : ofQuickView(facts);
  const module = page === "tab" ? more[0] : param(url.searchParams, "module");
  return lookups.length === 0 && isElsewhere(page, module) ? somethingElse(org) : candidate(org, ...lookups);
}

/** Zoho Recruit: record ids in the address; the quick view's from the page. */
export const zohorecruit: Rule = {
  id: "zohorecruit",
  matches: HOSTS.map((host) => `*://${host}/*`),
  links: HOSTS.flatMap((host) => [
    ...numberAfter(`*://${host}/recruit/*tab/Candidates/`, `*://${host}/recruit/*tab/Applications/`),
    ...["EntityInfo", "EditEntity"].map((page) => `*://${host}/recruit/*${page}.do?*module=Candidates*`),
  ]),
  reads: {
    quickView: {
      kind: "elements",
      selector: "#candQuickView #qv-main-container[data-params], #candQuickView #candInnerQV[data-params]",
      attribute: "data-params",
    },
    rowIds: { kind: "elements", selector: "tr[id][data-params]", attribute: "id" },
    rowParams: { kind: "elements", selector: "tr[id][data-params]", attribute: "data-params" },
  },
  read,
};
