import type { ShownCandidate } from "../domain/find";
import { browser } from "../platform/browser";

/**
 * What was typed and not sent, per candidate, for the browser session: a tag a line, the last line is the field's. The
 * popup writes it itself (the one exception to "the background writes"), because a popup can be closed between two
 * keystrokes; the background adds what a popup asked for that was closed before it could hear the answer.
 */
const item = (key: string) => `draft:${key}`;

export async function readInputDraft(key: string): Promise<string> {
  const stored = await browser.storage.session.get(item(key));
  const draft = stored[item(key)];
  return typeof draft === "string" ? draft : "";
}

/** An empty text removes the draft. */
export async function writeInputDraft(key: string, draft: string): Promise<void> {
  if (draft) await browser.storage.session.set({ [item(key)]: draft });
  else await browser.storage.session.remove(item(key));
}

type Whose = Pick<ShownCandidate, "integrationId" | "candidate">;

/** The key of a candidate's draft. */
export const inputDraftKey = ({ integrationId, candidate }: Whose): string => `${integrationId}:${candidate.id}`;

/** Puts tags before what a candidate's draft holds already. */
export async function addToInputDraft(whose: Whose, tags: readonly { name: string }[]): Promise<void> {
  const key = inputDraftKey(whose);
  await writeInputDraft(key, [...tags.map(({ name }) => name), await readInputDraft(key)].join("\n"));
}
