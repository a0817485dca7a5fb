import type { AtsReference, Candidate, CandidateIdentity } from "../../domain/candidate";
import type { ShownCandidate } from "../../domain/find";
import { confirmationKey, type PageSnapshot } from "../../domain/identity/page-identity";
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

type Remembered = Pick<
  ShownCandidate,
  "candidate" | "integrationId" | "matchedBy" | "asOf" | "pageUrl" | "page" | "nameHidden"
>;

/**
 * Remembers whom a page's identity means with an integration. `confirmed`: a person said so of the page as it was shown.
 * Earlier confirmations stay for the same person. A page without an identity of its own is not remembered.
 */
export async function remember(shown: Remembered, confirmed: boolean): Promise<void> {
  const { page, integrationId } = shown;
  if (!page?.identity || shown.nameHidden) return;
  const before = await readKnownCandidate(integrationId, page.identity);
  const earlier = before?.candidate.id === shown.candidate.id ? before.confirmedAs : [];
  const key = confirmed ? await confirmationDigest(integrationId, page) : null;
  const entry: KnownCandidate = {
    key: await knownKey(integrationId, page.identity),
    page: shown.pageUrl === null ? "" : await digest(shown.pageUrl),
    integrationId,
    candidate: toStoredCandidate(shown.candidate),
    matchedBy: shown.matchedBy,
    asOf: shown.asOf,
    confirmedAs: key === null ? earlier : [...new Set([...earlier, key])],
  };
  await withDb((db) => db.put("candidates", entry));
  broadcastChange("candidates");
}

/** Whether a person confirmed this candidate on a page of this identity that showed this name. */
export async function isConfirmed(integrationId: string, candidateId: string, page: PageSnapshot): Promise<boolean> {
  if (page.identity === null) return false;
  const known = await readKnownCandidate(integrationId, page.identity);
  if (known?.candidate.id !== candidateId) return false;
  const key = await confirmationDigest(integrationId, page);
  return key !== null && known.confirmedAs.includes(key);
}

async function confirmationDigest(integrationId: string, page: PageSnapshot): Promise<string | null> {
  const key = confirmationKey(integrationId, page.identity, page.shownName);
  return key === null ? null : digest(key);
}

/** "This tenant of this ATS is that integration": after one confirmed match. */
export async function bind(reference: AtsReference, integrationId: string): Promise<void> {
  const key = bindingKey(reference.ats, reference.tenant);
  const before = await readBinding(reference.ats, reference.tenant);
  if (before?.integrationId === integrationId && !before.fromVersion1) return;
  await withDb((db) => db.put("bindings", { key, integrationId, at: Date.now() }));
  broadcastChange("bindings");
}
