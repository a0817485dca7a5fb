import type { MiddlewareHandler } from "hono";
import { API_KEY } from "../data";
import { ApiError } from "./api-error";
import type { Company } from "./company";
import type { Env } from "./env";
import type { IntegrationOptions } from "./options";
import type { SandboxState } from "./state";

/** Lets only the right key pass. */
export function requireKey(state: SandboxState): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.header("Authorization") !== `Bearer ${API_KEY}` || state.global.keyExpired) {
      throw new ApiError("PLATFORM.AUTHENTICATION_INVALID", "The API key is unknown or has expired.");
    }
    if (state.global.ipBlocked) throw new ApiError("PLATFORM.IP_NOT_WHITELISTED", "Not from this network.");
    await next();
  };
}

/** The company of an integration id; refuses an unknown one. */
export function findCompany(state: SandboxState, id: string | undefined): Company {
  const company = state.companies.get(id ?? "");
  if (!company) throw new ApiError("PLATFORM.INTEGRATION_NOT_FOUND", `No integration "${id ?? ""}" for this key.`);
  return company;
}

/** Lets only requests for a known integration pass that is set up. */
export function requireIntegration(state: SandboxState): MiddlewareHandler<Env> {
  return async (c, next) => {
    const company = findCompany(state, c.req.header("X-Integration-Id"));
    const { status, setupStatus } = company.options;
    if (status === "INACTIVE") throw new ApiError("INTEGRATION.INACTIVE", "Switched off in Kombo.");
    if (setupStatus === "INCOMPLETE") throw new ApiError("INTEGRATION.SETUP_INCOMPLETE", "Steps are missing.");
    if (setupStatus === "FINAL_SYNC_PENDING") {
      throw new ApiError("INTEGRATION.SETUP_SYNC_PENDING", "The first sync is not done yet.");
    }
    c.set("company", company);
    await next();
  };
}

/** Refuses to read a model that this integration does not share. */
export function requireModel(setting: IntegrationOptions["tags"], model: string): void {
  if (setting === "DISABLED") throw new ApiError("INTEGRATION.MODEL_DISABLED", `"${model}" is switched off.`);
  if (setting === "UNSUPPORTED") throw new ApiError("INTEGRATION.MODEL_NOT_AVAILABLE", `No "${model}" here.`);
}

/** Refuses to tag where the integration may not. */
export function requireTagging({ options }: Company): void {
  if (options.manageTags === "DISABLED") throw new ApiError("INTEGRATION.ACTION_DISABLED", "Manage tags is off.");
  if (options.manageTags === "UNSUPPORTED") throw new ApiError("INTEGRATION.ACTION_NOT_AVAILABLE", "Cannot tag.");
  if (options.status === "INVALID") {
    throw new ApiError("INTEGRATION.AUTHENTICATION_INVALID", "The ATS refuses the stored login.");
  }
  if (options.permissionMissing) {
    throw new ApiError("INTEGRATION.PERMISSION_MISSING", "The ATS user may not manage tags.");
  }
}
