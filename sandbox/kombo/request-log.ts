import { Watch } from "./watch";

/** One request as it came in and what became of it. Never holds a key. */
export interface LogEntry {
  seq: number;
  at: number;
  method: string;
  path: string;
  query: Record<string, string>;
  integration: string | null;
  candidateId: string | null;
  body: unknown;
  /** Null until answered, and for good when the connection was cut. */
  status: number | null;
  answeredAt: number | null;
  /** Whether a write reached the ATS, whatever was answered; null for reads. */
  applied: boolean | null;
  /** The fault that hit it; null for none. */
  fault: string | null;
  /** The caller went away before the answer. */
  abandoned: boolean;
}

/** One change in an ATS, in the order it happened. */
export interface Write {
  seq: number;
  at: number;
  /** `seq` of its request. */
  request: number;
  integration: string;
  candidateId: string;
  operation: "add" | "remove";
  /** The name exactly as it was sent. */
  sent: string;
  /** The name as the ATS keeps it. */
  tag: string;
  /** False when the candidate had it before (add), or did not have it (remove). */
  changed: boolean;
  createdTag: boolean;
}

type NewEntry = Pick<LogEntry, "method" | "path" | "query" | "integration" | "candidateId">;

/** Every request and every write since the last reset. */
export class RequestLog {
  readonly requests: LogEntry[] = [];
  readonly writes: Write[] = [];
  readonly #watch = new Watch();
  #seq = 0;

  open(request: NewEntry): LogEntry {
    this.#seq += 1;
    const write = request.candidateId !== null && request.method !== "GET";
    const entry: LogEntry = {
      ...request,
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

  answered(entry: LogEntry, status: number | null): void {
    entry.status = status;
    entry.answeredAt = Date.now();
    this.changed();
  }

  write(write: Omit<Write, "seq" | "at">): void {
    this.writes.push({ ...write, seq: this.writes.length + 1, at: Date.now() });
    this.changed();
  }

  clear(): void {
    this.#seq = 0;
    this.requests.length = 0;
    this.writes.length = 0;
    this.changed();
  }

  /** Makes everyone who waits look again. */
  changed(): void {
    this.#watch.changed();
  }

  /** The first request that fits, as soon as there is one; rejects after `timeoutMs`. */
  waitFor(fits: (entry: LogEntry) => boolean, timeoutMs = 10_000): Promise<LogEntry> {
    const missed = () => `no such request; got ${this.requests.map(({ path }) => path).join(", ") || "none"}`;
    return this.#watch.until(() => this.requests.find(fits), missed, timeoutMs);
  }
}
