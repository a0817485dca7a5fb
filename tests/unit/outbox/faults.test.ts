import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SendAnswer } from "../../../src/background/outbox/sender";
import type { Job } from "../../../src/domain/job";
import { candidateKey } from "../../../src/domain/outbox/plan";
import { OK, refusal, World } from "./fake-worker";
import { draft, GREENHOUSE, LEVER } from "./make";

/** What the ATS does with one request, and what the worker gets to hear of it. */
const FAULTS = {
  ok: { applies: true, answer: OK },
  "applied, no answer": { applies: true, answer: refusal("timed-out", false) },
  "lost on the way": { applies: false, answer: refusal("offline", false) },
  busy: { applies: false, answer: refusal("busy") },
  down: { applies: false, answer: refusal("ats-unreachable") },
  refused: { applies: false, answer: refusal("input-refused") },
  "key invalid": { applies: false, answer: refusal("key-invalid") },
  inactive: { applies: false, answer: refusal("integration-inactive") },
  "killed before": { applies: false, answer: "never" },
  "killed after": { applies: true, answer: "never" },
} satisfies Record<string, { applies: boolean; answer: SendAnswer | "never" }>;

type Fault = keyof typeof FAULTS;

type Step =
  | { do: "ask"; candidate: string; integration: string; tags: string[] }
  | { do: "undo" | "retry" | "discard"; which: number }
  | { do: "run" | "later" | "release" | "kill" }
  | { do: "kill in"; transactions: number; moment: "before" | "after" };

const which = fc.nat({ max: 20 });
const ask: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("ask" as const),
  candidate: fc.constantFrom("a", "b", "c"),
  integration: fc.constantFrom(GREENHOUSE, GREENHOUSE, LEVER),
  tags: fc.uniqueArray(fc.constantFrom("Python", "SQL", "Go"), { minLength: 1, maxLength: 3 }),
});
const other: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom("undo" as const, "undo" as const, "retry" as const, "discard" as const), which }),
  fc.record({
    do: fc.constantFrom("run" as const, "run" as const, "later" as const, "release" as const, "kill" as const),
  }),
  fc.record({
    do: fc.constant("kill in" as const),
    transactions: fc.integer({ min: 1, max: 8 }),
    moment: fc.constantFrom("before" as const, "after" as const),
  }),
);
const script = fc.record({
  steps: fc.array(fc.oneof(ask, other), { minLength: 2, maxLength: 18 }),
  faults: fc.array(fc.constantFrom(...(Object.keys(FAULTS) as Fault[])), { maxLength: 25 }),
  /** Whether the recruiter takes the tag back while its request is open. */
  undoes: fc.array(fc.boolean(), { maxLength: 10 }),
});

/** Plays a script against a pretended ATS that knows what really happened to each candidate. */
class Play {
  readonly ats = new Map<string, Set<string>>();
  readonly asked = new Set<string>();
  /** Adds taken back, each with how many requests had gone out by then. */
  undone: { id: string; sent: number }[] = [];
  private faults: Fault[];
  private undoes: boolean[];

  constructor(
    readonly world: World,
    given: { faults: readonly Fault[]; undoes: readonly boolean[] },
  ) {
    this.faults = [...given.faults];
    this.undoes = [...given.undoes];
    world.answers = (job) => this.receive(job);
  }

  carries(job: Job): boolean {
    return this.ats.get(candidateKey(job))?.has(job.tag) ?? false;
  }

  async step(step: Step): Promise<void> {
    const { world } = this;
    switch (step.do) {
      case "ask": {
        const { candidate, integration } = step;
        const jobs = await world.outbox.append(step.tags.map((tag) => draft({ candidate, integration, tag })));
        for (const job of jobs) this.asked.add(job.id);
        return;
      }
      case "run":
        return this.run();
      case "later":
        return this.later();
      case "release":
        return this.mend();
      case "kill":
        return world.restart();
      case "kill in":
        return this.killIn(step.transactions, step.moment);
      default:
        return this.decide(step.do, step.which);
    }
  }

  /** Whatever held something is mended. */
  private async mend(): Promise<void> {
    for (const { scope } of await this.world.outbox.holds()) await this.world.outbox.resume(scope);
  }

