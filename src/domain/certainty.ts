import type { MatchedBy } from "./candidate";
import type { Agreement } from "./identity/agreement";

export type CertaintyLevel = "sure" | "ask" | "refuse";

export type CertaintyReason =
  | "agrees" // name or e-mail of Kombo's answer stands on the page
  | "confirmed" // a person confirmed this very match before
  | "unique-id" // a UUID or another id that cannot be somebody else's
  | "bound" // the tenant is bound to this integration and nothing speaks against it
  | "nothing-to-compare"
  | "partly-agrees" // some of the name stands on the page, or a longer name, or in another order
  | "two-people" // the page declares this person and another
  | "other-name" // the page seems to show somebody else
  | "anonymised" // the page hides who the candidate is
  | "old-binding" // the tenant was bound under 1.0.0, which took less for proof
  | "new-host" // a host that only looks like a known system
  | "rebind" // the tenant is bound to another integration, but the page bears out the one picked
  | "first-by-email"
  | "first-by-url-id"
  | "by-hand"
  | "differs" // the page shows somebody else
  | "other-tenant"; // the tenant is bound to another integration

export interface Certainty {
  level: CertaintyLevel;
  reason: CertaintyReason;
}

/** All that certainty depends on. */
export interface Grounds {
  matchedBy: MatchedBy;
  /** The remote id asked for; null for an e-mail or by hand. */
  remoteId: string | null;
  /** The look-up was derived or doubtful: it counts only when the page agrees. */
  needsPageMatch: boolean;
  agreement: Agreement;
  tenant: string | null;
  /** The integration this tenant is bound to; null when unbound. */
  boundTo: string | null;
  /** The binding was made under 1.0.0: it is asked about once. */
  isOldBinding: boolean;
  /** The integration whose Kombo answered. */
  integrationId: string;
  /** The recruiter picked this integration for this look-up. */
  isPicked: boolean;
  /** A person confirmed this candidate under this `confirmationKey`. */
  confirmed: boolean;
  /** A known host, one that was confirmed once, or one the policy names. Not a self-hosted system met first. */
  isTrustedHost: boolean;
  /** The system's own marker says that the page hides who the candidate is. */
  isAnonymised: boolean;
}

const sure = (reason: CertaintyReason): Certainty => ({ level: "sure", reason });
const ask = (reason: CertaintyReason): Certainty => ({ level: "ask", reason });
const refuse = (reason: CertaintyReason): Certainty => ({ level: "refuse", reason });

/**
 * How sure we are that Kombo's candidate is the person on the page. Pure; the one place that decides it.
 * `sure` may be written at once, `ask` after one question, `refuse` not at all.
 */
export function certainty(grounds: Grounds): Certainty {
  const result = onTrustedHost(grounds);
  // An imitation can show any name and any id; the person has to know the host.
  return result.level === "sure" && !grounds.isTrustedHost ? ask("new-host") : result;
}

function onTrustedHost(grounds: Grounds): Certainty {
  const { matchedBy, agreement, confirmed } = grounds;
  const isHand = matchedBy === "hand";
  // A tenant key names one company; without one, a binding is only a preference.
  if (grounds.tenant && grounds.boundTo && grounds.boundTo !== grounds.integrationId) return boundElsewhere(grounds);
  // Somebody who typed an id or an e-mail means that person, whatever page is open: one question, no comparison.
  if (isHand) return confirmed ? sure("confirmed") : ask("by-hand");
  if (hidesPerson(grounds)) return ask("anonymised");
  // No question may print the name that the page hides; where nothing vouches for the person there is none without it.
  if (grounds.isAnonymised && !isMain(agreement)) return refuse("differs");
  if (agreement.kind === "differs") return refuse("differs");
  if (agreement.kind === "two-people") return ask("two-people");
  // A piece of the address that may be an id is a guess like any other.
  if (grounds.needsPageMatch || matchedBy === "url-id") return byDoubtfulId(grounds);
  if (matchedBy === "email") return isMain(agreement) && confirmed ? sure("confirmed") : unproven(grounds);
  return byId(grounds);
}

