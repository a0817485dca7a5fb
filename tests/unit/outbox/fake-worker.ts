import "fake-indexeddb/auto";
import { Batches } from "../../../src/background/batch/batches";
import { Feed } from "../../../src/background/batch/feed";
import { createDispatcher, type Dispatcher } from "../../../src/background/outbox/dispatcher";
import { Outbox } from "../../../src/background/outbox/outbox";
import type { Change, OutboxParts } from "../../../src/background/outbox/outbox-store";
import type { ResolveAgain, SendAnswer } from "../../../src/background/outbox/sender";
import type { Batch } from "../../../src/domain/batch/batch";
import type { Hold, Job } from "../../../src/domain/job";
import { candidateKey } from "../../../src/domain/outbox/plan";
import { storedJobs } from "../../../src/domain/stored-job";
import { openDb } from "../../../src/storage/db";
import { failure, START } from "./make";

const LIMITS = { limit: 10, remaining: 9 };
export const OK: SendAnswer = { ok: true, warnings: [], unreadable: false, ...LIMITS };

export function refusal(kind: Parameters<typeof failure>[0], answered = true): SendAnswer {
  return { ok: false, failure: failure(kind), answered, ...LIMITS };
}

/** One open request to the pretended ATS. */
export interface Request {
  job: Job;
  answer(answer: SendAnswer): void;
}

interface Timer {
  at: number;
  run: () => void;
}

let databases = 0;

/** A worker's surroundings with a clock that moves only when told, over a database that outlives the worker. */
export class World {
  now = START;
  alarmAt: number | null = null;
  /** Whether an alarm was set when each request went out. */
  alarmAtSend: boolean[] = [];
  requests: Request[] = [];
  sent: Job[] = [];
  outcomes: Job[] = [];
  holds: Hold[] = [];
  held = 0;
  /** The company's tag rules. */
  rules: Awaited<ReturnType<OutboxParts["rules"]>> = { tagRules: null, mayCreateTags: true, requester: null };
  changes = 0;
  /** What the ATS saw that must never happen. */
  violations: string[] = [];
  /** Called around each transaction; may let the worker die. */
  onTransaction: ((moment: "before" | "after") => void) | null = null;
  outbox!: Outbox;
  dispatcher!: Dispatcher;
  batches!: Batches;
  /** Answers at once when set, else requests wait in `requests`. */
  answers: ((job: Job) => SendAnswer | "never") | null = null;
  resolveAgain: ResolveAgain = async () => ({ failure: failure("candidate-gone") });
  private timers: Timer[] = [];
  private ids = 0;
  private life = 0;
  /** The life of the newest worker; another one means that it died since. */
  private bornAs = 0;
  private died = () => {};
  private readonly name = `world-${++databases}`;

  static async open(): Promise<World> {
    const world = new World();
    await world.restart();
    return world;
  }

  /** From now on nothing of this worker has any effect; `restart` starts the next. */
  die(): void {
    this.life += 1;
    this.died();
  }

  isDead(): boolean {
    return this.life !== this.bornAs;
  }

  /** Runs the dispatcher until it is idle or the worker dies. */
  async runOrDie(): Promise<void> {
    const death = new Promise<void>((resolve) => {
      this.died = resolve;
    });
    await Promise.race([this.dispatcher.run(), death]);
  }

  /** The worker dies: its timers, its open requests and its memory are gone; disk and alarm stay. A new one starts. */
  async restart(): Promise<void> {
    this.life += 1;
    this.timers = [];
    this.requests = [];
    this.held = 0;
    await this.start();
  }

  /** Starts a worker, beside the old one if that did not die. */
  async start(): Promise<void> {
    const life = this.life;
    this.bornAs = life;
    const alive = () => this.life === life;
    const db = await openDb(this.name);
    this.outbox = new MortalJournal(this, alive, {
      withDb: (work) => work(db),
      clock: () => this.now,
      newId: () => `id-${++this.ids}`,
      rules: async () => this.rules,
      onChange: () => {
        this.changes += 1;
      },
    });
    const feed = new Feed(this.outbox);
    this.batches = new Batches(this.outbox, feed);
    this.dispatcher = this.newDrain(this.outbox, alive, feed);
  }

  /** Puts records on disk past the outbox, as another version or damage leaves them. */
  async leave(...records: readonly unknown[]): Promise<void> {
    const db = await openDb(this.name);
    for (const record of records) await db.put("jobs", record as Job);
    this.outbox.invalidate();
  }

  /** The record as it lies on disk. */
  async stored(id: unknown): Promise<unknown> {
    return (await openDb(this.name)).get("jobs", id as string);
  }