  /** All faults are over: everything must come to an end by itself once the holds are released. */
  async finish(): Promise<void> {
    this.faults = [];
    this.undoes = [];
    await this.world.restart();
    for (let rounds = 0; rounds < 60; rounds++) {
      await this.mend();
      await this.run();
      if ((await this.world.outbox.liveJobs()).length === 0) return;
      await this.later();
    }
  }

  private async decide(what: "undo" | "retry" | "discard", index: number): Promise<void> {
    const jobs = await this.world.outbox.all();
    const job = jobs[index % Math.max(1, jobs.length)];
    if (!job) return;
    if (what === "undo") await this.undo(job);
    else await this.world.outbox[what](job.id);
    // Who throws the undo away wants the tag after all.
    if (what === "discard" && job.undoes) this.undone = this.undone.filter(({ id }) => id !== job.undoes);
    for (const { id } of await this.world.outbox.all()) this.asked.add(id);
  }

  private async undo({ id }: Job): Promise<void> {
    const sent = this.world.sent.length;
    if (await this.world.outbox.undo(id)) this.undone.push({ id, sent });
  }

  /** The worker dies around one of the next transactions of a run. */
  private async killIn(transactions: number, moment: "before" | "after"): Promise<void> {
    let left = transactions;
    this.world.onTransaction = (at) => {
      if (at === moment && --left === 0) this.world.die();
    };
    await this.run();
  }

  private async run(): Promise<void> {
    await this.world.runOrDie();
    this.world.onTransaction = null;
    if (this.world.isDead()) await this.world.restart();
  }

  private async later(): Promise<void> {
    const next = this.world.nextTime();
    if (next !== null) this.world.now = Math.max(this.world.now, next);
    await this.run();
  }

  private receive(job: Job): SendAnswer | "never" {
    const { applies, answer } = FAULTS[this.faults.shift() ?? "ok"];
    if (applies) this.apply(job);
    if (this.undoes.shift()) void this.undo(job);
    if (answer === "never") this.world.die();
    return answer;
  }

  private apply(job: Job): void {
    const tags = this.ats.get(candidateKey(job)) ?? new Set();
    if (job.operation === "add") tags.add(job.tag);
    else tags.delete(job.tag);
    this.ats.set(candidateKey(job), tags);
  }
}

function groupBy(jobs: readonly Job[], keyOf: (job: Job) => string): Map<string, Job[]> {
  const groups = new Map<string, Job[]>();
  for (const job of jobs) groups.set(keyOf(job), [...(groups.get(keyOf(job)) ?? []), job]);
  return groups;
}

/** What the outbox says about a candidate's tag must be what the ATS has, unless it says that nobody knows. */
function expectHonest(play: Play, jobs: readonly Job[]): void {
  const byTag = groupBy(jobs, (job) => `${candidateKey(job)}\n${job.tag}`);
  for (const same of byTag.values()) {
    const lastDone = same.filter(({ state }) => state === "done").at(-1);
    const unknown = same.some((job) => job.state !== "done" && job.unanswered && job.seq > (lastDone?.seq ?? 0));
    if (!unknown) expect(play.carries(same[0]!), same[0]!.tag).toBe(lastDone?.operation === "add");
  }
}

/** Per candidate each send is of the same job again or of a later one. */
function expectOrder(sent: readonly Job[]): void {
  for (const jobs of groupBy(sent, candidateKey).values()) {
    const order = jobs.map(({ seq }) => seq);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  }
}

describe("whatever fails and whenever the worker dies", () => {
  it("loses nothing, sends in order, one at a time per candidate, and tells the truth", {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(script, async ({ steps, ...given }) => {
        const world = await World.open();
        const play = new Play(world, given);
        for (const step of steps) await play.step(step);
        await play.finish();
        const jobs = await world.outbox.all();
        const kept = new Set(jobs.map(({ id }) => id));
        for (const id of play.asked) expect(kept).toContain(id);
        for (const { state } of jobs) expect(["done", "failed", "cancelled"]).toContain(state);
        expect(world.violations).toEqual([]);
        expectOrder(world.sent);
        expectHonest(play, jobs);
        for (const { id, sent } of play.undone) expect(world.sent.slice(sent).map((job) => job.id)).not.toContain(id);
      }),
      { numRuns: 300 },
    );
  });
});
