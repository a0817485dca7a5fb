import { failure } from "../domain/failure";
import type { ShownCandidate } from "../domain/find";
import { requesterIn } from "../domain/requester";
import { triggerSync } from "../kombo/check";
import { findCandidates } from "../kombo/read";
import type { RequestOf, ResponseOf } from "../messaging/protocol";
import type { Handlers } from "../messaging/serve";
import { broadcastChange } from "../storage/changes";
import { reloadTexts } from "../storage/language";
import { readSettings } from "../storage/settings";
import { checkConnection } from "./account/connection";
import { accessTo } from "./account/credentials";
import { resolveUser } from "./account/on-behalf-of";
import { takePolicy } from "./account/policy";
import { saveSettings } from "./account/save";
import { endSession, startSession } from "./account/session";
import { changeSettings } from "./account/settings";
import { batches, clearBatches, tendBatches } from "./batch/index";
import { whatIsListed } from "./batch/listed";
import { moveBatch } from "./batch/move";
import { bestEffort } from "./best-effort";
import { onDemand } from "./load";
import { forgetBinding, forgetUrlPattern, keepOnly } from "./matching/forget";
import { pageText } from "./matching/page-text";
import { rebuildMenus } from "./menu/rebuild";
import { updateBadge } from "./notify/badge";
import { notifyUndelivered } from "./notify/nothing-sent";
import { isOwnerOpen } from "./notify/popups";
import { applyTags, removeTag } from "./outbox/apply";
import { carryOutWaiting } from "./outbox/carry-out-waiting";
import { dispatcher, outbox } from "./outbox/index";
import { addIntention, endIntentions, takeIntentions } from "./outbox/intention-store";
import { undoJob } from "./outbox/undo-job";
import { refreshTags } from "./tags/refresh";
import { deleteSet, saveSet, setPin } from "./tags/sets";

/** One line a message of the protocol. What follows a change, and in which order, is decided here and nowhere else. */
export const handlers: Handlers = {
  "candidate.find": async (request) => (await onDemand()).findForPopup(request),
  "panel.site": async ({ tabId }) => ({ origin: await (await onDemand()).knownSiteOf(tabId) }),
  "candidate.ofLink": async (request) => (await onDemand()).findLinkForPopup(request),
  "candidate.byHand": async (request) => (await onDemand()).findByHand(request),
  "candidate.confirm": handleConfirm,
  "tags.apply": handleApply,
  "sets.save": async ({ set }) => {
    const problem = await saveSet(set);
    // The screen says that it is in the menu.
    await bestEffort(rebuildMenus());
    return { problem };
  },
  "sets.delete": async ({ integrationId, id }) => {
    await deleteSet(integrationId, id);
    void rebuildMenus();
    return { ok: true };
  },
  "tags.remove": handleRemove,
  "pins.set": async ({ integrationId, place, pin }) => {
    await setPin(integrationId, place, pin);
    return { ok: true };
  },
  "page.text": async ({ tabId, pageUrl }) => pageText(tabId, pageUrl),
  "intentions.add": handleIntention,
  "intentions.take": handleTakeIntentions,
  "intentions.end": async ({ ids }) => {
    await endIntentions(ids);
    return { ok: true };
  },
  "candidate.reveal": handleReveal,
  "candidate.address": handleAddress,
  "bindings.forget": async ({ key }) => {
    await forgetBinding(key);
    void rebuildMenus();
    return { ok: true };
  },
  "tags.refresh": async ({ integrationId }) => ({ failure: await refreshTags(integrationId) }),
  "jobs.undo": async ({ jobId }) => jobChanged(await undoJob(jobId)),
  "jobs.retry": handleRetry,
  "jobs.discard": async ({ jobId }) => jobChanged((await outbox.discard(jobId)) !== null),
  "jobs.seen": async ({ jobIds }) => {
    await outbox.markSeen(jobIds);
    return { ok: true };
  },
  "history.clear": async ({ olderThanDays = 0 }) => {
    const inBatches = await clearBatches(olderThanDays);
    return { removed: inBatches + (await outbox.clearHistory(olderThanDays)) };
  },
  "sync.request": handleSync,
  "settings.save": handleSave,
  "session.start": handleSignIn,
  "session.end": async () => {
    await endSession();
    return { ok: true };
  },
  "settings.preferences": handlePreferences,
  "connection.check": checkConnection,
  "onBehalfOf.resolve": ({ email }) => resolveUser(email),
  "urlPatterns.forget": handleForgetPattern,
  "batch.lookUp": async (slice) => (await onDemand()).lookUpSlice(slice, await whatIsListed(await readSettings())),
  "batch.create": async (request) => (await onDemand()).createBatch(await batches(), request, await readSettings()),
  "batch.add": async (request) =>
    (await onDemand()).addToBatch(await batches(), request, await whatIsListed(await readSettings())),
  "batch.begin": async (request) => {
    const settings = await readSettings();
    const listed = await whatIsListed(settings);
    const answer = await (await onDemand()).beginBatch(await batches(), request, settings, listed);
    await jobChanged(answer.ok);
    return answer;
  },
  "batch.move": async (request) => jobChanged(await moveBatch(await batches(), request)),
  "batch.undo": async ({ id }) => jobChanged(await (await batches()).undo(id)),
  "batch.retry": async ({ id, kind }) => jobChanged(await (await batches()).retry(id, kind)),
};

