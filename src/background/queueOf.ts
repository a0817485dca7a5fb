import type { Hold, Job } from "../domain/job";
import { browser } from "../platform/browser";
import { announce } from "../storage/changes";
import { onDb } from "../storage/db";
import { createDrain } from "./queue/drain";
import { Journal } from "./queue/journal";
import { createKeepAlive } from "./queue/keep-alive";
import { resolveAgain, sender } from "./send";

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
export const DRAIN_ALARM = "drain";

const clock = () => Date.now();

export const keepAlive = createKeepAlive(() => void browser.runtime.getPlatformInfo());

/** The one journal of this background. */
export const journal = new Journal({ onDb, clock, newId: () => crypto.randomUUID(), onChange: announce });

/** The one drain of this background. */
export const drain = createDrain({
  journal,
  sender,
  resolveAgain,
  clock,
  random: Math.random,
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  alarms: {
    wakeAt: (time) => void browser.alarms.create(DRAIN_ALARM, { when: time }),
    clear: () => void browser.alarms.clear(DRAIN_ALARM),
  },
  keepAlive,
  onOutcome: (job) => told.onOutcome(job),
  onHold: (hold, job) => told.onHold(hold, job),
});
