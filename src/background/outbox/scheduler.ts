/** An alarm that outlives the worker. Browsers allow none that rings sooner than after 30 s. */
export interface Alarms {
  /** Replaces the alarm set before. */
  wakeAt(time: number): void;
  clear(): void;
}

/** In-process timer for waits too short for an alarm; gives a function that cancels it. */
export type After = (ms: number, run: () => void) => () => void;

export const MIN_ALARM_MS = 30_000;
/** How soon a worker that died in the middle is started again. */
export const SAFETY_MS = 60_000;
/** Longer timers overflow to zero in browsers; the alarm covers them. */
const LONGEST_TIMER_MS = 60_000;

export interface Scheduler {
  /** `working`: something is open or about to be; `dueAt`: the next planned time, if any. */
  set(working: boolean, dueAt: number | null): void;
}

/** Sets both: the alarm in case the worker dies, the timer for a short wait in case it lives. */
export function createScheduler(alarms: Alarms, after: After, clock: () => number, wake: () => void): Scheduler {
  let cancel = () => {};
  let alarmAt: number | null = null;

  /** An alarm that rings a little early does no harm; setting it anew after each answer would cost. */
  function alarm(wanted: number, now: number): void {
    if (alarmAt !== null && alarmAt > now && alarmAt <= wanted) return;
    alarmAt = wanted;
    alarms.wakeAt(wanted);
  }

  return {
    set(working, dueAt) {
      const now = clock();
      cancel();
      cancel = () => {};
      const times = [working ? now + SAFETY_MS : null, dueAt].filter((time) => time !== null);
      if (times.length === 0) {
        alarmAt = null;
        return alarms.clear();
      }
      alarm(Math.max(now + MIN_ALARM_MS, Math.min(...times)), now);
      if (dueAt !== null && dueAt - now <= LONGEST_TIMER_MS) cancel = after(Math.max(0, dueAt - now), wake);
    },
  };
}