/** One mistaken "yes" must not refuse the right integration for good. */
function boundElsewhere(grounds: Grounds): Certainty {
  if (grounds.isOldBinding) return grounds.agreement.kind === "differs" ? refuse("differs") : ask("old-binding");
  return grounds.isPicked && isMain(grounds.agreement) ? ask("rebind") : refuse("other-tenant");
}

const isBound = ({ tenant, boundTo, integrationId, isOldBinding }: Grounds) =>
  tenant !== null && tenant !== "" && boundTo === integrationId && !isOldBinding;

/** Only a certain id of a bound tenant may stand for a person whom the page hides on purpose. */
function hidesPerson(grounds: Grounds): boolean {
  return grounds.isAnonymised && isCertainId(grounds) && isBound(grounds) && !isMain(grounds.agreement);
}

const isCertainId = ({ matchedBy, needsPageMatch, remoteId }: Grounds) =>
  remoteId !== null && !needsPageMatch && ["candidate", "application", "url-pattern"].includes(matchedBy);

/** The page names the candidate where it says whom it is about. */
const isMain = ({ kind, isDoubtful }: Agreement) => kind === "agrees" && !isDoubtful;

function unproven({ agreement }: Grounds): Certainty {
  // What it was found by stands anywhere on the page: without the name there is no telling whose it is.
  if (agreement.kind === "nothing-to-compare" || agreement.kind === "other-name") return ask(agreement.kind);
  return ask(agreement.kind === "agrees" ? "first-by-email" : "partly-agrees");
}

/** A guess that the page bears out in its main place is no guess; one that it merely mentions is asked about. */
function byDoubtfulId({ agreement, matchedBy, confirmed }: Grounds): Certainty {
  const isFirst = matchedBy === "email" || matchedBy === "url-id";
  const first = matchedBy === "email" ? "first-by-email" : "first-by-url-id";
  switch (agreement.kind) {
    case "agrees":
      if (isFirst) return confirmed && isMain(agreement) ? sure("confirmed") : ask(first);
      return isMain(agreement) ? sure("agrees") : ask("partly-agrees");
    case "agrees-swapped":
    case "contains":
      return ask("partly-agrees");
    default:
      return refuse("differs");
  }
}

function byId(grounds: Grounds): Certainty {
  const { agreement, remoteId, confirmed, tenant } = grounds;
  const isUnique = remoteId !== null && isUniqueId(remoteId);
  const isBoundHere = isBound(grounds);
  switch (agreement.kind) {
    case "agrees":
      if (isMain(agreement)) return sure("agrees");
      if (isBoundHere) return sure("bound");
      if (isUnique) return sure("unique-id");
      // Another company's page with this number may mention the same name.
      return confirmed && tenant ? sure("confirmed") : ask("partly-agrees");
    case "agrees-swapped":
    case "contains":
      if (isBoundHere) return sure("bound");
      return confirmed && (tenant || !agreement.isDoubtful) ? sure("confirmed") : ask("partly-agrees");
    case "nothing-to-compare":
      if (isUnique) return sure("unique-id");
      if (isBoundHere) return sure("bound");
      if (confirmed && tenant) return sure("confirmed");
      return ask(tenant && grounds.isOldBinding && grounds.boundTo ? "old-binding" : "nothing-to-compare");
    default:
      // Where the tenant says which company it is, "yes" to this very name holds; elsewhere it outranks nothing.
      if (confirmed && tenant) return sure("confirmed");
      return ask(agreement.kind === "other-name" ? "other-name" : "partly-agrees");
  }
}

/** UUIDs and other long ids with letters are drawn at random; plain numbers are counted and repeat across companies. */
export function isUniqueId(remoteId: string): boolean {
  return /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(remoteId) || /^[a-z0-9]+-[0-9a-f]{24}$/i.test(remoteId);
}
