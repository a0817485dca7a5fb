import { type CompanySettings, DEFAULT_OWN, NO_COMPANY, type OwnSettings, type Settings } from "../settings";
import type { Policy, PolicyField } from "./policy";

/** What both a recruiter and a company may set. */
export const SHARED = ["server", "integrations", "mayCreateTags", "historyDays"] as const;

/**
 * What applies to this recruiter: the company's enforced values, then what the recruiter chose, then the company's other
 * values, then ours. Everybody who reads settings reads these.
 */
export function effectiveSettings(own: OwnSettings, policy: Policy | null): Settings {
  if (policy === null) return { ...own, ...NO_COMPANY };
  const { values, defaults } = policy;
  const isSet = (field: PolicyField) => values[field] !== undefined;
  const locked = (Object.keys(values) as PolicyField[]).filter((field) => isSet(field) && !defaults.includes(field));
  const shared: Partial<OwnSettings> = Object.fromEntries(
    SHARED.filter((field) => isSet(field) && (locked.includes(field) || !wasChosen(own, field))).map((field) => [
      field,
      values[field],
    ]),
  );
  const { server: _, integrations: _i, mayCreateTags: _m, historyDays: _h, signIn, ...rest } = values;
  // What the policy says of the sign-in is about its own relay, whichever one the recruiter uses.
  const relay = values.server?.kind === "relay" ? { url: values.server.url, signIn: signIn ?? null } : null;
  const company: CompanySettings = { ...NO_COMPANY, ...rest, relay, locked };
  return { ...own, ...shared, ...company };
}

/** Settings of versions that did not note it were chosen where they differ from ours. */
function wasChosen(own: OwnSettings, field: (typeof SHARED)[number]): boolean {
  return own.chosen.includes(field) || JSON.stringify(own[field]) !== JSON.stringify(DEFAULT_OWN[field]);
}
