import { referenceKey } from "../../domain/candidate";
import type { FindResult, ShownCandidate } from "../../domain/find";
import { newAddJobs } from "../../domain/outbox/new-jobs";
import { badName, cleanName } from "../../domain/picker/name";
import type { ApplyAnswer, TagChoice } from "../../messaging/protocol";
import { readSettings } from "../../storage/settings";
import { bestEffort } from "../best-effort";
import { findInTab, readPage } from "../matching/by-tab";
import { tabUrl } from "../matching/page";
import { countUse } from "../tags/uses";
import { dispatcher, outbox } from "./index";
import { StorageFull } from "./transaction";

const refused = (reason: Extract<ApplyAnswer, { because: "refused" }>["reason"]): ApplyAnswer => ({
  ok: false,
  because: "refused",
  reason,
});

/** Puts the tags for exactly the candidate that was shown on disk, then starts sending. */
export async function applyTags(
  shown: ShownCandidate,
  choices: readonly TagChoice[],
  anyway: boolean,
  intentionIds: readonly string[] = [],
): Promise<ApplyAnswer> {
  const settings = await readSettings();
  const integration = settings.integrations.find((one) => one.id === shown.integrationId);
  if (shown.certainty.level !== "sure" || !integration) return refused("not-certain");
  const tags = choices.map(({ name, create }) => ({ name: cleanName(name), create }));
  // A tag that exists may be called whatever its ATS allows; a new one keeps to the rules.
  if (tags.some(({ name, create }) => name === "" || (create && badName(name, integration.connector) !== null))) {
    return refused("bad-name");
  }
  if (!settings.mayCreateTags && tags.some((tag) => tag.create)) return refused("may-not-create");
  if (!anyway && (await movedOn(shown))) {
    const now = await findInTab({ tabId: shown.tabId as number, integrationId: shown.integrationId });
    // A page that only filled up meanwhile still shows the same person.
    if (!isSamePerson(now, shown)) return { ok: false, because: "candidate-changed", now };
  }
  return write(shown, tags, intentionIds);
}

async function write(
  shown: ShownCandidate,
  tags: readonly TagChoice[],
  intentionIds: readonly string[],
): Promise<ApplyAnswer> {
  // Before anything is on disk: should this worker die in between, the alarm brings the next one.
  dispatcher.prepare();
  try {
    const batch = crypto.randomUUID();
    const asking = outbox.append((before) => newAddJobs(shown, tags, before, batch, Date.now()), intentionIds);
    const jobs = await asking.finally(() => void dispatcher.run());
    if (jobs.length === 0) return { ok: true, jobs: [] };
    // What was asked for is on disk and on its way; a full disk may cost the recents, not the tag.
    await bestEffort(
      countUse(
        shown.integrationId,
        tags.map((tag) => tag.name),
      ),
    );
    return { ok: true, jobs: jobs.map((job) => job.id) };
  } catch (error) {
    if (error instanceof StorageFull) return refused("storage-full");
    throw error;
  }
}

function isSamePerson(now: FindResult, { candidate, integrationId }: ShownCandidate): boolean {
  return now.kind === "found" && now.shown.candidate.id === candidate.id && now.shown.integrationId === integrationId;
}

/**
 * Whether the tab shows somebody else now than the screen the recruiter decided on. By hand there is nothing to compare, and
 * a link's candidate was never the one open in the tab.
 */
async function movedOn(shown: ShownCandidate): Promise<boolean> {
  if (shown.fromLink) return false;
  if (shown.tabId === null || shown.matchedBy === "hand" || shown.reference === null) return false;
  if (shown.matchedBy === "token" || shown.matchedBy === "shape") return !(await sameAddress(shown));
  const page = await readPage(shown.tabId, await readSettings());
  if (page?.detection.kind !== "candidate") return true;
  return referenceKey(page.detection.reference) !== referenceKey(shown.reference);
}

async function sameAddress({ tabId, pageUrl }: ShownCandidate): Promise<boolean> {
  return pageUrl !== null && (await tabUrl(tabId as number)) === pageUrl;
}
