import type { ShownCandidate } from "../../domain/find";
import type { Job } from "../../domain/job";
import { type CarriedTag, carriedTags } from "../../domain/outbox/carried-tags";
import { undoOffer } from "../../domain/outbox/undo";
import { holdsExactly, type Index, prepare } from "../../domain/picker";
import type { TagUse } from "../../domain/tag";
import { highlightAt, stepTo } from "../../popup/model/highlight";
import { knownOn, knownTags } from "../../popup/model/known";
import { type Given, isKnown, type Row, rowKey } from "../../popup/model/row";
import { numberedRow, type Rows, rowsFor } from "../../popup/model/rows";

/**
 * Tagging somebody made up: the popup's rows, and jobs that exist here alone. Nothing is stored, and nothing has a way to
 * Kombo.
 */
export interface Practice {
  shown: ShownCandidate;
  index: Index;
  mayCreate: boolean;
  text: string;
  /** The row an arrow key led to, by its key; null = as the rows say. */
  active: string | null;
  /** What Enter has to say when it adds nothing. */
  notice: { kind: "already-there"; name: string } | { kind: "choose" } | null;
  uses: readonly TagUse[];
  /** Tags by Alt+1 and so on. */
  numbers: readonly string[];
  jobs: readonly Job[];
}

/** No comma in a tag, as where the system is not known. */
const CONNECTOR = "welcometothejungle";
const INTEGRATION = `${CONNECTOR}:practice`;

/** A beginning: somebody who carries the first of these tags, two that were used before, and the others in the list. */
export function startPractice(name: string, tags: readonly string[], mayCreate: boolean, now: number): Practice {
  const [carried = "", ...others] = tags;
  const used = others.slice(0, 2);
  return {
    shown: {
      candidate: { id: "practice", remoteId: null, name, tags: [carried] },
      integrationId: INTEGRATION,
      matchedBy: "hand",
      reference: null,
      certainty: { level: "sure", reason: "confirmed" },
      asOf: now,
      tabId: null,
      pageUrl: null,
      page: null,
    },
    index: prepare(tags),
    mayCreate,
    text: "",
    active: null,
    notice: null,
    uses: used.map((tag, at) => ({ integrationId: INTEGRATION, name: tag, count: 3 - at, lastUsedAt: now })),
    numbers: used,
    jobs: [],
  };
}

/** The tags on the practice candidate. */
export const tagsIn = ({ shown, jobs }: Practice): CarriedTag[] =>
  carriedTags(shown.candidate.tags, shown.asOf, jobs, shown.asOf);

/** The rows under the field, as the popup has them. */
export const rowsIn = (practice: Practice): Rows => rowsFor(givenIn(practice));

/** Where the highlight is; -1 for nowhere. */
export const activeIn = ({ active }: Practice, { rows, first }: Rows): number => highlightAt(rows, first, active);

function givenIn(practice: Practice): Given {
  const { text, index, uses, numbers, mayCreate } = practice;
  return {
    text,
    index,
    recents: uses,
    numbers,
    pins: [],
    sets: [],
    onPage: [],
    known: knownTags(knownOn(tagsIn(practice))),
    connector: CONNECTOR,
    mayCreate,
    listKnown: true,
  };
}

/** Another text stands in the field. */
export const type = (practice: Practice, text: string): Practice => ({ ...practice, text, active: null, notice: null });

/** An arrow key. */
export function move(practice: Practice, by: 1 | -1): Practice {
  const row = stepTo(rowsIn(practice), practice.active, { by, around: true }, practice.text);
  return row ? { ...practice, active: rowKey(row), notice: null } : practice;
}

/** Enter: takes the highlighted row; with none, the next Enter may create, unless a similar tag is to be looked at first. */
export function enter(practice: Practice, now: number): Practice {
  const found = rowsIn(practice);
  const row = found.rows[activeIn(practice, found)];
  if (row) return take(practice, row, now);
  if (found.mayBeSlip) return { ...practice, notice: { kind: "choose" } };
  const creation = found.rows.find(({ kind }) => kind === "create");
  return creation ? { ...practice, active: rowKey(creation) } : practice;
}

/** Alt and a digit. */
export function takeNumbered(practice: Practice, digit: number, now: number): Practice {
  const row = numberedRow(givenIn(practice), digit);
  return row ? add(practice, row, now) : practice;
}

/** A row was taken by Enter or a click. */
export function take(practice: Practice, row: Row, now: number): Practice {
  const after = add(practice, row, now);
  return after.notice ? after : type(after, "");
}

function add(practice: Practice, row: Row, now: number): Practice {
  if (isKnown(row)) return { ...practice, notice: { kind: "already-there", name: row.name } };
  const { index } = practice;
  const names = holdsExactly(index, row.name) ? null : [...index.names, row.name];
  return {
    ...send(practice, { operation: "add", tag: row.name, createsTag: row.kind === "create", undoes: null }, now),
    index: names ? prepare(names) : index,
    uses: used(practice.uses, row.name, now),
    notice: null,
  };
}

function used(uses: readonly TagUse[], name: string, now: number): TagUse[] {
  const before = uses.find((use) => use.name === name);
  const others = uses.filter((use) => use !== before);
  return [...others, { integrationId: INTEGRATION, name, count: (before?.count ?? 0) + 1, lastUsedAt: now }];
}

/** Undo of the latest that can be undone. */
export function undo(practice: Practice, now: number): Practice {
  // Undone while it is on its way, it arrives first.
  const { jobs } = answer(practice, now);
  const job = jobs.findLast((one) => undoOffer(one, jobs).kind !== "no");
  if (!job) return practice;
  const removal = { operation: "remove", tag: job.tag, createsTag: false, undoes: job.id } as const;
  return send({ ...practice, jobs, notice: null }, removal, now);
}

/** As if a job were being sent: it is only written down. */
function send(
  practice: Practice,
  asked: Pick<Job, "operation" | "tag" | "createsTag" | "undoes">,
  now: number,
): Practice {
  const { id: candidateId, remoteId, name } = practice.shown.candidate;
  const seq = practice.jobs.length;
  const job: Job = {
    ...asked,
    id: `practice-${seq}`,
    seq,
    batch: "practice",
    target: { integrationId: INTEGRATION, candidateId, remoteId, name, reference: null },
    state: "sending",
    createdAt: now,
    updatedAt: now,
    attempts: 1,
    nextTryAt: now,
    failure: null,
    unanswered: false,
    warnings: [],
    unreadable: false,
    alreadyPresent: false,
    tabId: null,
  };
  return { ...practice, jobs: [...practice.jobs, job] };
}

/** The answer that a real tag gets after a moment. */
export function answer(practice: Practice, now: number): Practice {
  const jobs = practice.jobs.map((job) =>
    job.state === "sending" ? { ...job, state: "done" as const, updatedAt: now } : job,
  );
  return { ...practice, jobs };
}

/** Whether something waits for its answer. */
export const isSending = ({ jobs }: Practice): boolean => jobs.some(({ state }) => state === "sending");
