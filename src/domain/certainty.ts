/** Placeholder types; the function lives here too. */
export type CertaintyLevel = "sure" | "ask" | "refuse";

export type CertaintyReason =
  | "agrees" // name or e-mail of Kombo's answer stands on the page
  | "confirmed" // a person confirmed this very match before
  | "unique-id" // a UUID or long reference: cannot be somebody else's
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
