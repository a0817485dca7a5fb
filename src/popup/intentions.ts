import type { IntendedTag } from "../domain/intention";
import { call } from "../messaging/call";
import type { RequestOf, TagChoice } from "../messaging/protocol";
import { stayConnected } from "./connection";
import { get, type PendingEntry, set } from "./state";

/** Pending entries given to the background by their ids; true once it has them on disk, false if it could not take them. */
const handedOver = new Map<string, Promise<boolean>>();

/** Hands what was entered early to the background, so that closing the popup loses nothing. Call on every change. */
export function handOverPendingEntries(): void {
  const { tabId, pageUrl, link, pendingEntries } = get();
  if (tabId === null || pageUrl === null) return;
  for (const entry of pendingEntries) {
    const tag = intendedTag(entry);
    if (handedOver.has(entry.id) || tag === null) continue;
    handedOver.set(entry.id, add({ id: entry.id, tabId, pageUrl, ...(link !== null && { link }), tag }));
  }
}

async function add(intention: Omit<RequestOf<"intentions.add">, "owner">): Promise<boolean> {
  try {
    await call("intentions.add", { ...intention, owner: stayConnected() });
    return true;
  } catch {
    handedOver.delete(intention.id);
    return false;
  }
}

/** Those of these entries that were given to the background. */
export const handedOverIds = (ids: readonly string[]): string[] => ids.filter((id) => handedOver.has(id));

/** Those of these entries that the background has on disk: only they can have been carried out there already. */
export async function storedIds(ids: readonly string[]): Promise<string[]> {
  const stored = await Promise.all(ids.map((id) => handedOver.get(id) ?? false));
  return ids.filter((_, at) => stored[at]);
}

/** Null for what is no more than arrow keys, and for what waits for a person already. */
function intendedTag({ typed, choice, moves, digit, setId, isHeld }: PendingEntry): IntendedTag | null {
  const name = choice && !choice.create ? choice.name : null;
  if (isHeld || (name === null && typed.trim() === "" && !digit)) return null;
  return {
    typed,
    name,
    ...(moves && { isOpen: true as const }),
    ...(digit && { digit }),
    ...(setId !== undefined && { set: setId }),
  };
}

/** The popup has these in view again: the background must not carry them out any more. */
export function takeBack(entries: readonly PendingEntry[]): void {
  const ids = entries.map(({ id }) => id).filter((id) => handedOver.delete(id));
  if (ids.length > 0) void call("intentions.end", { ids }).catch(() => undefined);
}

/** Brings back what an earlier popup over this page left: undecided tags stand first, others are settled as if just entered. */
export async function restoreIntentions(pageUrl: string, link?: string): Promise<void> {
  const { entries } = await call("intentions.take", {
    pageUrl,
    owner: stayConnected(),
    ...(link !== undefined && { link }),
  }).catch(() => ({ entries: [] }));
  const pending: PendingEntry[] = [];
  const chips: { typed: string; choice: TagChoice | null }[] = [];
  for (const { tag, held } of entries) {
    const { typed, name, digit } = tag;
    const choice = name === null ? null : { name, create: false };
    const entry = { typed, choice, id: crypto.randomUUID(), revision: -1, candidateId: null };
    // Which tag has the number is not known before the list is.
    if (digit && !choice) pending.push({ ...entry, digit, moved: 0, ...(held && { isHeld: true as const }) });
    else if (held || tag.isOpen) chips.push({ typed: name ?? typed, choice });
    else pending.push({ ...entry, typed: name ?? typed, ...(tag.set !== undefined && { setId: tag.set }) });
  }
  if (chips.length > 0) set({ chips: [...chips, ...get().chips] });
  if (pending.length > 0) set({ pendingEntries: [...pending, ...get().pendingEntries] });
}
