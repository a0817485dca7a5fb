import { type Settings, serverOrigin, serverUrl } from "../../domain/settings";
import { isTrusted } from "../../domain/sign-in";
import type { Access } from "../../kombo/client";
import { browser } from "../../platform/browser";
import { fromStorage } from "../../platform/storage-error";
import { SETTINGS_ITEMS, settingsIn } from "../../storage/settings";
import { SEALED_ITEM, unseal } from "./api-key";
import { SESSION_ITEM, SIGNED_OUT, tokenFor, tokenInPlaceOf } from "./session";

/** Settings and key as they were stored together; a request works with one of these from its beginning to its end. */
export interface Credentials {
  settings: Settings;
  /** Null: none is stored, or its wrapping key is lost. */
  apiKey: string | null;
  /** The only origin the key may be sent to. */
  apiOrigin: string;
  /** Why there is no token for the company's relay. */
  missing?: "signed-out" | "sign-in-unreachable";
}

/**
 * Reads both in one go. A new key and its server are written in one go as well, so a key never meets the server of
 * another one, whatever is saved meanwhile. Rejects with `StorageUnavailable`.
 */
export async function readCredentials(): Promise<Credentials> {
  const stored = await fromStorage(browser.storage.local.get([...SETTINGS_ITEMS, SEALED_ITEM, SESSION_ITEM]));
  const settings = settingsIn(stored);
  if (settings.server.kind === "relay") {
    // The policy may have changed since: it names another place, or does not vouch for this one any more.
    const { signIn, relay } = settings;
    const counts = signIn !== null && isTrusted(signIn, relay);
    const found = counts ? await tokenFor(stored[SESSION_ITEM], settings.server.url) : SIGNED_OUT;
    const apiOrigin = settings.server.url;
    return "token" in found
      ? { settings, apiKey: found.token, apiOrigin }
      : { settings, apiKey: null, apiOrigin, missing: found.missing };
  }
  const key = await unseal(stored[SEALED_ITEM]);
  return { settings, apiKey: key?.apiKey ?? null, apiOrigin: key?.origin ?? serverOrigin(settings.server) };
}

/** What calls for an integration need; null without a key. Without a token every call says so by itself. */
export function accessFor(credentials: Credentials, integrationId: string): Access | null {
  const access = accessOf(credentials);
  return access && { ...access, integrationId };
}

/** The same for calls about the key itself. */
export function accessOf({ settings, apiKey, apiOrigin, missing }: Credentials): Access | null {
  const access = { apiOrigin, serverUrl: serverUrl(settings.server) };
  if (missing) return { ...access, apiKey: "", missing };
  if (apiKey === null) return null;
  const { signIn } = settings;
  if (settings.server.kind !== "relay" || signIn === null) return { ...access, apiKey };
  return { ...access, apiKey, renew: () => tokenInPlaceOf(apiKey, signIn) };
}

/** The same, read now. */
export async function accessTo(integrationId: string): Promise<Access | null> {
  return accessFor(await readCredentials(), integrationId);
}
