import { checkRule, type Fault, type FaultRule } from "./fault";
import { matches, type RequestFacts } from "./request-match";
import { Watch } from "./watch";

/** The fault rules in force, and the answers that wait for a release. */
export class FaultQueue {
  #rules: (FaultRule & { left: number })[] = [];
  readonly #held = new Map<string, Set<() => void>>();
  readonly #watch = new Watch();

  /** Replaces all rules; throws on a misspelt one. */
  set(rules: readonly FaultRule[]): void {
    rules.forEach(checkRule);
    this.#rules = rules.map((rule) => ({ ...rule, left: rule.times ?? Number.POSITIVE_INFINITY }));
  }

  /** The fault of the first rule that matches and is not used up; uses it up by one. */
  take(facts: RequestFacts): Fault | null {
    const rule = this.#rules.find((each) => each.left > 0 && matches(each.match, facts));
    if (!rule) return null;
    rule.left -= 1;
    return rule.fault;
  }

  /** Waits until `name` is released. */
  hold(name: string): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#held.get(name) ?? new Set();
      waiting.add(resolve);
      this.#held.set(name, waiting);
      this.#watch.changed();
    });
  }

  /** Resolves once at least `count` answers wait under a name; rejects after `timeoutMs`. */
  async waitUntilHeld(name: string, count = 1, timeoutMs = 10_000): Promise<void> {
    const enough = () => ((this.#held.get(name)?.size ?? 0) >= count ? true : undefined);
    await this.#watch.until(enough, () => `not ${count} held as ${name}`, timeoutMs);
  }

  /** Releases every answer that waits under this name; returns how many. */
  release(name: string): number {
    const waiting = this.#held.get(name) ?? new Set();
    this.#held.delete(name);
    for (const resume of waiting) resume();
    return waiting.size;
  }

  /** How many answers wait under each name. */
  held(): Record<string, number> {
    return Object.fromEntries([...this.#held].map(([name, waiting]) => [name, waiting.size]));
  }

  clear(): void {
    this.#rules = [];
    for (const name of [...this.#held.keys()]) this.release(name);
  }
}
