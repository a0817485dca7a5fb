import { browser } from "../platform/browser";

const ITEM = "sessionId";

/** An id of this browser session: another one after the browser was restarted. */
export async function readSessionId(): Promise<string> {
  const stored = (await browser.storage.session.get(ITEM))[ITEM];
  if (typeof stored === "string") return stored;
  const made = crypto.randomUUID();
  await browser.storage.session.set({ [ITEM]: made });
  return made;
}
