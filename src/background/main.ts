import { serve } from "../messaging/serve";
import { browser } from "../platform/browser";
import { readSessionStart } from "../storage/session";
import { readSettings } from "../storage/settings";
import { forgetAccess } from "./account/access";
import { onAccessWorks } from "./account/access-works";
import { renewSilentlyBy } from "./account/session";
import { recoverBatches, tendBatches } from "./batch/index";
import { bestEffort } from "./best-effort";
import { handlePolicy, handlers } from "./handlers";
import { onDemand } from "./load";
import { pruneCandidates } from "./matching/forget";
import { forgetPageTexts } from "./matching/page-text";
import { onMenu, onRepeat } from "./menu/gesture";
import { onPanelCommand } from "./menu/panel";
import { rebuildMenus } from "./menu/rebuild";
import { updateBadge } from "./notify/badge";
import { onNotificationClick } from "./notify/notification";
import { notifyHold, notifyOutcome } from "./notify/notify";
import { isPopupOpen, onPopupClosed } from "./notify/popups";
import { carryOutWaiting } from "./outbox/carry-out-waiting";
import { onOutbox } from "./outbox/events";
import { clearOldAlarms, DISPATCH_ALARM, dispatcher, outbox } from "./outbox/index";
import { resumeWorking } from "./outbox/resume-working";
import { rememberOutcome } from "./tags/own-tags";
import { forgetUse } from "./tags/uses";

/**
 * Listeners only, all added in the first turn: a browser that starts this worker for an event gives the event to those
 * that are there by then.
 */
onOutbox("outcome", updateBadge);
onOutbox("outcome", rememberOutcome);
onOutbox("undone", updateBadge);
onOutbox("undone", (job) => void bestEffort(forgetUse(job.target.integrationId, job.tag)));
onOutbox("outcome", (job) => void notifyOutcome(job));
onOutbox("hold", updateBadge);
onOutbox("hold", (hold, job) => void notifyHold(hold, job));
onAccessWorks((access) => void bestEffort(resumeWorking(access)));
renewSilentlyBy(async (session) => (await onDemand()).signInSilently(session));
serve(handlers);
onPopupClosed(() => {
  if (!isPopupOpen()) forgetPageTexts();
  void carryOutWaiting();
});

browser.runtime.onInstalled.addListener((details) => {
  void rebuildMenus();
  if (details.reason === "install") {
    void browser.tabs.create({ url: `${browser.runtime.getURL("src/options/index.html")}?welcome` });
  }
});
browser.runtime.onStartup.addListener(() => void rebuildMenus());
browser.contextMenus.onClicked.addListener((info, tab) => void onMenu(info, tab));
browser.commands.onCommand.addListener((name, tab) => {
  if (!onPanelCommand(name, tab) && name === "repeat-last-tag") void onRepeat(tab);
});
onNotificationClick();
browser.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === DISPATCH_ALARM) void dispatcher.run();
});
browser.storage.onChanged.addListener((_, area) => {
  if (area === "managed") void bestEffort(handlePolicy());
});
// The access to Kombo was just given (Firefox asks for it separately): what was held for it goes on.
browser.permissions.onAdded.addListener(() => void outbox.resume("key").then(dispatcher.run));
browser.permissions.onRemoved.addListener(forgetAccess);
addEventListener("online", () => void outbox.makeDue(["offline"]).then(dispatcher.run));

void start();

async function start(): Promise<void> {
  // Content scripts, hence pages whose process was broken into, cannot read the storage any more (Chrome 140).
  const local = browser.storage.local as typeof browser.storage.local & {
    setAccessLevel?: (access: { accessLevel: string }) => Promise<void>;
  };
  await local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" }).catch(() => undefined);
  updateBadge();
  // Not waited for: Chromium takes three seconds to answer after its start.
  void bestEffort(handlePolicy());
  void bestEffort(readSessionStart());
  await bestEffort(clearOldAlarms());
  // What was entered in a popup that was closed when the worker before this one died.
  void carryOutWaiting();
  await bestEffort(recoverBatches());
  await dispatcher.run();
  const { historyDays } = await readSettings();
  await bestEffort(outbox.prune(historyDays));
  await bestEffort(tendBatches(historyDays));
  await bestEffort(pruneCandidates(historyDays));
}
