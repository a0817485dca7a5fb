import { broadcastChange } from "../../storage/changes";
import { withDb } from "../../storage/db";
import type { KnownCandidate } from "../../storage/schema";

/** Forgets people not looked up for this many days; they are found again by asking Kombo. */
export async function pruneCandidates(days: number, now = Date.now()): Promise<void> {
  const before = now - days * 24 * 60 * 60_000;
  await dropCandidates((one) => one.asOf < before);
}

/** Drops everything remembered about a Kombo id: Kombo does not know it any more. */
export async function forgetCandidate(integrationId: string, candidateId: string): Promise<void> {
  await dropCandidates((one) => one.integrationId === integrationId && one.candidate.id === candidateId);
  broadcastChange("candidates");
}

function dropCandidates(which: (known: KnownCandidate) => boolean): Promise<void> {
  return withDb(async (db) => {
    for (const one of await db.getAll("candidates")) if (which(one)) await db.delete("candidates", one.key);
  });
}

/** Forgets which integration a tenant is; the next match asks again. */
export async function forgetBinding(key: string): Promise<void> {
  await withDb((db) => db.delete("bindings", key));
  broadcastChange("bindings");
}

/** Forgets bindings and candidates of integrations that are no longer set up. */
export async function keepOnly(integrationIds: readonly string[]): Promise<void> {
  const gone = (id: string) => !integrationIds.includes(id);
  await dropCandidates((one) => gone(one.integrationId));
  await withDb(async (db) => {
    for (const one of await db.getAll("bindings")) if (gone(one.integrationId)) await db.delete("bindings", one.key);
    for (const one of await db.getAllKeys("tags")) if (gone(one)) await db.delete("tags", one);
    for (const one of await db.getAll("urlPatterns"))
      if (gone(one.integrationId)) await db.delete("urlPatterns", one.id);
  });
  broadcastChange("bindings");
}

/** Forgets where the addresses of a learned site carry the id. */
export async function forgetUrlPattern(id: string): Promise<void> {
  await withDb((db) => db.delete("urlPatterns", id));
  broadcastChange("urlPatterns");
}
