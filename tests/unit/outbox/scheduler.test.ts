import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createKeepAlive } from "../../../src/background/outbox/keep-alive";
import { createScheduler, MIN_ALARM_MS, SAFETY_MS } from "../../../src/background/outbox/scheduler";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function scheduler() {
  const alarms = { wakeAt: vi.fn<(time: number) => void>(), clear: vi.fn<() => void>() };
  const wake = vi.fn();
  const after = (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  return { alarms, wake, scheduler: createScheduler(alarms, after, Date.now, wake) };
}

describe("scheduler", () => {
  it("wakes by a timer for a short wait, and by an alarm should the worker be gone by then", () => {
    const { alarms, wake, scheduler: it } = scheduler();
    it.set(false, Date.now() + 5000);
    expect(alarms.wakeAt).toHaveBeenLastCalledWith(Date.now() + MIN_ALARM_MS);
    vi.advanceTimersByTime(4999);
    expect(wake).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(wake).toHaveBeenCalledTimes(1);
  });

  it("leaves a long wait to the alarm", () => {
    const { alarms, wake, scheduler: it } = scheduler();
    it.set(false, Date.now() + 900_000);
    expect(alarms.wakeAt).toHaveBeenLastCalledWith(Date.now() + 900_000);
    vi.advanceTimersByTime(900_000);
    expect(wake).not.toHaveBeenCalled();
  });

  it("sets an alarm for the case that the worker dies at work, once for many answers", () => {
    const { alarms, scheduler: it } = scheduler();
    const start = Date.now();
    for (let i = 0; i < 20; i++) {
      it.set(true, null);
      vi.advanceTimersByTime(1000);
    }
    expect(alarms.wakeAt).toHaveBeenCalledTimes(1);
    expect(alarms.wakeAt).toHaveBeenLastCalledWith(start + SAFETY_MS);
    vi.advanceTimersByTime(SAFETY_MS);
    it.set(true, null);
    expect(alarms.wakeAt).toHaveBeenCalledTimes(2);
  });

  it("sets the alarm earlier when something is due earlier", () => {
    const { alarms, scheduler: it } = scheduler();
    it.set(false, Date.now() + 900_000);
    it.set(false, Date.now() + 100_000);
    expect(alarms.wakeAt).toHaveBeenLastCalledWith(Date.now() + 100_000);
  });

  it("sets none when nothing waits, and replaces an older timer", () => {
    const { alarms, wake, scheduler: it } = scheduler();
    it.set(false, Date.now() + 5000);
    it.set(false, null);
    expect(alarms.clear).toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(wake).not.toHaveBeenCalled();
  });
});

describe("keep-alive", () => {
  it("pings more often than every 30 s while anybody holds it", () => {
    const ping = vi.fn();
    const keepAlive = createKeepAlive(ping);
    keepAlive.acquire();
    keepAlive.acquire();
    vi.advanceTimersByTime(29_000);
    expect(ping).toHaveBeenCalledTimes(1);
    keepAlive.release();
    vi.advanceTimersByTime(29_000);
    expect(ping).toHaveBeenCalledTimes(2);
    keepAlive.release();
    vi.advanceTimersByTime(120_000);
    expect(ping).toHaveBeenCalledTimes(2);
  });
});
