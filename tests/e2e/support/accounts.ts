import { INTEGRATIONS } from "../../../sandbox/data";
import type { LogEntry } from "../../../sandbox/kombo/request-log";
import type { Job } from "../../../src/domain/job";
import type { Office } from "./office";
import type { Asked, Play } from "./play";

/** What the journal says, held against what really happened; each line is a broken promise. */
export function brokenPromises(office: Office, { asked, retried, kills }: Play, jobs: readonly Job[]): string[] {
  const { requests, writes } = office.control.log;
  return [
    ...unaccounted(asked, jobs),
    ...office.control.truth().flatMap((truth) => {
      const own = jobs.filter((job) => job.target.candidateId === truth.id);
      const history = (tag: string) =>
        `${tag}: ${JSON.stringify([jobsFor(tag, own), requestsFor(tag, truth.id, requests)])}`;
      return wrongTags(truth.name, tagsAtFirst(truth.id), truth.tags, own, history);
    }),
    ...outOfOrder(writes, jobs, retried),
    ...overlapping(requests, kills),
  ];
}

function tagsAtFirst(komboId: string): readonly string[] {
  const everybody = INTEGRATIONS.flatMap(({ people }) => people);
  return everybody.find((person) => person.komboId === komboId)?.tags ?? [];
}

/** Every asked-for tag has its job, and each job came to exactly one end. */
function unaccounted(asked: readonly Asked[], jobs: readonly Job[]): string[] {
  const lost = asked.filter(({ id, tag, person }) => {
    const own = jobs.filter((job) => job.id === id);
    return own.length !== 1 || own[0]?.tag !== tag || own[0]?.target.candidateId !== person.komboId;
  });
  const open = jobs.filter(({ state }) => state !== "done" && state !== "cancelled");
  return [
    ...lost.map(({ person, tag }) => `lost: ${tag} for ${person.firstName}`),
    ...open.map((job) => `not over: ${job.tag} for ${job.target.name} is ${job.state}`),
  ];
}

/** For a broken promise: how it came to that. */
const jobsFor = (tag: string, jobs: readonly Job[]) => jobs.filter((job) => job.tag === tag);
const requestsFor = (tag: string, id: string, requests: readonly LogEntry[]) =>
  requests.filter(({ candidateId, body }) => candidateId === id && JSON.stringify(body).includes(JSON.stringify(tag)));

/** The candidate carries what they had, with every done job laid over it in order, and nothing else. */
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
  const strange = now.filter((tag) => !due.has(tag));
  const doubled = now.filter((tag, at) => now.indexOf(tag) !== at);
  return [
    ...missing.map((tag) => `${name} lacks ${history(tag)}`),
    ...strange.map((tag) => `${name} carries ${history(tag)}`),
    ...doubled.map((tag) => `${name} carries twice ${history(tag)}`),
  ];
}

interface Applied {
  candidateId: string;
  operation: string;
  tag: string;
}

/** Per candidate, writes reached the ATS first in the order of asking. */
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

/** Per candidate one write at a time. A request whose worker died has no end that anybody could have waited for. */
function overlapping(requests: readonly LogEntry[], kills: readonly number[]): string[] {
  const own = requests.filter(({ method, candidateId, abandoned }) => method !== "GET" && candidateId && !abandoned);
  // On a busy machine the dead worker's request is answered before anybody notices that nobody waits.
  const orphaned = ({ at, answeredAt }: LogEntry) =>
    kills.some((kill) => at <= kill && kill <= (answeredAt ?? Number.POSITIVE_INFINITY));
  return own.flatMap((one, at) => {
    const next = own.slice(at + 1).find(({ candidateId }) => candidateId === one.candidateId);
    return next && !orphaned(one) && next.at < (one.answeredAt ?? Number.POSITIVE_INFINITY)
      ? [`two writes at once for ${one.candidateId}: ${JSON.stringify(one)} and ${JSON.stringify(next)}`]
      : [];
  });
}
