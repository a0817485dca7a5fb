/** Whom a page is about, by something that can be no other person's. */
export type PageIdentity =
  | { kind: "id"; ats: string | null; tenant: string | null; by: "candidate" | "application"; value: string }
  | { kind: "email"; ats: string | null; tenant: string | null; address: string };

/** One string for one identity; equal strings mean the same person on the page. */
export const identityKey = (identity: PageIdentity): string => JSON.stringify(identityParts(identity));

/** What an identity is made of, the kind first. */
export function identityParts(identity: PageIdentity): (string | null)[] {
  const { kind, ats, tenant } = identity;
  if (kind === "id") return [kind, ats, tenant, identity.by, identity.value];
  return [kind, ats, tenant, identity.address];
}
