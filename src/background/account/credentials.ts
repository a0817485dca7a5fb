import { type Settings, serverOrigin, serverUrl } from "../../domain/settings";
import type { Access } from "../../kombo/client";
import { browser } from "../../platform/browser";
import { fromStorage } from "../../platform/storage-error";
import { parseSettings, SETTINGS_ITEM } from "../../storage/settings";
import { SEALED_ITEM, unseal } from "./api-key";

/** Settings and key as they were stored together; a request works with one of these from its beginning to its end. */
export interface Credentials {
  settings: Settings;
  /** Null: none is stored, or its wrapping key is lost. */
  apiKey: string | null;
  /** The only origin the key may be sent to. */
  apiOrigin: string;
}

/**
 * Reads both in one go. A new key and its server are written in one go as well, so a key never meets the server of
 * another one, whatever is saved meanwhile. Rejects with `StorageUnavailable`.
 */
export async function readCredentials(): Promise<Credentials> {
  const stored = await fromStorage(browser.storage.local.get([SETTINGS_ITEM, SEALED_ITEM]));
  const settings = parseSettings(stored[SETTINGS_ITEM]);
  const key = await unseal(stored[SEALED_ITEM]);
  return { settings, apiKey: key?.apiKey ?? null, apiOrigin: key?.origin ?? serverOrigin(settings.server) };
}

/** What calls for an integration need; null without a key. */
export function accessFor({ settings, apiKey, apiOrigin }: Credentials, integrationId: string): Access | null {
  return apiKey === null ? null : { apiKey, apiOrigin, serverUrl: serverUrl(settings.server), integrationId };
}

/** The same, read now. */
export async function accessTo(integrationId: string): Promise<Access | null> {
  return accessFor(await readCredentials(), integrationId);
}
