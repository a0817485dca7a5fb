import { type FailureKind, failure } from "../../domain/failure";
import type { Job, JobTarget } from "../../domain/job";
import { isRequestedBy, requesterIn } from "../../domain/requester";
import type { Settings } from "../../domain/settings";
import { write } from "../../kombo/write";
import { missingOrigins } from "../account/access";
import { accessFor, accessTo, readCredentials } from "../account/credentials";
import { bestEffort } from "../best-effort";
import { onDemand } from "../load";
import { forgetCandidate } from "../matching/forget";
import { wasPresent } from "./presence";
import type { ResolveAgain, SendAnswer, Sender } from "./sender";
import { problemOf } from "./tag-refused";

const nothingSent = (kind: FailureKind, message: string | null = null): SendAnswer => ({
  ok: false,
  failure: failure(kind, { message }),
  answered: true,
  limit: null,
  remaining: null,
});

async function send(job: Job, notePresence: NotePresence): Promise<SendAnswer> {
  const { integrationId, candidateId } = job.target;
  const credentials = await readCredentials().catch(() => null);
  if (!credentials) return nothingSent("storage-unavailable");
  const { settings } = credentials;
  const requester = requesterIn(settings);
  // Signed out is said below; whoever signs in next must not have sent what they did not ask for.
  const isSignedOut = settings.server.kind === "relay" && requester === null;
  if (!isSignedOut && !isRequestedBy(job, requester)) return nothingSent("other-user", job.requestedBy?.name);
  const access = accessFor(credentials, integrationId);
  if (!access) return nothingSent("key-missing");
  const integration = settings.integrations.find((one) => one.id === integrationId);
  if (!integration) return nothingSent("integration-not-found");
  if ((await missingOrigins(settings)).length > 0) return nothingSent("access-missing");
  const problem = problemOf(rulesWhileWaiting(settings), job);
  if (problem !== null) return nothingSent(`tag-${problem}`);
  const user = settings.onBehalfOf.find((one) => one.integrationId === integrationId)?.userRemoteId ?? null;
  const { connector } = integration;
  let ended = false;
  if (job.operation === "add" && job.presenceUnknown) {
    void bestEffort(
      wasPresent(access, job, () => ended).then((present) => present !== null && notePresence(job.id, present)),
    );
  }
  const answer = await write(access, {
    operation: job.operation,
    candidateId,
    tag: job.tag,
    connector,
    onBehalfOf: user,
  });
  ended = true;
  const { limit, remaining } = answer;
  if (!answer.ok) return { ok: false, failure: answer.failure, answered: answer.answered, limit, remaining };
  // Kombo asks for its debug texts to be logged; they hold no key.
  for (const warning of answer.value.warnings) console.warn(`Quicktag: ${warning}`);
  return { ok: true, ...answer.value, limit, remaining };
}

/**
 * The company's rules hold until a tag is sent. A preference of one's own counted when the tag was asked for: changing it
 * takes nothing back.
 */
function rulesWhileWaiting({ tagRules, mayCreateTags, locked }: Settings) {
  return { tagRules, mayCreateTags: mayCreateTags || !locked.includes("mayCreateTags") };
}

/** Records whether the candidate carried the tag before. */
export type NotePresence = (jobId: string, present: boolean) => Promise<unknown>;

/** Writes each job through Kombo, once. */
export const createSender = (notePresence: NotePresence): Sender => ({ send: (job) => send(job, notePresence) });

/** The look-ups of a job whose Kombo id is refused: what the page said, else the ATS's id. */
function lookUpsOf({ reference, remoteId }: JobTarget) {
  const byId = reference?.lookups.filter((one) => one.by !== "email") ?? [];
  if (byId.length > 0) return byId;
  return remoteId === null ? [] : [{ by: "candidate" as const, value: remoteId }];
}

/** Looks the candidate up once more; the same name must come back, or nothing is sent. */
export const resolveAgain: ResolveAgain = async (target) => {
  await bestEffort(forgetCandidate(target.integrationId, target.candidateId));
  const access = await accessTo(target.integrationId);
  if (!access) return { failure: failure("key-missing") };
  const { requestCandidates, sameRecordName } = await onDemand();
  for (const lookup of lookUpsOf(target)) {
    const answer = await requestCandidates(access, lookup);
    if (!answer.ok) return { failure: answer.failure };
    const same = answer.value.filter((one) => sameRecordName(one.name, target.name));
    // One person may be there several times (once for each job applied for): which one was meant, nobody knows.
    if (same.length === 1 && same[0]) return { candidateId: same[0].id };
  }
  return { failure: failure("candidate-gone") };
};
