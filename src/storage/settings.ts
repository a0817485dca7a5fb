import { isServer } from "../domain/account-input";
import { CONNECTOR_IDS, type Connector } from "../domain/connector";
import { isLanguage } from "../domain/language";
import { effectiveSettings } from "../domain/policy/effective";
import {
  DEFAULT_OWN,
  type Integration,
  type OnBehalfOf,
  type OwnSettings,
  type Server,
  type Settings,
} from "../domain/settings";
import { signedIn } from "../domain/sign-in";
import { browser } from "../platform/browser";
import { fromStorage } from "../platform/storage-error";
import { SETTINGS_ITEM } from "./items";
import { POLICY_ITEM, storedPolicy } from "./policy";

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
export function parseSettings(stored: unknown): OwnSettings {
  const from = record(stored);
  return {
    server: server(from.server) ?? DEFAULT_OWN.server,
    integrations: list(integration)(from.integrations) ?? DEFAULT_OWN.integrations,
    keyHint: text(from.keyHint) ?? null,
    signIn: signedIn(from.signIn),
    ownEmails: list(text)(from.ownEmails) ?? DEFAULT_OWN.ownEmails,
    workEmail: text(from.workEmail) ?? null,
    onBehalfOf: list(onBehalfOf)(from.onBehalfOf) ?? DEFAULT_OWN.onBehalfOf,
    notify: flag(from.notify) ?? DEFAULT_OWN.notify,
    tagInPage: flag(from.tagInPage) ?? DEFAULT_OWN.tagInPage,
    historyDays: days(from.historyDays) ?? DEFAULT_OWN.historyDays,
    mayCreateTags: flag(from.mayCreateTags) ?? DEFAULT_OWN.mayCreateTags,
    language: isLanguage(from.language) ? from.language : null,
    chosen: list(text)(from.chosen) ?? DEFAULT_OWN.chosen,
  };
}

/** What has to be read of `storage.local` for the settings that apply. */
export const SETTINGS_ITEMS: readonly string[] = [SETTINGS_ITEM, POLICY_ITEM];

/** The settings that apply, out of those items. */
export const settingsIn = (stored: Record<string, unknown>): Settings =>
  effectiveSettings(parseSettings(stored[SETTINGS_ITEM]), storedPolicy(stored[POLICY_ITEM]));

/** The settings that apply, read now: the recruiter's with the company's policy over them. The one place that reads them. */
export async function readSettings(): Promise<Settings> {
  return settingsIn(await fromStorage(browser.storage.local.get([...SETTINGS_ITEMS])));
}

/** What the recruiter set, without the policy: for changing it. */
export async function readOwnSettings(): Promise<OwnSettings> {
  const stored = await fromStorage(browser.storage.local.get(SETTINGS_ITEM));
  return parseSettings(stored[SETTINGS_ITEM]);
}
