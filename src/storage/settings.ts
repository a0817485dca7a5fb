import { isServer } from "../domain/account-input";
import { CONNECTOR_IDS, type Connector } from "../domain/connector";
import { DEFAULT_SETTINGS, type Integration, type OnBehalfOf, type Server, type Settings } from "../domain/settings";
import { signedIn } from "../domain/sign-in";
import { browser } from "../platform/browser";
import { fromStorage } from "../platform/storage-error";

/** Where the settings lie in `storage.local`. The key is elsewhere and only as ciphertext. */
export const SETTINGS_ITEM = "settings";

type Parse<T> = (value: unknown) => T | undefined;

const text: Parse<string> = (value) => (typeof value === "string" ? value : undefined);
const flag: Parse<boolean> = (value) => (typeof value === "boolean" ? value : undefined);
const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

function list<T>(parse: Parse<T>): Parse<readonly T[]> {
  return (value) =>
    Array.isArray(value)
      ? value.flatMap((one) => ((parsed) => (parsed === undefined ? [] : [parsed]))(parse(one)))
      : undefined;
}

const server: Parse<Server> = (value) => {
  const { kind, url } = record(value);
  if (kind === "eu" || kind === "us") return { kind };
  if ((kind !== "own" && kind !== "relay") || typeof url !== "string") return undefined;
  return isServer({ kind, url }) ? { kind, url } : undefined;
};

const integration: Parse<Integration> = (value) => {
  const { id, connector, label } = record(value);
  if (typeof id !== "string" || !(CONNECTOR_IDS as readonly unknown[]).includes(connector)) return undefined;
  return { id, connector: connector as Connector, label: text(label) ?? "" };
};

const onBehalfOf: Parse<OnBehalfOf> = (value) => {
  const { integrationId, userRemoteId, name } = record(value);
  if (typeof integrationId !== "string" || typeof userRemoteId !== "string") return undefined;
  return { integrationId, userRemoteId, name: text(name) ?? "" };
};

const days: Parse<number> = (value) =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 365 ? value : undefined;

/** Field by field: one bad value falls back by itself and never resets the others. */
export function parseSettings(stored: unknown): Settings {
  const from = record(stored);
  return {
    server: server(from.server) ?? DEFAULT_SETTINGS.server,
    integrations: list(integration)(from.integrations) ?? DEFAULT_SETTINGS.integrations,
    keyHint: text(from.keyHint) ?? null,
    signIn: signedIn(from.signIn),
    ownEmails: list(text)(from.ownEmails) ?? DEFAULT_SETTINGS.ownEmails,
    workEmail: text(from.workEmail) ?? null,
    onBehalfOf: list(onBehalfOf)(from.onBehalfOf) ?? DEFAULT_SETTINGS.onBehalfOf,
    notify: flag(from.notify) ?? DEFAULT_SETTINGS.notify,
    tagInPage: flag(from.tagInPage) ?? DEFAULT_SETTINGS.tagInPage,
    historyDays: days(from.historyDays) ?? DEFAULT_SETTINGS.historyDays,
    mayCreateTags: flag(from.mayCreateTags) ?? DEFAULT_SETTINGS.mayCreateTags,
  };
}

/** The settings as stored, with a default for everything missing. The one place that reads them. */
export async function readSettings(): Promise<Settings> {
  const stored = await fromStorage(browser.storage.local.get(SETTINGS_ITEM));
  return parseSettings(stored[SETTINGS_ITEM]);
}
