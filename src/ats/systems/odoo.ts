import type { LookUp } from "../../domain/candidate";
import type { PageFacts, Reads } from "../../domain/facts";
import { subdomain } from "../common/host";
import { numberAfter } from "../common/links";
import { type Model, pageSays, type Screen, screenOf, showsOdoo } from "../common/odoo";
import { segments } from "../common/url";
import {
  byApplication,
  byCandidate,
  candidate,
  needingPageMatch,
  needsPage,
  noCandidate,
  somethingElse,
  stillFilling,
} from "../common/verdict";
import type { Given, Rule, Verdict } from "../rule";

/** The vendor's own sites beside the customers' databases. */
const VENDOR = new Set([
  "",
  "www",
  "apps",
  "accounts",
  "iap",
  "iap-services",
  "nightly",
  "runbot",
  "upgrade",
  "download",
]);

/** Where the web client lives; the rest of a database's host is its public website. */
const CLIENT = new Set(["odoo", "scoped_app", "web", "mail"]);

const reads: Reads = {
  /** The action on screen, with its model. */
  action: { kind: "sessionStorage", key: "current_action" },
  /** The router's state, with the record's id. */
  history: { kind: "historyState" },
  /** Every form, also one in a dialog over the first: none yet while the client is still loading. */
  form: { kind: "elements", selector: ".o_form_view", attribute: "class" },
  name: {
    kind: "elements",
    selector:
      ".o_field_widget[name=candidate_id] input, .o_field_widget[name=partner_name] input, .o_field_widget[name=partner_name] textarea",
    property: "value",
  },
  nameText: {
    kind: "elements",
    selector: ".o_field_widget[name=partner_name] span, .o_field_widget[name=candidate_id] a.o_form_uri",
  },
  email: { kind: "elements", selector: ".o_field_widget[name=email_from] input", property: "value" },
  emailLink: { kind: "elements", selector: '.o_field_widget[name=email_from] a[href^="mailto:"]', attribute: "href" },
};

/**
 * The address of an applicant gives the application. Which record Kombo's candidate is has not been published (the
 * applicant, `hr.candidate` or a contact), so a candidate's number counts only when the page agrees.
 */
function lookUps(model: Model, id: string): LookUp[] {
  const person = needingPageMatch(byCandidate(id));
  return model === "hr.candidate" ? [person] : [byApplication(id), person];
}

const isPerson = (model: string | null): model is Model => model === "hr.applicant" || model === "hr.candidate";

/** The address names a record, but its form has not come: the client builds it seconds after the page is there. */
const isFilling = ({ declared }: PageFacts): boolean =>
  !["form", "name", "nameText"].some((name) => declared[name]?.some(Boolean));

/** A record is on screen: the page's own word counts more than the address. Null where neither says that it is a person. */
function record(tenant: string, screen: Screen, id: string, { facts }: Given): Verdict {
  const page = pageSays(facts);
  if (page.id !== null && page.id !== id) return null;
  if (screen.model === "unknown") {
    if (!facts) return needsPage(tenant);
    return isPerson(page.model) ? candidate(tenant, ...lookUps(page.model, id)) : null;
  }
  if (screen.model === "other" || (page.model !== null && page.model !== screen.model)) return null;
  return candidate(tenant, ...lookUps(screen.model, id));
}

/**
 * On a company's own domain only what is unmistakably Odoo's counts, and where the page was read it must look like Odoo:
 * an ordinary page below `/odoo` or `/web` may be anybody's.
 */
function isOdoo({ url, facts }: Given, screen: Screen | null, online: boolean): boolean {
  if (online) return CLIENT.has(segments(url.pathname)[0] ?? "");
  if (screen === null) return false;
  if (facts) return showsOdoo(facts);
  return screen.recruitment || (screen.model === "unknown" && screen.id !== null);
}

/** Odoo Recruitment, from version 14 on, in Odoo's cloud and on a company's own domain. */
export const odoo: Rule = {
  id: "odoo",
  matches: ["https://*.odoo.com/*", "*://*/odoo/*", "*://*/scoped_app/*"],
  links: [
    ...["odoo", "scoped_app"].flatMap((root) =>
      numberAfter(
        ...["recruitment-applications", "recruitment-candidates", "hr.applicant", "hr.candidate", "action-*"].map(
          (name) => `*://*/${root}/*${name}/`,
        ),
      ),
    ),
    "*://*/mail/view?*model=hr.applicant*",
    "*://*/mail/view?*model=hr.candidate*",
    "https://*.odoo.com/web*",
  ],
  ownHost: {
    isVendors: (host) => subdomain(host, "odoo.com") !== null,
    paths: ["odoo*", "scoped_app*", "web*", "mail/view*"],
  },
  reads,
  nameReads: ["name", "nameText"],
  emailReads: ["email", "emailLink"],
  // The chatter is full of colleagues' addresses; the form has a field for the candidate's.
  pageEmail: "own-fields",
  read(given) {
    const database = subdomain(given.url.hostname, "odoo.com");
    if (database === null ? given.url.hostname.includes("odoo.com") : VENDOR.has(database)) return null;
    const tenant = database ?? given.url.host;
    const screen = screenOf(given.url);
    if (!isOdoo(given, screen, database !== null)) return null;
    if (!screen?.id) return somethingElse(tenant);
    const verdict = record(tenant, screen, screen.id, given);
    // Odoo's addresses are understood; only a numbered action of which the page says nothing may still be a person's.
    const unclear = screen.model === "unknown" && pageSays(given.facts).model === null;
    if ((verdict?.kind === "candidate" || unclear) && given.facts && isFilling(given.facts))
      return stillFilling(tenant);
    return verdict ?? (unclear ? noCandidate(tenant) : somethingElse(tenant));
  },
};
