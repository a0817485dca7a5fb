import type { FindResult, ShownCandidate } from "../../domain/find";
import type { Job, NewJob } from "../../domain/job";
import { newAddJobs, newRemoveJobs } from "../../domain/outbox/new-jobs";
import { badName, cleanName } from "../../domain/picker/name";
import type { Settings } from "../../domain/settings";
import { sameTag } from "../../domain/text/same-tag";
import type { ApplyAnswer, ApplyRefusal, TagChoice } from "../../messaging/protocol";
import { digest } from "../../storage/digest";
import { readSettings } from "../../storage/settings";
import { bestEffort } from "../best-effort";
import { onDemand } from "../load";
import { countUse } from "../tags/uses";
import { dispatcher, outbox } from "./index";
import { TagRefused } from "./tag-refused";
import { StorageFull } from "./transaction";

const refused = (reason: ApplyRefusal): ApplyAnswer => ({
  ok: false,
  because: "refused",
  reason,
});

/** The same words as for rules that hold everywhere, where they mean the same. */
const REASONS = {
  unwritable: "bad-name",
  "not-yours": "may-not-create",
  "not-allowed": "not-allowed",
  format: "format",
  forbidden: "forbidden",
} as const;

/** Puts the tags for exactly the candidate that was shown on disk, then starts sending. `gesturePage`: where the outcome may be told. */
export async function applyTags(
  shown: ShownCandidate,
  choices: readonly TagChoice[],
  anyway: boolean,
  intentionIds: readonly string[] = [],
  gesturePage = pageOf(shown),
): Promise<ApplyAnswer> {
  const settings = await readSettings();
  const integration = settings.integrations.find((one) => one.id === shown.integrationId);
  if (shown.certainty.level !== "sure" || !integration) return refused("not-certain");
  if (isByHandAgainst(shown, settings)) return refused("by-hand-off");
  // A tag that exists is sent exactly as its ATS spells it; only a new one is cleaned and keeps to the rules.
  const tags = choices.map((tag) => (tag.create ? { ...tag, name: cleanName(tag.name) } : tag));
  if (tags.some(({ name, create }) => name === "" || (create && badName(name, integration.connector) !== null))) {
    return refused("bad-name");
  }
  if (!settings.mayCreateTags && tags.some((tag) => tag.create)) return refused("may-not-create");
  const notes = settings.tagNotes.filter(({ tag }) => tags.some((one) => !one.noted && sameTag(one.name, tag)));
  if (notes.length > 0) return { ok: false, because: "noted", notes };
  const now = anyway ? null : await somebodyElse(shown, settings);
  if (now) return { ok: false, because: "candidate-changed", now };
  const page = await gesturePage;
  const answer = await write(
    (before) => withPage(newAddJobs(shown, tags, before, crypto.randomUUID(), Date.now()), page),
    intentionIds,
  );
  // What was asked for is on disk and on its way; a full disk may cost the recents, not the tag.
  const names = tags.map((tag) => tag.name);
  if (answer.ok && answer.jobs.length > 0) await bestEffort(countUse(shown.integrationId, names));
  return answer;
}

/** Puts the removal of a carried tag on disk, under the same conditions as adding one, then starts sending. */
export async function removeTag(shown: ShownCandidate, tag: string): Promise<ApplyAnswer> {
  const settings = await readSettings();
  const isKnown = settings.integrations.some((one) => one.id === shown.integrationId);
  if (shown.certainty.level !== "sure" || !isKnown) return refused("not-certain");
  if (isByHandAgainst(shown, settings)) return refused("by-hand-off");
  const now = await somebodyElse(shown, settings);
  if (now) return { ok: false, because: "candidate-changed", now };
  const page = await pageOf(shown);
  return write((before) => withPage(newRemoveJobs(shown, tag, before, crypto.randomUUID(), Date.now()), page));
}

/** Found by hand before the company switched that off. */
const isByHandAgainst = ({ matchedBy }: ShownCandidate, { byHand }: Settings): boolean =>
  matchedBy === "hand" && !byHand;

/** What the tab shows now, where that is no longer the person on screen. */
async function somebodyElse(shown: ShownCandidate, settings: Settings): Promise<FindResult | null> {
  const { findInTab, hasMovedOn } = await onDemand();
  if (!(await hasMovedOn(shown, settings))) return null;
  const now = await findInTab({ tabId: shown.tabId as number, integrationId: shown.integrationId });
  // A page that only filled up meanwhile still shows the same person.
  return isSamePerson(now, shown) ? null : now;
}

const withPage = (jobs: readonly NewJob[], page: Job["page"]): NewJob[] =>
  jobs.map((job) => ({ ...job, ...(page && { page }) }));

async function write(
  drafts: (before: readonly Job[]) => readonly NewJob[],
  intentionIds: readonly string[] = [],
): Promise<ApplyAnswer> {
  // Before anything is on disk: should this worker die in between, the alarm brings the next one.
  dispatcher.prepare();
  try {
    const jobs = await outbox.append(drafts, intentionIds).finally(() => void dispatcher.run());
    return { ok: true, jobs: jobs.map((job) => job.id) };
  } catch (error) {
    if (error instanceof StorageFull) return refused("storage-full");
    if (error instanceof TagRefused) return refused(REASONS[error.problem]);
    throw error;
  }
}

function isSamePerson(now: FindResult, { candidate, integrationId }: ShownCandidate): boolean {
  return now.kind === "found" && now.shown.candidate.id === candidate.id && now.shown.integrationId === integrationId;
}

/** Where the outcome may be told: never on another site than the one the gesture was made on. */
export async function pageOf({
  pageUrl,
  fromLink,
}: Pick<ShownCandidate, "pageUrl" | "fromLink">): Promise<Job["page"]> {
  if (pageUrl === null || !URL.canParse(pageUrl)) return undefined;
  return { origin: new URL(pageUrl).origin, digest: fromLink ? null : await digest(pageUrl) };
}
