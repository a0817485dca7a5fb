import type { HeldReason, IntendedTag, Intention } from "../../domain/intention";
import { requestedBy, requesterIn } from "../../domain/requester";
import { broadcastChange } from "../../storage/changes";
import { withDb } from "../../storage/db";
import { digest } from "../../storage/digest";
import { readSessionId } from "../../storage/session";
import { readSettings } from "../../storage/settings";

let lastAt = 0;

/** Now, and later than the one before: what was entered within one millisecond keeps its order. */
function nextMoment(): number {
  lastAt = Math.max(Date.now(), lastAt + 1);
  return lastAt;
}

export interface NewIntention {
  id: string;
  owner: string;
  tabId: number;
  pageUrl: string;
  /** The link the popup was opened on, if it was one. */
  link?: string;
  tag: IntendedTag;
}

/** Writes down what was entered before the candidate was known. Resolves once it is on disk. */
export async function addIntention({ id, owner, tabId, pageUrl, link, tag }: NewIntention): Promise<void> {
  const createdAt = nextMoment();
  const requester = requesterIn(await readSettings());
  const intention: Intention = {
    id,
    owner,
    tabId,
    page: await digest(pageUrl),
    ...(link !== undefined && { link: await digest(link) }),
    session: await readSessionId(),
    tag,
    createdAt,
    held: null,
  };
  await withDb((db) => db.put("intentions", requestedBy(intention, requester)));
  broadcastChange("intentions");
}

/** Those nobody has carried out or held yet, oldest first. */
export async function waitingIntentions(): Promise<Intention[]> {
  const all = await withDb((db) => db.getAll("intentions"));
  return all.filter(({ held }) => held === null).sort((a, b) => a.createdAt - b.createdAt);
}

/** Writes down which tag turned out to be meant. */
export async function setIntendedTag(id: string, tag: IntendedTag): Promise<void> {
  await withDb(async (db) => {
    const tx = db.transaction("intentions", "readwrite");
    const one = await tx.store.get(id);
    if (one) await tx.store.put({ ...one, tag });
    await tx.done;
  });
}

/** From now on these wait for a person; gives those that were still there. */
export async function holdIntentions(ids: readonly string[], reason: HeldReason): Promise<Intention[]> {
  const held = await withDb(async (db) => {
    const tx = db.transaction("intentions", "readwrite");
    const kept: Intention[] = [];
    for (const id of ids) {
      const one = await tx.store.get(id);
      if (!one) continue;
      kept.push({ ...one, held: reason });
      await tx.store.put({ ...one, held: reason });
    }
    await tx.done;
    return kept;
  });
  if (held.length > 0) broadcastChange("intentions");
  return held;
}

/** Removes these, whatever became of them. */
export async function endIntentions(ids: readonly string[]): Promise<void> {
  await withDb(async (db) => {
    const tx = db.transaction("intentions", "readwrite");
    for (const id of ids) await tx.store.delete(id);
    await tx.done;
  });
}

/**
 * Hands over and removes what was entered on this page, for a popup that shows it: over the page itself also what is held
 * for one of its links, which no other popup may come to show. What the popup itself (`owner`) has just given away is in
 * its view: it would be there twice.
 */
export async function takeIntentions(pageUrl: string, owner: string, link?: string): Promise<Intention[]> {
  const page = await digest(pageUrl);
  const target = link === undefined ? undefined : await digest(link);
  const isMine = (one: Intention) =>
    one.page === page &&
    (one.owner !== owner || one.held !== null) &&
    (one.link === target || (target === undefined && one.held !== null));
  const taken = await withDb(async (db) => {
    const tx = db.transaction("intentions", "readwrite");
    const mine = (await tx.store.getAll()).filter(isMine);
    for (const { id } of mine) await tx.store.delete(id);
    await tx.done;
    return mine;
  });
  if (taken.length > 0) broadcastChange("intentions");
  return taken.sort((a, b) => a.createdAt - b.createdAt);
}
