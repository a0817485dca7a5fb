import { triggerSync } from "../kombo/check";
import { failure } from "../kombo/failures";
import type { Handlers } from "../messaging/serve";
import { accessTo } from "./access";
import { applyTags } from "./apply";
import { confirm } from "./confirm";
import { checkConnection } from "./connection";
import { findByHand } from "./find/hand";
import { findByLink } from "./find/link";
import { findInTab } from "./find/tab";
import { forgetShape } from "./find/tokens";
import { buildMenus } from "./menu/build";
import { resolveUser } from "./onBehalfOf";
import { updateBadge } from "./outcome/badge";
import { tellUnheard } from "./outcome/tell";
import { drain, journal } from "./queueOf";
import { saveSettings } from "./save";
import { changeSettings } from "./settings";
import { refreshTags } from "./tagList";

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
      void tellUnheard(shown, tags, full);
    }
    return answer;
  },
  "tags.refresh": async ({ integrationId }) => ({ failure: await refreshTags(integrationId) }),
  "jobs.undo": async ({ jobId }) => changed(await journal.undo(jobId)),
  "jobs.retry": async ({ jobId }) => retry(jobId),
  "jobs.discard": async ({ jobId }) => changed((await journal.discard(jobId)) !== null),
  "history.clear": async () => ({ removed: await journal.clearHistory() }),
  "sync.ask": async ({ integrationId }) => askForSync(integrationId),
  "settings.save": (ask) => saveSettings(ask),
  "settings.preferences": async (ask) => {
    await changeSettings(ask);
    if (ask.historyDays !== undefined) await journal.prune(ask.historyDays);
    return { ok: true };
  },
  "connection.check": (ask) => checkConnection(ask),
  "onBehalfOf.resolve": ({ email }) => resolveUser(email),
  "shapes.forget": async ({ id }) => {
    await forgetShape(id);
    void buildMenus();
    return { ok: true };
  },
};

async function changed(ok: boolean): Promise<{ ok: boolean }> {
  updateBadge();
  if (ok) void drain.run();
  return { ok };
}

/** A person's retry also lets its queue go on: they may have mended the cause elsewhere. */
async function retry(jobId: string): Promise<{ ok: boolean }> {
  const job = await journal.get(jobId);
  if (job?.state === "queued") {
    for (const scope of ["key", job.target.integrationId]) await journal.release(scope);
    return changed(await journal.hasten(jobId));
  }
  return changed((await journal.retry(jobId)) !== null);
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
