import type { AtsId } from "../../domain/candidate";
import { CONNECTORS } from "../../domain/connector";
import { failure } from "../../domain/failure";
import type { FindResult } from "../../domain/find";
import type { Integration, Settings } from "../../domain/settings";
import type { Access } from "../../kombo/client";
import { readBinding } from "../../storage/read";
import { missingOrigins } from "../account/access";
import { accessFor, type Credentials, readCredentials } from "../account/credentials";

/** Settings and key of one request, read once. */
export interface Ready {
  settings: Settings;
  credentials: Credentials & { apiKey: string };
}

/** What a look-up needs: the integration to ask, and the access to it. */
export interface Prepared {
  access: Access;
  integration: Integration;
  /** Integrations that would fit as well. */
  others: readonly Integration[];
  /** The integration this tenant is bound to; null when unbound. */
  boundTo: string | null;
  /** That binding was made under 1.0.0. */
  isOldBinding: boolean;
  /** The recruiter picked this integration. */
  isPicked: boolean;
}

export interface Wish {
  /** Null: any (an unknown host, by hand). */
  ats: AtsId | null;
  tenant: string | null;
  /** The recruiter's pick, or the integration a learned address belongs to. */
  picked: string | undefined;
}

/** A screen that says why there is nothing to look up with. */
export const isScreen = (value: Ready | Prepared | FindResult): value is FindResult => "kind" in value;

/** Settings and key when everything is set up; else the screen that says what is missing. */
export async function readiness(): Promise<Ready | FindResult> {
  const { missing, ...credentials } = await readCredentials();
  const { settings, apiKey } = credentials;
  if (missing === "sign-in-unreachable") return { kind: "failed", failure: failure(missing) };
  if (apiKey === null) return { kind: "not-set-up", missing: missing ? "sign-in" : "key" };
  if (settings.integrations.length === 0) return { kind: "not-set-up", missing: "integration" };
  const origins = await missingOrigins(settings);
  return origins.length > 0
    ? { kind: "access-missing", origins }
    : { settings, credentials: { ...credentials, apiKey } };
}

/**
 * Which integration answers for this ATS and tenant: the recruiter's pick, the one the tenant is bound to, the only one
 * that fits. Otherwise the screen on which the recruiter picks one, or which says that none fits.
 */
export async function prepare({ settings, credentials }: Ready, wish: Wish): Promise<Prepared | FindResult> {
  const { ats, tenant } = wish;
  const fitting = settings.integrations.filter(({ connector }) => ats === null || CONNECTORS[connector].ats === ats);
  if (fitting.length === 0) {
    return ats === null ? { kind: "not-set-up", missing: "integration" } : { kind: "no-integration", ats };
  }
  const binding = await readBinding(ats, tenant);
  const bound = fitting.find((one) => one.id === binding?.integrationId) ?? null;
  const only = fitting.length === 1 ? (fitting[0] ?? null) : null;
  const integration = fitting.find((one) => one.id === wish.picked) ?? bound ?? only;
  if (!integration) return { kind: "pick-integration", ats, tenant, integrations: fitting };
  const access = accessFor(credentials, integration.id);
  if (!access) return { kind: "not-set-up", missing: "key" };
  const others = fitting.filter((one) => one !== integration);
  return {
    access,
    integration,
    others,
    boundTo: bound?.id ?? null,
    isOldBinding: binding?.fromVersion1 === true,
    isPicked: integration.id === wish.picked,
  };
}
