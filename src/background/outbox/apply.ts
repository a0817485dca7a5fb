import type { FindResult, ShownCandidate } from "../../domain/find";
import type { Job } from "../../domain/job";
import { newAddJobs } from "../../domain/outbox/new-jobs";
import { badName, cleanName } from "../../domain/picker/name";
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

/** Puts the tags for exactly the candidate that was shown on disk, then starts sending. `gesturePage`: where the outcome may be told; `set`: the name of the tags' set. */
export async function applyTags(
  shown: ShownCandidate,
  choices: readonly TagChoice[],
  anyway: boolean,
  intentionIds: readonly string[] = [],
  gesturePage = pageOf(shown),
  set?: string,
): Promise<ApplyAnswer> {
  const settings = await readSettings();
  const integration = settings.integrations.find((one) => one.id === shown.integrationId);
  if (shown.certainty.level !== "sure" || !integration) return refused("not-certain");
  // A tag that exists is sent exactly as its ATS spells it; only a new one is cleaned and keeps to the rules.
  const tags = choices.map((one) => ({ ...one, name: one.create ? cleanName(one.name) : one.name }));
  if (tags.some(({ name, create }) => name === "" || (create && badName(name, integration.connector) !== null))) {
    return refused("bad-name");
  }
  if (!settings.mayCreateTags && tags.some((tag) => tag.create)) return refused("may-not-create");
  const notes = settings.tagNotes.filter(({ tag }) => tags.some((one) => !one.noted && sameTag(one.name, tag)));
  if (notes.length > 0) return { ok: false, because: "noted", notes };
  if (!anyway) {
    const { findInTab, hasMovedOn } = await onDemand();
    if (await hasMovedOn(shown, settings)) {
      const now = await findInTab({ tabId: shown.tabId as number, integrationId: shown.integrationId });
      // A page that only filled up meanwhile still shows the same person.
      if (!isSamePerson(now, shown)) return { ok: false, because: "candidate-changed", now };
    }
  }
  return write(shown, tags, intentionIds, await gesturePage, set);
}

async function write(
  shown: ShownCandidate,
  tags: readonly TagChoice[],
  intentionIds: readonly string[],
  page: Job["page"],
  set: string | undefined,
): Promise<ApplyAnswer> {
  // Before anything is on disk: should this worker die in between, the alarm brings the next one.
  dispatcher.prepare();
  try {
    const batch = crypto.randomUUID();
    const beside = { ...(page && { page }), ...(set !== undefined && { set }) };
    const asking = outbox.append(
      (before) => newAddJobs(shown, tags, before, batch, Date.now()).map((job) => ({ ...job, ...beside })),
      intentionIds,
    );
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
