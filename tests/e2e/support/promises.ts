import { INTEGRATIONS } from "../../../sandbox/data";
import type { LogEntry } from "../../../sandbox/kombo/request-log";
import type { Intention } from "../../../src/domain/intention";
import type { Job } from "../../../src/domain/job";
import type { FaultApp } from "./fault-app";
import type { SoakRunner, Submission } from "./soak-runner";

/** Compares the outbox with what really happened in the ATS. Each line it returns is a broken promise. */
export function brokenPromises(
  app: FaultApp,
  { submissions, typed, retried, kills }: SoakRunner,
  jobs: readonly Job[],
  intentions: readonly Intention[],
): string[] {
  const { requests, writes } = app.control.log;
  return [
    ...unaccounted(submissions, jobs),
    ...lostWhenTyped(typed, jobs, intentions),
    ...app.control.createdTags().map((tag) => `created by nobody: ${JSON.stringify(tag)}`),
    ...app.control.truth().flatMap((truth) => {
      const own = jobs.filter((job) => job.target.candidateId === truth.id);
      const history = (tag: string) =>
        `${tag}: ${JSON.stringify([jobsFor(tag, own), requestsFor(tag, truth.id, requests)])}`;
      return wrongTags(truth.name, initialTags(truth.id), truth.tags, own, history);
    }),
    ...outOfOrder(writes, jobs, retried),
    ...overlapping(requests, kills),
  ];
}

function initialTags(komboId: string): readonly string[] {
  const everybody = INTEGRATIONS.flatMap(({ people }) => people);
  return everybody.find((person) => person.komboId === komboId)?.tags ?? [];
}

/** Every submission has exactly one job, and every job is done or cancelled. */
function unaccounted(submissions: readonly Submission[], jobs: readonly Job[]): string[] {
  const lost = submissions.filter(({ id, tag, person }) => {
    const own = jobs.filter((job) => job.id === id);
    return own.length !== 1 || own[0]?.tag !== tag || own[0]?.target.candidateId !== person.komboId;
  });
  const open = jobs.filter(({ state }) => state !== "done" && state !== "cancelled");
  return [
    ...lost.map(({ person, tag }) => `lost: ${tag} for ${person.firstName}`),
    ...open.map((job) => `not over: ${job.tag} for ${job.target.name} is ${job.state}`),
  ];
}

/** What was typed in a popup that was closed is a job, or waits to be shown in the next one. */
function lostWhenTyped(typed: SoakRunner["typed"], jobs: readonly Job[], intentions: readonly Intention[]): string[] {
  const isJob = ({ person, tag }: SoakRunner["typed"][number]) =>
    jobs.some((job) => job.target.candidateId === person.komboId && job.tag === tag);
  const isHeld = ({ tag }: SoakRunner["typed"][number]) =>
    intentions.some(({ held, tag: { typed, name } }) => held !== null && (name ?? typed) === tag);
  const lost = typed.filter((one) => !isJob(one) && !isHeld(one));
  return lost.map(({ person, tag }) => `lost when typed: ${tag} for ${person.firstName}`);
}

/** The history of a tag, to explain a broken promise. */
const jobsFor = (tag: string, jobs: readonly Job[]) => jobs.filter((job) => job.tag === tag);
const requestsFor = (tag: string, id: string, requests: readonly LogEntry[]) =>
  requests.filter(({ candidateId, body }) => candidateId === id && JSON.stringify(body).includes(JSON.stringify(tag)));

/** The candidate has the tags they had before, changed by every done job in order, and no others. */
function wrongTags(
  name: string,
  before: readonly string[],
  now: readonly string[],
  own: readonly Job[],
  history: (tag: string) => string,
): string[] {
  const due = new Set(before);
  for (const job of [...own].sort((a, b) => a.seq - b.seq)) {
    if (job.state !== "done") continue;
    if (job.operation === "add") due.add(job.tag);
    else due.delete(job.tag);
  }
  const missing = [...due].filter((tag) => !now.includes(tag));
  const unexpected = now.filter((tag) => !due.has(tag));
  const doubled = now.filter((tag, at) => now.indexOf(tag) !== at);
  return [
    ...missing.map((tag) => `${name} lacks ${history(tag)}`),
    ...unexpected.map((tag) => `${name} should not have ${history(tag)}`),
    ...doubled.map((tag) => `${name} has twice ${history(tag)}`),
  ];
}

interface Applied {
  candidateId: string;
  operation: string;
  tag: string;
}

/** For each candidate, tags first reached the ATS in the order they were submitted. */
function outOfOrder(writes: readonly Applied[], jobs: readonly Job[], retried: Set<string>): string[] {
  const moves = (one: Applied) => `${one.candidateId} ${one.operation} ${one.tag}`;
  const keyOf = ({ target, operation, tag }: Job) => moves({ candidateId: target.candidateId, operation, tag });
  const once = jobs.filter(
    (job) => !retried.has(job.id) && jobs.filter((other) => keyOf(other) === keyOf(job)).length === 1,
  );
  const firstAt = new Map<string, number>();
  writes.forEach((write, at) => {
    if (!firstAt.has(moves(write))) firstAt.set(moves(write), at);
  });
  const broken: string[] = [];
  const last = new Map<string, number>();
  for (const job of [...once].sort((a, b) => a.seq - b.seq)) {
    const at = firstAt.get(keyOf(job));
    if (at === undefined) continue;
    if (at < (last.get(job.target.candidateId) ?? -1)) broken.push(`out of order: ${job.tag} for ${job.target.name}`);
    last.set(job.target.candidateId, at);
  }
  return broken;
}

/** For each candidate, one write at a time. A request whose worker was killed does not count: nobody awaits its end. */
function overlapping(requests: readonly LogEntry[], kills: readonly number[]): string[] {
  const own = requests.filter(({ method, candidateId, abandoned }) => method !== "GET" && candidateId && !abandoned);
  // On a busy machine such a request may be answered before the server notices that the connection is gone.
  const orphaned = ({ at, answeredAt }: LogEntry) =>
    kills.some((kill) => at <= kill && kill <= (answeredAt ?? Number.POSITIVE_INFINITY));
  return own.flatMap((one, at) => {
    const next = own.slice(at + 1).find(({ candidateId }) => candidateId === one.candidateId);
    return next && !orphaned(one) && next.at < (one.answeredAt ?? Number.POSITIVE_INFINITY)
      ? [`two writes at once for ${one.candidateId}: ${JSON.stringify(one)} and ${JSON.stringify(next)}`]
      : [];
  });
}
