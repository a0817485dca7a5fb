import { requesterIn } from "../../domain/requester";
import { browser } from "../../platform/browser";
import { broadcastChange } from "../../storage/changes";
import { withDb } from "../../storage/db";
import { readSettings } from "../../storage/settings";
import { Feed } from "../batch/feed";
import { createDispatcher } from "./dispatcher";
import { emitOutbox } from "./events";
import { createKeepAlive } from "./keep-alive";
import { createSender, resolveAgain } from "./kombo-sender";
import { Outbox } from "./outbox";

/** The alarm that starts a dead worker again for what is waiting. */
export const DISPATCH_ALARM = "dispatch";

/** Alarms of earlier versions, which browsers keep over an update. */
const OLD_ALARMS = ["drain"];

/** Clears alarms nobody listens to any more. */
export async function clearOldAlarms(): Promise<void> {
  for (const name of OLD_ALARMS) await browser.alarms.clear(name);
}

const clock = () => Date.now();

export const keepAlive = createKeepAlive(() => void browser.runtime.getPlatformInfo());

/** The one outbox of this background. */
export const outbox = new Outbox({
  withDb,
  clock,
  newId: () => crypto.randomUUID(),
  onChange: broadcastChange,
  rules: async () => {
    const settings = await readSettings();
    return { ...settings, requester: requesterIn(settings) };
  },
});

/** Hands batches to the outbox. */
export const feed = new Feed(outbox);

/** The one dispatcher of this background. */
export const dispatcher = createDispatcher({
  outbox,
  sender: createSender((jobId, present) => outbox.notePresence(jobId, present)),
  resolveAgain,
  clock,
  random: Math.random,
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  alarms: {
    wakeAt: (time) => void browser.alarms.create(DISPATCH_ALARM, { when: time }),
    clear: () => void browser.alarms.clear(DISPATCH_ALARM),
  },
  keepAlive,
  feed,
  onBatchTooOld: feed.tooOld,
  stopBatch: feed.stop,
  onOutcome: (job) => emitOutbox("outcome", job),
  onHold: (hold, job) => emitOutbox("hold", hold, job),
});
