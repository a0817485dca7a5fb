import { browser } from "../platform/browser";

/** Which tags have Alt+1…9 with an integration, for the browser session. The popup writes it, as it does its drafts. */
const item = (integrationId: string) => `numbers:${integrationId}`;

export async function readNumbers(integrationId: string): Promise<string[]> {
  const stored = (await browser.storage.session.get(item(integrationId)))[item(integrationId)];
  return Array.isArray(stored) ? stored.filter((name) => typeof name === "string") : [];
}

export async function writeNumbers(integrationId: string, names: readonly string[]): Promise<void> {
  await browser.storage.session.set({ [item(integrationId)]: names });
}
