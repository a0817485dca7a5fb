import { API_KEY } from "../data";
import type { Company } from "./company";
import type { Step } from "./env";
import { Refusal } from "./errors";
import type { IntegrationOptions } from "./options";
import type { World } from "./world";

/** Only the right key gets further. */
export function needsKey(world: World): Step {
  return async (c, next) => {
    if (c.req.header("Authorization") !== `Bearer ${API_KEY}` || world.global.keyExpired) {
      throw new Refusal("PLATFORM.AUTHENTICATION_INVALID", "The API key is unknown or has expired.");
    }
    if (world.global.ipBlocked) throw new Refusal("PLATFORM.IP_NOT_WHITELISTED", "Not from this network.");
    await next();
  };
}

/** The company an integration id names. */
export function companyOf(world: World, id: string | undefined): Company {
  const company = world.companies.get(id ?? "");
  if (!company) throw new Refusal("PLATFORM.INTEGRATION_NOT_FOUND", `No integration "${id ?? ""}" for this key.`);
  return company;
}

/** Only a known integration that is set up gets further. */
export function needsIntegration(world: World): Step {
  return async (c, next) => {
    const company = companyOf(world, c.req.header("X-Integration-Id"));
    const { status, setupStatus } = company.options;
    if (status === "INACTIVE") throw new Refusal("INTEGRATION.INACTIVE", "Switched off in Kombo.");
    if (setupStatus === "INCOMPLETE") throw new Refusal("INTEGRATION.SETUP_INCOMPLETE", "Steps are missing.");
    if (setupStatus === "FINAL_SYNC_PENDING") {
      throw new Refusal("INTEGRATION.SETUP_SYNC_PENDING", "The first sync is not done yet.");
    }
    c.set("company", company);
    await next();
  };
}

/** Refuses to read a model that this integration does not share. */
export function needsModel(setting: IntegrationOptions["tags"], model: string): void {
  if (setting === "DISABLED") throw new Refusal("INTEGRATION.MODEL_DISABLED", `"${model}" is switched off.`);
  if (setting === "UNSUPPORTED") throw new Refusal("INTEGRATION.MODEL_NOT_AVAILABLE", `No "${model}" here.`);
}

/** Refuses to tag where the integration may not. */
export function needsTagging({ options }: Company): void {
  if (options.manageTags === "DISABLED") throw new Refusal("INTEGRATION.ACTION_DISABLED", "Manage tags is off.");
  if (options.manageTags === "UNSUPPORTED") throw new Refusal("INTEGRATION.ACTION_NOT_AVAILABLE", "Cannot tag.");
  if (options.status === "INVALID") {
    throw new Refusal("INTEGRATION.AUTHENTICATION_INVALID", "The ATS refuses the stored login.");
  }
  if (options.permissionMissing) {
    throw new Refusal("INTEGRATION.PERMISSION_MISSING", "The ATS user may not manage tags.");
  }
}
