import { triggerSync } from "../kombo/check";
import { failure } from "../kombo/failures";
import type { Handlers } from "../messaging/serve";
import { accessTo } from "./account/access";
import { checkConnection } from "./account/connection";
import { resolveUser } from "./account/on-behalf-of";
import { saveSettings } from "./account/save";
import { changeSettings } from "./account/settings";
import { findByHand } from "./matching/by-hand";
import { findByLink } from "./matching/by-link";
import { findInTab } from "./matching/by-tab";
import { forgetUrlPattern } from "./matching/by-url-ids";
import { confirm } from "./matching/confirm";
import { buildMenus } from "./menu/build";
import { updateBadge } from "./notify/badge";
import { notifyUndelivered } from "./notify/notify";
import { applyTags } from "./outbox/apply";
import { dispatcher, outbox } from "./outbox/index";
import { refreshTags } from "./tags/tag-list";

/** Who answers what: one line a message of the protocol. */
export const handlers: Handlers = {
  "candidate.find": (ask) => findInTab(ask),
  "candidate.ofLink": (ask) => findByLink(ask),
  "candidate.byHand": (ask) => findByHand(ask),
  "candidate.confirm": ({ shown }) => confirm(shown),
  "tags.apply": async ({ shown, tags, anyway }) => {
    const answer = await applyTags(shown, tags, anyway === true).finally(afterWrite);
    if (!answer.ok) {
      const full = answer.because === "refused" && answer.reason === "storage-full";
      void notifyUndelivered(shown, tags, full);
    }
    return answer;
  },
  "tags.refresh": async ({ integrationId }) => ({ failure: await refreshTags(integrationId) }),
  "jobs.undo": async ({ jobId }) => changed(await outbox.undo(jobId)),
  "jobs.retry": async ({ jobId }) => retry(jobId),
  "jobs.discard": async ({ jobId }) => changed((await outbox.discard(jobId)) !== null),
  "history.clear": async () => ({ removed: await outbox.clearHistory() }),
  "sync.request": async ({ integrationId }) => askForSync(integrationId),
  "settings.save": (ask) => saveSettings(ask),
  "settings.preferences": async (ask) => {
    await changeSettings(ask);
    if (ask.historyDays !== undefined) await outbox.prune(ask.historyDays);
    return { ok: true };
  },
  "connection.check": (ask) => checkConnection(ask),
  "onBehalfOf.resolve": ({ email }) => resolveUser(email),
  "shapes.forget": async ({ id }) => {
    await forgetUrlPattern(id);
    void buildMenus();
    return { ok: true };
  },
};

async function changed(ok: boolean): Promise<{ ok: boolean }> {
  updateBadge();
  if (ok) void dispatcher.run();
  return { ok };
}

/** A person's retry also lets its queue go on: they may have mended the cause elsewhere. */
async function retry(jobId: string): Promise<{ ok: boolean }> {
  const job = await outbox.get(jobId);
  if (job?.state === "queued") {
    for (const scope of ["key", job.target.integrationId]) await outbox.resume(scope);
    return changed(await outbox.retryNow(jobId));
  }
  return changed((await outbox.retry(jobId)) !== null);
}

async function askForSync(integrationId: string) {
  const access = await accessTo(integrationId);
  if (!access) return { failure: failure("key-missing") };
  const answer = await triggerSync(access);
  return { failure: answer.ok ? null : answer.failure };
}

function afterWrite(): void {
  updateBadge();
  void buildMenus();
}
