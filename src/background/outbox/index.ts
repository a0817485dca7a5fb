import type { Hold, Job } from "../../domain/job";
import { browser } from "../../platform/browser";
import { broadcastChange } from "../../storage/changes";
import { withDb } from "../../storage/db";
import { createDispatcher } from "./dispatcher";
import { createKeepAlive } from "./keep-alive";
import { resolveAgain, sender } from "./kombo-sender";
import { Outbox } from "./outbox";

interface Told {
  onOutcome(job: Job): void;
  onHold(hold: Hold, job: Job | null): void;
}

let told: Told = { onOutcome: () => {}, onHold: () => {} };

/** Who is told of outcomes; set once, at the start, so that this file need not know the screens. */
export function tellOutcomesTo(listeners: Told): void {
  told = listeners;
}

/** The alarm that starts a dead worker again for what is waiting. */
export const DISPATCH_ALARM = "dispatcher";

const clock = () => Date.now();

export const keepAlive = createKeepAlive(() => void browser.runtime.getPlatformInfo());

/** The one outbox of this background. */
export const outbox = new Outbox({ withDb, clock, newId: () => crypto.randomUUID(), onChange: broadcastChange });

/** The one dispatcher of this background. */
export const dispatcher = createDispatcher({
  outbox,
  sender,
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
  onOutcome: (job) => told.onOutcome(job),
  onHold: (hold, job) => told.onHold(hold, job),
});
