import type { Agreement } from "./agreement";
import type { MatchedBy } from "./candidate";

export type CertaintyLevel = "sure" | "ask" | "refuse";

export type CertaintyReason =
  | "agrees" // name or e-mail of Kombo's answer stands on the page
  | "confirmed" // a person confirmed this very match before
  | "unique-id" // a UUID or another id that cannot be somebody else's
  | "bound" // the tenant is bound to this integration and nothing speaks against it
  | "nothing-to-compare"
  | "partly-agrees" // some of the name stands on the page
  | "first-by-email"
  | "first-by-token"
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
  check: boolean;
  agreement: Agreement;
  tenant: string | null;
  /** The integration this tenant is bound to; null when unbound. */
  boundTo: string | null;
  /** The integration whose Kombo answered. */
  integrationId: string;
  /** A person confirmed this reference for this candidate before. */
  confirmed: boolean;
}

const sure = (reason: CertaintyReason): Certainty => ({ level: "sure", reason });
const ask = (reason: CertaintyReason): Certainty => ({ level: "ask", reason });
const refuse = (reason: CertaintyReason): Certainty => ({ level: "refuse", reason });

/**
 * How sure we are that Kombo's candidate is the person on the page. Pure; the one place that decides it.
 * `sure` may be written at once, `ask` after one question, `refuse` not at all.
 */
export function certainty(grounds: Grounds): Certainty {
  // A tenant key names one company; without one, a binding is only a preference.
  if (grounds.tenant && grounds.boundTo && grounds.boundTo !== grounds.integrationId) return refuse("other-tenant");
  // Somebody who typed an id or an e-mail means that person, whatever page is open: one question, no comparison.
  if (grounds.matchedBy === "hand") return grounds.confirmed ? sure("confirmed") : ask("by-hand");
  if (grounds.agreement === "differs") return refuse("differs");
  if (grounds.check && grounds.agreement !== "agrees") return refuse("differs");
  if (grounds.confirmed) return sure("confirmed");
  if (grounds.matchedBy === "email") return ask("first-by-email");
  if (grounds.matchedBy === "token") return ask("first-by-token");
  return byId(grounds);
}

function byId(grounds: Grounds): Certainty {
  if (grounds.agreement === "agrees") return sure("agrees");
  if (grounds.agreement === "partly") return ask("partly-agrees");
  if (grounds.remoteId !== null && isUniqueId(grounds.remoteId)) return sure("unique-id");
  if (grounds.tenant && grounds.boundTo === grounds.integrationId) return sure("bound");
  return ask("nothing-to-compare");
}

/** UUIDs and other long ids with letters are drawn at random; plain numbers are counted and repeat across companies. */
export function isUniqueId(remoteId: string): boolean {
  return /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(remoteId) || /^[a-z0-9]+-[0-9a-f]{24}$/i.test(remoteId);
}
