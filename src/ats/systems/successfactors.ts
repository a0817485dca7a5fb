import type { PageFacts } from "../../domain/facts";
import { wholeNumber } from "../../domain/text/numbers";
import { digits } from "../common/ids";
import { labelledNumber } from "../common/labelled";
import { param, segments } from "../common/url";
import { byCandidate, candidate, needingPageMatch, needsPage, noCandidate, somethingElse } from "../common/verdict";
import type { Given, Rule, Verdict } from "../rule";

/** One label before SAP's domains. On `hr.cloud.sap` only `hcm-…` hosts; careers and learning sites have two labels there. */
const HOST =
  /^([a-z0-9-]{1,63})\.(?:successfactors\.(?:com|eu|cn)|sapsf\.(?:com|eu|cn)|sapcloud\.cn)$|^hcm[a-z0-9-]{1,60}\.hr\.cloud\.sap$/;
/** The candidates' side, learning, the API, and SAP's own sites. */
const OTHER_SIDE = /^(?:career|learning|lms|api|www$|rmk|jobs|community$|help$|partners?$)/;

/** Recruiting pages that are about jobs, lists, mails and the like. */
const NOT_ONE_PERSON =
  /job ?req|job ?listing|joblist|search|dashboard|offer|interview|question|campaign|portlet|template|summary|report|home/i;

/** Old shell (`/acme?recruiting_ns=…`; `acme` is the program's name, not a customer's), JSF pages, newer pages. */
function pageName(url: URL): string | null {
  const query = url.searchParams;
  const [area, ...rest] = segments(url.pathname);
  if (area === "xi" && rest[1]?.startsWith("rcm")) return rest.slice(1).join(" ");
  if (area === "sf") return rest[0] === "recruiting" ? rest.slice(1).join(" ") : null;
  const shell =
    [query.get("fbacme_n"), query.get("fbacme_o")].includes("recruiting") || query.get("itrModule") === "rcm";
  const name = query.get("recruiting_ns") ?? query.get("recruiting_os");
  return name ?? (shell ? "" : null);
}

/** The company: a parameter, or the old shell's own path where a customer has one. */
function companyOf(url: URL, page: string | null): string | null {
  const pieces = segments(url.pathname);
  const ownPath = page !== null && pieces.length === 1 && pieces[0] !== "acme" ? pieces[0] : null;
  return param(url.searchParams, "bplte_company") || ownPath || param(url.searchParams, "company") || null;
}

const LABELS = ["Candidate ID", "Kandidaten-ID", "Bewerber-ID"];

/** The label as UI5 writes it: bare, with its colon, or with a blank behind that. */
const LABELLED = LABELS.flatMap((label) => ["", ":", ": "].map((end) => `${label}${end}`));

/** The "Candidate ID" field, where the administrator shows it: in a field of its own or in the text. */
function idOnPage(facts: PageFacts): string | null {
  const fields = new Set((facts.declared.candidateId ?? []).map(wholeNumber).filter((id) => id !== null));
  if (fields.size > 1) return null;
  return [...fields][0] ?? labelledNumber(facts.text, LABELS);
}

function read({ url, facts }: Given): Verdict {
  const host = HOST.exec(url.hostname);
  if (!host || OTHER_SIDE.test(host[1] ?? "")) return null;
  const query = url.searchParams;
  const name = pageName(url);
  const tenant = companyOf(url, name);
  const aboutJob = query.has("recruiting_mode") || query.has("jobID");
  if (aboutJob || (name !== null && NOT_ONE_PERSON.test(name))) return somethingElse(tenant);
  if (name === null) return noCandidate(tenant);
  const ids = new Set(
    [digits(param(query, "candidateId")), facts ? idOnPage(facts) : null].filter((id) => id !== null),
  );
  // That Kombo's id is SAP's candidate id is likely, not known: the page must agree.
  const lookups = [...ids].map((id) => needingPageMatch(byCandidate(id)));
  return lookups.length > 0 ? candidate(tenant, ...lookups) : needsPage(tenant);
}

const DOMAINS = [
  ...["com", "eu", "cn"].flatMap((end) => [`successfactors.${end}`, `sapsf.${end}`]),
  "sapcloud.cn",
  "hr.cloud.sap",
];

/** Careers, learning and API hosts share these domains, and a match pattern can leave none out: the pages are named. */
const PAGES = [
  "sf/*",
  "xi/*",
  "acme?*",
  "*recruiting_ns=*",
  "*recruiting%5fns=*",
  "*fbacme_n=recruiting*",
  "*fbacme_o=recruiting*",
  "*itrModule=rcm*",
];

/** SAP SuccessFactors: the address rarely names the candidate; the Candidate ID field or the e-mail does. */
export const successfactors: Rule = {
  id: "successfactors",
  matches: DOMAINS.flatMap((domain) => PAGES.map((page) => `*://*.${domain}/${page}`)),
  reads: {
    candidateId: {
      kind: "elements",
      selector: LABELLED.flatMap((label) => [
        `input[aria-label="${label}" i]`,
        `ui5-input[accessible-name="${label}" i]`,
      ]).join(", "),
      property: "value",
    },
  },
  read,
};
