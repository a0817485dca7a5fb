import { browser } from "../platform/browser";

/**
 * What was typed and not sent, per candidate, for the browser session. The popup writes it itself (the one exception to
 * "the background writes"), because a popup can be closed between two keystrokes.
 */
const item = (key: string) => `draft:${key}`;

export async function readDraft(key: string): Promise<string> {
  const stored = await browser.storage.session.get(item(key));
  const draft = stored[item(key)];
  return typeof draft === "string" ? draft : "";
}

/** An empty text removes the draft. */
export async function writeDraft(key: string, draft: string): Promise<void> {
  if (draft) await browser.storage.session.set({ [item(key)]: draft });
  else await browser.storage.session.remove(item(key));
}
