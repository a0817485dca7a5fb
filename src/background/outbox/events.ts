import type { Hold, Job } from "../../domain/job";

/** What happens in the outbox and others may want to hear of. */
export interface OutboxEvents {
  /** A job came to an end: done, failed or cancelled. */
  outcome: [job: Job];
  /** A queue is paused from now on; `job` met the cause. */
  hold: [hold: Hold, job: Job | null];
  /** A person took this add back. */
  undone: [job: Job];
}

type Listeners = { [E in keyof OutboxEvents]: ((...event: OutboxEvents[E]) => void)[] };

const listeners: Listeners = { outcome: [], hold: [], undone: [] };

/** Calls back at each such event, for the life of this background. */
export function onOutbox<E extends keyof OutboxEvents>(name: E, listener: (...event: OutboxEvents[E]) => void): void {
  listeners[name].push(listener);
}

/** Tells the listeners one after the other; one that throws does not cost the others. */
export function emitOutbox<E extends keyof OutboxEvents>(name: E, ...event: OutboxEvents[E]): void {
  for (const listener of listeners[name]) {
    try {
      listener(...event);
    } catch (error) {
      console.error(`Quicktag: a listener to ${name} failed`, error);
    }
  }
}
