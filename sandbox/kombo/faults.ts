import type { LedgerEntry } from "./ledger";
import { Watch } from "./watch";

/** What is sent instead of a good answer. */
export type Garbage =
  /** A page, as a proxy would send. */
  | "html"
  /** Half of a JSON text, complete as HTTP. */
  | "half-json"
  /** JSON, but nothing Kombo would say. */
  | "wrong-shape"
  /** A good list with one record nobody can read. */
  | "odd-record"
  /** The connection ends in the middle of the body. */
  | "cut";

/** One thing that goes wrong. With neither `status`, `code`, `garbage` nor `reset` the true answer comes, only later. */
export interface Fault {
  status?: number;
  /** One of Kombo's codes, one nobody knows, or null for an error without code. */
  code?: string | null;
  message?: string;
  delayMs?: number;
  /** The write happens although the answer fails. Unless said: yes for a garbled 2xx, no otherwise. */
  applyBefore?: boolean;
  /** The connection is cut without any answer. Over plain HTTP browsers resend by themselves; over HTTPS they do not. */
  reset?: boolean;
  garbage?: Garbage;
  headers?: Record<string, string>;
  /** The answer waits until this name is released. */
  hold?: string;
}

export interface FaultRule {
  match?: { method?: string; pathIncludes?: string; integration?: string; candidateId?: string };
  /** How often it strikes; for ever when left out. */
  times?: number;
  fault: Fault;
}

const FAULT_WORDS = ["status", "code", "message", "delayMs", "applyBefore", "reset", "garbage", "headers", "hold"];
const MATCH_WORDS = ["method", "pathIncludes", "integration", "candidateId"];

/** A misspelt order would strike nobody, or everybody. */
function check({ fault, match = {} }: FaultRule): void {
  const unknown = [
    ...Object.keys(fault ?? {}).filter((word) => !FAULT_WORDS.includes(word)),
    ...Object.keys(match).filter((word) => !MATCH_WORDS.includes(word)),
  ];
  if (!fault || unknown.length > 0) throw new Error(`not a fault rule: ${unknown.join(", ") || "no fault"}`);
}

type Facts = Pick<LedgerEntry, "method" | "path" | "integration" | "candidateId">;

function fits({ match = {} }: FaultRule, facts: Facts): boolean {
  return (
    (match.method === undefined || match.method.toUpperCase() === facts.method) &&
    (match.pathIncludes === undefined || facts.path.includes(match.pathIncludes)) &&
    (match.integration === undefined || match.integration === facts.integration) &&
    (match.candidateId === undefined || match.candidateId === facts.candidateId)
  );
}

/** The rules in force and the answers that wait for a release. */
export class FaultBox {
  #rules: (FaultRule & { left: number })[] = [];
  readonly #held = new Map<string, Set<() => void>>();
  readonly #watch = new Watch();

  /** Replaces all rules. */
  set(rules: readonly FaultRule[]): void {
    rules.forEach(check);
    this.#rules = rules.map((rule) => ({ ...rule, left: rule.times ?? Number.POSITIVE_INFINITY }));
  }

  /** The first rule that fits and still has strikes left; uses one of them up. */
  strike(facts: Facts): Fault | null {
    const rule = this.#rules.find((each) => each.left > 0 && fits(each, facts));
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

  /** Resolves once this many answers wait under a name. */
  async waitUntilHeld(name: string, count = 1, timeoutMs = 10_000): Promise<void> {
    const enough = () => ((this.#held.get(name)?.size ?? 0) >= count ? true : undefined);
    await this.#watch.until(enough, () => `not ${count} held as ${name}`, timeoutMs);
  }

  /** Lets all answers go that wait under this name; says how many. */
  release(name: string): number {
    const waiting = this.#held.get(name) ?? new Set();
    this.#held.delete(name);
    for (const go of waiting) go();
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
