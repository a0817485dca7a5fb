import type { FindResult } from "../../domain/find";
import type { Settings } from "../../domain/settings";
import { readSettings } from "../../storage/settings";
import { missingOrigins } from "../account/access";
import { readApiKey } from "../account/api-key";

/** The settings when everything is there that a look-up needs; else the screen that says what is missing. */
export async function readiness(): Promise<{ settings: Settings } | FindResult> {
  const [settings, key] = await Promise.all([readSettings(), readApiKey()]);
  if (key === null) return { kind: "not-set-up", missing: "key" };
  if (settings.integrations.length === 0) return { kind: "not-set-up", missing: "integration" };
  const origins = await missingOrigins(settings);
  return origins.length > 0 ? { kind: "access-missing", origins } : { settings };
}

/** The recruiter's own addresses, never taken for a candidate's. */
export function ownAddresses({ ownEmails, workEmail }: Settings): string[] {
  return workEmail === null ? [...ownEmails] : [...ownEmails, workEmail];
}
