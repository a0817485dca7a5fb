export interface KeepAlive {
  acquire(): void;
  release(): void;
}

/** Chrome ends a worker after 30 s without an extension call, also while it waits for an answer. */
const PING_MS = 25_000;

/** Pings while somebody holds it. `ping` is any trivial extension API call. */
export function createKeepAlive(ping: () => unknown): KeepAlive {
  let holders = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    acquire() {
      holders += 1;
      timer ??= setInterval(ping, PING_MS);
    },
    release() {
      holders = Math.max(0, holders - 1);
      if (holders > 0) return;
      clearInterval(timer);
      timer = undefined;
    },
  };
}
