import { assessRow, isUnsettled, joinWays, notAsked, notFound } from "../../domain/batch/assess";
import { type Ask, type AskSlice, askKey, type Hit, slicesOf } from "../../domain/batch/look-up";
import type { BatchRow, FoundRow, RowAsk } from "../../domain/batch/row";
import { FAILURE_POLICY, type Failure } from "../../domain/failure";

/** Requests at once: reads have no limit of their own, and a colleague's work goes on beside them. */
const AT_ONCE = 4;
/** Tries for a request that met a busy or unreachable server. */
const MOST_TRIES = 6;

export interface LookUpParts {
  ask: (slice: AskSlice) => Promise<{ hits: readonly Hit[]; failure: Failure | null }>;
  wait: (ms: number) => Promise<void>;
  now: () => number;
  /** True once the person stopped it. */
  isStopped: () => boolean;
  onProgress: (done: number, total: number) => void;
}

/** Kombo's answers, by question; kept while the page is open, so that nothing is asked twice. */
export type Answers = Map<string, { hits: readonly Hit[]; at: number }>;

/** What came of looking rows up: one entry a row, in their order. `failure`: why the rest was not asked. */
export interface LookedUp {
  rows: FoundRow[];
  failure: Failure | null;
}

/** Looks the people of all rows up, in as few requests as may be. The second way is asked where the first found nobody. */
export async function lookUpRows(rows: readonly BatchRow[], answers: Answers, parts: LookUpParts): Promise<LookedUp> {
  const found = new Map<number, FoundRow>();
  for (const row of rows) if (row.asks.length === 0 || row.integrationId === null) found.set(row.row, notAsked(row));
  let failure: Failure | null = null;
  const most = Math.max(0, ...rows.map(({ asks }) => asks.length));
  for (let way = 0; way < most && !failure && !parts.isStopped(); way++) {
    const open = rows.filter((row) => isOpen(found.get(row.row), row.asks[way]));
    const asks = open.map((row) => toAsk(row, row.asks[way] as RowAsk)).filter((ask) => !answers.has(askKey(ask)));
    failure = await askAll(slicesOf(asks), answers, parts);
    for (const row of open) {
      const ask = row.asks[way] as RowAsk;
      const answer = answers.get(askKey(toAsk(row, ask)));
      const result = (answer && assessRow(row, ask, answer.hits, answer.at)) ?? null;
      const before = found.get(row.row);
      const joined = before ? joinWays(before, result) : result;
      if (joined) found.set(row.row, joined);
    }
  }
  const isAsked = (row: BatchRow) => row.asks.every((ask) => answers.has(askKey(toAsk(row, ask))));
  return { rows: rows.map((row) => found.get(row.row) ?? left(row, isAsked(row), parts.now())), failure };
}

const isOpen = (before: FoundRow | undefined, ask: RowAsk | undefined): boolean =>
  ask !== undefined && (before === undefined || isUnsettled(before, ask));

const toAsk = ({ integrationId }: BatchRow, { by, value }: RowAsk): Ask => ({
  integrationId: integrationId ?? "",
  by,
  value,
});

/** Nobody was found, or the row was not reached before it was stopped. */
const left = (row: BatchRow, isAsked: boolean, now: number): FoundRow =>
  isAsked ? notFound(row, now) : { ...notFound(row, now), reason: "not-looked-up" };

async function askAll(slices: readonly AskSlice[], answers: Answers, parts: LookUpParts): Promise<Failure | null> {
  let done = 0;
  let failure: Failure | null = null;
  const waiting = slices.values();
  const one = async () => {
    for (const slice of waiting) {
      if (failure || parts.isStopped()) return;
      const answer = await askPatiently(slice, parts);
      if (answer.failure) failure = answer.failure;
      else keep(answers, slice, answer.hits, parts.now());
      done += 1;
      parts.onProgress(done, slices.length);
    }
  };
  parts.onProgress(0, slices.length);
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return failure;
}

/** A busy server is asked again after the time it names; a read changes nothing. */
async function askPatiently(slice: AskSlice, parts: LookUpParts) {
  for (let tries = 1; ; tries++) {
    const answer = await parts.ask(slice);
    const { failure } = answer;
    if (!failure || FAILURE_POLICY[failure.kind].retry !== "backoff" || tries === MOST_TRIES || parts.isStopped()) {
      return answer;
    }
    await parts.wait(Math.max(failure.retryAfterMs ?? 0, 500 * 2 ** tries));
  }
}

function keep(answers: Answers, { integrationId, by, values }: AskSlice, hits: readonly Hit[], at: number): void {
  const byValue = new Map<string, Hit[]>(values.map((value) => [value, []]));
  for (const hit of hits) byValue.get(hit.value)?.push(hit);
  for (const [value, some] of byValue) answers.set(askKey({ integrationId, by, value }), { hits: some, at });
}
