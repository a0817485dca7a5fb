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

const START = "sessionStart";

/** When this browser session began, as far as Quicktag saw (epoch ms). */
export async function readSessionStart(): Promise<number> {
  const stored = (await browser.storage.session.get(START))[START];
  if (typeof stored === "number") return stored;
  const now = Date.now();
  await browser.storage.session.set({ [START]: now });
  return now;
}
