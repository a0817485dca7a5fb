import type { ShownCandidate } from "../../domain/find";
import {
  identityByEmail,
  identityById,
  type PageSnapshot,
  sameIdentity,
  shownNameKey,
} from "../../domain/identity/page-identity";
import { ownAddresses } from "../../domain/own-addresses";
import type { Settings } from "../../domain/settings";
import { learnedReference } from "./by-link";
import { readPage } from "./by-tab";
import type { ReadPage } from "./lookup";
import { evidenceOfPage } from "./page-evidence";

/**
 * Whether the tab shows somebody else now than the screen the recruiter decided on. By hand there is nothing to compare,
 * and a link's candidate was never the one open in the tab.
 */
export async function hasMovedOn(shown: ShownCandidate, settings: Settings): Promise<boolean> {
  if (shown.fromLink || shown.tabId === null || shown.matchedBy === "hand" || shown.page === null) return false;
  const page = await readPage(shown.tabId, settings);
  if (page === null) return true;
  return !sameIdentity(shown.page, await snapshotNow(shown, page, settings));
}

/** The page as it is now, read for the same person. */
async function snapshotNow({ page, candidate, matchedBy }: ShownCandidate, now: ReadPage, settings: Settings) {
  const evidence = evidenceOfPage(now, ownAddresses(settings));
  const { detection, url } = now;
  const learned = matchedBy === "url-pattern" || matchedBy === "url-id" ? await learnedReference(url) : null;
  const reference = learned?.reference ?? (detection.kind === "candidate" ? detection.reference : null);
  const before = page?.identity;
  const { name } = candidate;
  const isSamePage = matchedBy === "url-id" && url === page?.url;
  const identity = isSamePage
    ? (before ?? null)
    : reference === null
      ? null
      : before?.kind === "email"
        ? identityByEmail(reference, { address: before.address, name }, evidence)
        : identityById(reference);
  return { url, identity, shownName: shownNameKey({ name, emails: [] }, evidence) } satisfies PageSnapshot;
}
