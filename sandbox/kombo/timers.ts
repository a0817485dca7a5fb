/** Timers that end with the sandbox, so that nothing runs on once it has stopped. */
export class Timers {
  readonly #running = new Map<NodeJS.Timeout, () => void>();

  after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#running.delete(timer);
      act();
    }, ms);
    this.#running.set(timer, () => {});
  }

  /** Resolves after `ms`, or at once when everything is cleared. */
  wait(ms: number): Promise<void> {
    if (ms <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#running.delete(timer);
        resolve();
      }, ms);
      this.#running.set(timer, resolve);
    });
  }

  clear(): void {
    for (const [timer, finish] of this.#running) {
      clearTimeout(timer);
      finish();
    }
    this.#running.clear();
  }
}