async function handleConfirm({ shown }: RequestOf<"candidate.confirm">): Promise<ShownCandidate> {
  const confirmed = await (await onDemand()).confirmMatch(shown);
  // A learned page gets its entries.
  if (shown.matchedBy === "url-id") void rebuildMenus();
  return confirmed;
}

async function handleApply({
  shown,
  tags,
  anyway,
  intentionIds,
}: RequestOf<"tags.apply">): Promise<ResponseOf<"tags.apply">> {
  const answer = await applyTags(shown, tags, anyway === true, intentionIds).finally(() => {
    updateBadge();
    void rebuildMenus();
  });
  if (!answer.ok) {
    const full = answer.because === "refused" && answer.reason === "storage-full";
    void notifyUndelivered(shown, tags, full);
  }
  return answer;
}

async function handleRemove({ shown, tag }: RequestOf<"tags.remove">): Promise<ResponseOf<"tags.remove">> {
  return removeTag(shown, tag).finally(() => {
    updateBadge();
    void rebuildMenus();
  });
}

/** Resolves once it is on disk. A popup that is closed already will not carry it out itself. */
async function handleIntention(request: RequestOf<"intentions.add">): Promise<{ ok: boolean }> {
  await addIntention(request);
  if (!isOwnerOpen(request.owner)) void carryOutWaiting();
  return { ok: true };
}

async function handleTakeIntentions({ pageUrl, owner, link }: RequestOf<"intentions.take">) {
  const entries = (await takeIntentions(pageUrl, owner, link)).map(({ tag, held }) => ({ tag, held: held !== null }));
  if (entries.length > 0) updateBadge();
  return { entries };
}

async function jobChanged(ok: boolean): Promise<{ ok: boolean }> {
  updateBadge();
  if (ok) void dispatcher.run();
  return { ok };
}

/** A person's retry also resumes its queue: they may have mended the cause elsewhere. */
async function handleRetry({ jobId }: RequestOf<"jobs.retry">): Promise<{ ok: boolean }> {
  const job = await outbox.get(jobId);
  if (job?.state !== "queued") return jobChanged((await outbox.retry(jobId)) !== null);
  for (const scope of ["key", job.target.integrationId]) await outbox.resume(scope);
  return jobChanged(await outbox.retryNow(jobId));
}

/** The name is asked for anew: it was never given to the screen. */
async function handleReveal({ integrationId, candidateId }: RequestOf<"candidate.reveal">) {
  const access = await accessTo(integrationId);
  if (!access) return { name: null };
  const answer = await findCandidates(access, { ids: [candidateId] });
  return { name: answer.ok ? (answer.value[0]?.name ?? null) : null };
}

/** Not kept with the job: what a page's address holds is nothing to remember. */
async function handleAddress({ integrationId, candidateId }: RequestOf<"candidate.address">) {
  const access = await accessTo(integrationId);
  if (!access) return { url: null };
  const answer = await findCandidates(access, { ids: [candidateId] });
  const found = answer.ok ? answer.value.find(({ id }) => id === candidateId) : undefined;
  const url = found?.remoteUrl ?? null;
  return { url: url !== null && URL.canParse(url) && new URL(url).protocol === "https:" ? url : null };
}

async function handleSync({ integrationId }: RequestOf<"sync.request">): Promise<ResponseOf<"sync.request">> {
  const access = await accessTo(integrationId);
  if (!access) return { failure: failure("key-missing") };
  const answer = await triggerSync(access);
  return { failure: answer.ok ? null : answer.failure };
}

/** After a save: forget what belongs to nobody any more, resume every queue, since any cause may be mended now. */
async function handleSave(request: RequestOf<"settings.save">): Promise<ResponseOf<"settings.save">> {
  const answer = await saveSettings(request);
  if (!answer.ok) return answer;
  // Those that apply: a company may have set others than the form asked for.
  const { integrations } = await readSettings();
  await bestEffort(keepOnly(integrations.map((one) => one.id)));
  await resumeAll();
  return answer;
}

/** Any cause may be mended now. */
async function resumeAll(): Promise<void> {
  for (const scope of ["key", ...(await outbox.holds()).map((hold) => hold.scope)]) await outbox.resume(scope);
  void dispatcher.run();
  void rebuildMenus();
}

/** The company changed what applies: every queue may go on, and places may be others. */
export async function handlePolicy(): Promise<void> {
  if (await takePolicy()) await resumeAll();
}

async function handleSignIn({ signIn, tokens }: RequestOf<"session.start">): Promise<{ ok: boolean }> {
  if (!(await startSession(signIn, tokens))) return { ok: false };
  const requester = requesterIn(await readSettings());
  if (requester) await bestEffort((await onDemand()).returnTo(requester, outbox, await batches()));
  await resumeAll();
  return { ok: true };
}

async function handlePreferences(request: RequestOf<"settings.preferences">): Promise<{ ok: true }> {
  const { locked } = await readSettings();
  const free = Object.entries(request).filter(([field]) => !locked.includes(field));
  await changeSettings(Object.fromEntries(free));
  if (request.historyDays !== undefined) {
    // What applies: a company may have set another number than was asked for.
    const { historyDays } = await readSettings();
    await outbox.prune(historyDays);
    await tendBatches(historyDays);
  }
  if (request.language !== undefined) {
    await reloadTexts();
    broadcastChange("language");
    updateBadge();
    void rebuildMenus();
  }
  return { ok: true };
}

async function handleForgetPattern({ id }: RequestOf<"urlPatterns.forget">): Promise<{ ok: true }> {
  await forgetUrlPattern(id);
  void rebuildMenus();
  return { ok: true };
}
