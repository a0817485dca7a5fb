import type { AtsReference, LookUp } from "./candidate";
import { FAILURE_KINDS, type Failure, failure } from "./failure";
import { type Hold, JOB_STATES, type Job, type JobTarget, type Operation } from "./job";

/** What a field may hold; `instead` takes the place of anything else. */
interface Field {
  fits: (value: unknown) => boolean;
  instead: unknown;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown) => typeof value === "number" && Number.isFinite(value);
const isFlag = (value: unknown) => typeof value === "boolean";
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const orAbsent = (fits: Field["fits"]) => (value: unknown) => value === undefined || fits(value);
const oneOf = (words: readonly unknown[]) => (value: unknown) => words.includes(value);

const isOperation = oneOf(["add", "remove"] satisfies Operation[]);
const isState = oneOf(JOB_STATES);
const isKind = oneOf(FAILURE_KINDS);
const isFailure = (value: unknown): value is Failure =>
  isRecord(value) &&
  isKind(value.kind) &&
  [value.code, value.message, value.logUrl].every(isTextOrNull) &&
  (value.retryAfterMs === null || isNumber(value.retryAfterMs));
const isPage = (value: unknown): boolean => isRecord(value) && isText(value.origin) && isTextOrNull(value.digest);
const isRequester = (value: unknown): boolean => isRecord(value) && isText(value.id) && isText(value.name);
const isLookup = (value: unknown): value is LookUp =>
  isRecord(value) && oneOf(["candidate", "application", "email"])(value.by) && isText(value.value);
const isReference = (value: unknown): value is AtsReference =>
  isRecord(value) && Array.isArray(value.lookups) && value.lookups.every(isLookup);

type Essential = "id" | "operation" | "state" | "tag" | "target";

/** Fields without which nobody can say what is to be written to whom. */
const isEssential = ({ seq, operation, state, tag, target }: Record<string, unknown>): boolean =>
  isNumber(seq) &&
  isOperation(operation) &&
  isState(state) &&
  isText(tag) &&
  isRecord(target) &&
  isText(target.integrationId) &&
  isText(target.candidateId);

const NOBODY: JobTarget = { integrationId: "", candidateId: "", remoteId: null, name: "?", reference: null };

/**
 * Every other field. In doubt a try counts as unanswered and the tag as there before, so that nothing is called certain
 * and no undo takes away somebody else's work.
 */
const FIELDS: Record<Exclude<keyof Job, Essential>, Field> = {
  seq: { fits: isNumber, instead: 0 },
  batch: { fits: isText, instead: "" },
  createdAt: { fits: isNumber, instead: 0 },
  updatedAt: { fits: isNumber, instead: 0 },
  attempts: { fits: isNumber, instead: 0 },
  nextTryAt: { fits: isNumber, instead: 0 },
  failure: { fits: (value) => value === null || isFailure(value), instead: null },
  unanswered: { fits: isFlag, instead: true },
  warnings: { fits: (value) => Array.isArray(value) && value.every(isText), instead: [] },
  unreadable: { fits: isFlag, instead: false },
  alreadyPresent: { fits: isFlag, instead: true },
  presenceUnknown: { fits: orAbsent(oneOf([true])), instead: true },
  set: { fits: orAbsent(isText), instead: undefined },
  createsTag: { fits: isFlag, instead: false },
  undoes: { fits: isTextOrNull, instead: null },
  tabId: { fits: (value) => value === null || isNumber(value), instead: null },
  requestedAt: { fits: orAbsent(isNumber), instead: undefined },
  requestedBy: { fits: orAbsent(isRequester), instead: undefined },
  limitedAttempts: { fits: orAbsent(isNumber), instead: undefined },
  outcomeUnknown: { fits: orAbsent(oneOf([true])), instead: undefined },
  seenAt: { fits: orAbsent(isNumber), instead: undefined },
  page: { fits: orAbsent(isPage), instead: undefined },
  cleared: { fits: orAbsent(oneOf([true])), instead: true },
  retargeted: { fits: orAbsent(oneOf([true])), instead: undefined },
  row: { fits: orAbsent(isNumber), instead: undefined },
};
const FIELD_LIST = Object.entries(FIELDS);

/** What a failure of a kind that is not known here is called; the other version's own word stays visible as the code. */
function knownFailure(stored: unknown): Failure {
  const { kind, code, message } = isRecord(stored) ? stored : {};
  const word = [code, kind].find(isText) ?? null;
  return failure("unknown", { code: word, message: isText(message) ? message : null });
}

/**
 * A job as it is stored, made safe to work with: other versions and damage leave states, operations, failures and fields
 * this code does not know. A job nobody can carry out is given as failed, and never sent; what is stored is not touched.
 */
export function storedJob(stored: unknown): Job {
  const record = isRecord(stored) ? stored : {};
  const essential = isEssential(record);
  const odd = FIELD_LIST.filter(([name, { fits }]) => !fits(record[name]));
  if (essential && odd.length === 0 && isTarget(record.target)) return stored as Job;
  const mended = { ...record, ...Object.fromEntries(odd.map(([name, { instead }]) => [name, instead])) };
  const job = { ...mended, target: targetOf(record.target), tag: isText(record.tag) ? record.tag : "?" } as Job;
  if (!essential) return unreadable(job);
  const said = isRecord(record.failure) || job.state === "failed";
  return said && !isFailure(record.failure) ? { ...job, failure: knownFailure(record.failure) } : job;
}

/** Jobs as they are stored, in the order they were asked for. */
export function storedJobs(stored: readonly unknown[]): Job[] {
  return stored.map(storedJob).sort((a, b) => a.seq - b.seq);
}

/** A hold with a failure that can be shown. */
export function storedHold(stored: unknown): Hold {
  const hold = stored as Hold;
  const since = isNumber(hold.since) ? hold.since : 0;
  return isFailure(hold.failure) && since === hold.since
    ? hold
    : { ...hold, since, failure: knownFailure(hold.failure) };
}

/** Whether it was ever sent nobody knows either. */
function unreadable(job: Job): Job {
  const operation = isOperation(job.operation) ? job.operation : "add";
  return { ...job, operation, state: "failed", failure: failure("entry-unreadable"), unanswered: true };
}

function isTarget(target: unknown): target is JobTarget {
  if (!isRecord(target)) return false;
  const { remoteId, name, reference } = target;
  return isTextOrNull(remoteId) && isText(name) && (reference === null || isReference(reference));
}

function targetOf(stored: unknown): JobTarget {
  if (!isRecord(stored)) return NOBODY;
  if (isTarget(stored) && isText(stored.integrationId) && isText(stored.candidateId)) return stored;
  const text = (value: unknown, instead: string) => (isText(value) ? value : instead);
  return {
    integrationId: text(stored.integrationId, ""),
    candidateId: text(stored.candidateId, ""),
    remoteId: isText(stored.remoteId) ? stored.remoteId : null,
    name: text(stored.name, NOBODY.name),
    reference: isReference(stored.reference) ? stored.reference : null,
  };
}
