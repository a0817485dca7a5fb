import { Watch } from "./watch";

/** One request as it came in and what became of it. Says whether a key was sent, never which. */
export interface LedgerEntry {
  seq: number;
  at: number;
  method: string;
  path: string;
  query: Record<string, string>;
  integration: string | null;
  candidateId: string | null;
  body: unknown;
  /** Null until answered, and for ever when the connection was cut. */
  status: number | null;
  answeredAt: number | null;
  /** Writes: whether it reached the ATS, whatever was answered. Null for reads. */
  applied: boolean | null;
  /** Name of what went wrong on command, null when nothing did. */
  fault: string | null;
  /** The caller went away before the answer. */
  abandoned: boolean;
}

/** One change in an ATS, in the order it happened. */
export interface Write {
  seq: number;
  at: number;
  /** The request it came from. */
  request: number;
  integration: string;
  candidateId: string;
  operation: "add" | "remove";
  tag: string;
  /** False: the candidate had it (add), or did not have it (remove). */
  changed: boolean;
  createdTag: boolean;
}

type Given = Pick<LedgerEntry, "method" | "path" | "query" | "integration" | "candidateId">;

/** Every request and every write since the last reset. */
export class Ledger {
  readonly requests: LedgerEntry[] = [];
  readonly writes: Write[] = [];
  readonly #watch = new Watch();
  #seq = 0;

  open(given: Given): LedgerEntry {
    this.#seq += 1;
    const write = given.candidateId !== null && given.method !== "GET";
    const entry: LedgerEntry = {
      ...given,
      seq: this.#seq,
      at: Date.now(),
      body: null,
      status: null,
      answeredAt: null,
      applied: write ? false : null,
      fault: null,
      abandoned: false,
    };
    this.requests.push(entry);
    this.changed();
    return entry;
  }

  answered(entry: LedgerEntry, status: number | null): void {
    entry.status = status;
    entry.answeredAt = Date.now();
    this.changed();
  }

  write(given: Omit<Write, "seq" | "at">): void {
    this.writes.push({ ...given, seq: this.writes.length + 1, at: Date.now() });
    this.changed();
  }

  clear(): void {
    this.#seq = 0;
    this.requests.length = 0;
    this.writes.length = 0;
    this.changed();
  }

  /** Makes whoever waits look again. */
  changed(): void {
    this.#watch.changed();
  }

  /** The first request that fits, as soon as there is one; rejects after `timeoutMs`. */
  waitFor(fits: (entry: LedgerEntry) => boolean, timeoutMs = 10_000): Promise<LedgerEntry> {
    const missed = () => `no such request; got ${this.requests.map(({ path }) => path).join(", ") || "none"}`;
    return this.#watch.until(() => this.requests.find(fits), missed, timeoutMs);
  }
}
