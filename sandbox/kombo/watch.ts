/** Lets tests wait for a state instead of for a time. */
export class Watch {
  readonly #looks = new Set<() => void>();

  /** Makes everyone who waits look again. */
  changed(): void {
    for (const look of [...this.#looks]) look();
  }

  /** The result of `look`, as soon as it is defined; rejects with `missed` after `timeoutMs`. */
  until<T>(look: () => T | undefined, missed: () => string, timeoutMs: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer);
        this.#looks.delete(once);
      };
      const once = () => {
        const found = look();
        if (found === undefined) return;
        finish();
        resolve(found);
      };
      const timer = setTimeout(() => {
        finish();
        reject(new Error(`${missed()} (waited ${timeoutMs} ms)`));
      }, timeoutMs);
      this.#looks.add(once);
      once();
    });
  }
}
