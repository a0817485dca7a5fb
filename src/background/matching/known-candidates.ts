import type { AtsReference, Candidate, CandidateIdentity } from "../../domain/candidate";
import type { ShownCandidate } from "../../domain/find";
import { broadcastChange } from "../../storage/changes";
import { withDb } from "../../storage/db";
import { digest } from "../../storage/digest";
import { bindingKey, knownKey, readBinding, readKnownCandidate } from "../../storage/read";
import type { KnownCandidate } from "../../storage/schema";

/** How long an answer counts as fresh; later it is shown at once and refreshed behind. */
export const FRESH_MS = 15 * 60_000;

/** What is kept of a candidate: everything else is dropped here. */
export function toStoredCandidate({ id, remoteId, name, tags }: CandidateIdentity | Candidate): Candidate {
  return { id, remoteId, name, tags: [...tags] };
}

/** Remembers whom a reference means with an integration; a confirmation once given stays for the same person. */
export async function remember(
  shown: Pick<ShownCandidate, "candidate" | "integrationId" | "matchedBy" | "asOf" | "pageUrl" | "fromLink"> & {
    reference: AtsReference;
  },
  confirmed: boolean,
): Promise<void> {
  const before = await readKnownCandidate(shown.integrationId, shown.reference);
  const entry: KnownCandidate = {
    key: await knownKey(shown.integrationId, shown.reference),
    page: shown.pageUrl === null ? "" : await digest(shown.pageUrl),
    integrationId: shown.integrationId,
    candidate: toStoredCandidate(shown.candidate),
    matchedBy: shown.matchedBy,
    asOf: shown.asOf,
    confirmed: confirmed || (before?.confirmed === true && before.candidate.id === shown.candidate.id),
  };
  await withDb((db) => db.put("candidates", entry));
  broadcastChange("candidates");
}

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

/** "This tenant of this ATS is that integration": after one confirmed match. */
export async function bind(reference: AtsReference, integrationId: string): Promise<void> {
  const key = bindingKey(reference.ats, reference.tenant);
  if ((await readBinding(reference.ats, reference.tenant))?.integrationId === integrationId) return;
  await withDb((db) => db.put("bindings", { key, integrationId, at: Date.now() }));
  broadcastChange("bindings");
}

/** Forgets bindings and candidates of integrations that are no longer set up. */
export async function keepOnly(integrationIds: readonly string[]): Promise<void> {
  const gone = (id: string) => !integrationIds.includes(id);
  await dropCandidates((one) => gone(one.integrationId));
  await withDb(async (db) => {
    for (const one of await db.getAll("bindings")) if (gone(one.integrationId)) await db.delete("bindings", one.key);
    for (const one of await db.getAllKeys("tags")) if (gone(one)) await db.delete("tags", one);
    for (const one of await db.getAll("shapes")) if (gone(one.integrationId)) await db.delete("shapes", one.id);
  });
  broadcastChange("bindings");
}