  /** Another dispatcher over the same outbox, as it should never happen. */
  newDrain(outbox: Outbox, alive: () => boolean = () => true, feed = new Feed(outbox)): Dispatcher {
    return createDispatcher({
      outbox,
      sender: { send: (job) => this.send(job, alive) },
      resolveAgain: (target) => this.resolveAgain(target),
      clock: () => this.now,
      random: () => 0.5,
      after: (ms, run) => this.after(ms, run),
      alarms: {
        wakeAt: (at) => {
          this.alarmAt = at;
        },
        clear: () => {
          this.alarmAt = null;
        },
      },
      keepAlive: {
        acquire: () => {
          this.held += 1;
        },
        release: () => {
          this.held -= 1;
        },
      },
      feed,
      onBatchTooOld: feed.tooOld,
      stopBatch: feed.stop,
      onOutcome: (job) => alive() && this.outcomes.push(job),
      onHold: (hold) => this.holds.push(hold),
    });
  }

  /** A batch as it lies on disk, with its jobs in the order of its rows. */
  async batch(id: string): Promise<{ batch: Batch | undefined; jobs: Job[] }> {
    const db = await openDb(this.name);
    const all = [...(await db.getAll("batchJobs")), ...(await db.getAll("jobs"))].filter((job) => job.batch === id);
    return { batch: await db.get("batches", id), jobs: storedJobs(all).sort((a, b) => (a.id < b.id ? -1 : 1)) };
  }

  /** Waits until something is so. */
  async settled(condition: () => boolean): Promise<void> {
    await until(() => condition() || undefined);
  }

  /** Waits for the request of a job; a condition, not a time. */
  async request(tag?: string): Promise<Request> {
    return until(() => this.requests.find(({ job }) => tag === undefined || job.tag === tag));
  }

  async states(): Promise<Record<string, string>> {
    return Object.fromEntries((await this.outbox.all()).map((job) => [job.tag, job.state]));
  }

  /** Lets the clock reach the time and rings what is due. */
  async goTo(time: number): Promise<void> {
    this.now = time;
    const due = this.timers.filter(({ at }) => at <= time);
    this.timers = this.timers.filter(({ at }) => at > time);
    for (const { run } of due) run();
    if (this.alarmAt !== null && this.alarmAt <= time) this.alarmAt = null;
    await this.dispatcher.run();
  }

  /** The next time something is planned for. */
  nextTime(): number | null {
    const times = [...this.timers.map(({ at }) => at), ...(this.alarmAt === null ? [] : [this.alarmAt])];
    return times.length > 0 ? Math.min(...times) : null;
  }

  /** The next time an in-process timer is set for. */
  nextShortTime(): number | null {
    return this.timers.length > 0 ? Math.min(...this.timers.map(({ at }) => at)) : null;
  }

  private after(ms: number, run: () => void): () => void {
    const timer = { at: this.now + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  private send(job: Job, alive: () => boolean): Promise<SendAnswer> {
    if (!alive()) return new Promise(() => {});
    const twice = this.requests.find((open) => candidateKey(open.job) === candidateKey(job));
    if (twice) this.violations.push(`two writes at once for one candidate: ${twice.job.tag}, ${job.tag}`);
    this.alarmAtSend.push(this.alarmAt !== null);
    this.sent.push(job);
    return new Promise((resolve) => {
      const request: Request = {
        job,
        answer: (answer) => {
          this.requests = this.requests.filter((open) => open !== request);
          resolve(answer);
        },
      };
      this.requests.push(request);
      const answer = this.answers?.(job);
      if (answer && answer !== "never") setImmediate(() => alive() && request.answer(answer));
    });
  }
}

type ChangeArguments<T> = [body: Change<T>, durability?: "strict" | "relaxed"];

/** A dead worker writes nothing more; what it had begun to write is written. */
class MortalJournal extends Outbox {
  constructor(
    private readonly world: World,
    private readonly alive: () => boolean,
    parts: OutboxParts,
  ) {
    super(parts);
  }

  override async change<T>(...[body, durability]: ChangeArguments<T>): Promise<T> {
    if (this.alive()) this.world.onTransaction?.("before");
    if (!this.alive()) return new Promise(() => {});
    const result = await super.change(body, durability);
    if (this.alive()) this.world.onTransaction?.("after");
    return this.alive() ? result : new Promise(() => {});
  }
}

/** Polls a condition between turns of the event loop; fails by the test's own time-out. */
export async function until<T>(condition: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const value = await condition();
    if (value) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
