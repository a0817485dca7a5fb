import { atsNameOf } from "../../domain/connector";
import { type Hold, isLive, type Job, type UndoOffer } from "../../domain/job";
import { isOutcomeUnknown, reasonOf } from "../../domain/outbox/reason";
import { undoOffer } from "../../domain/outbox/undo";
import { NAME_HERE, type ToastContent } from "../../messaging/page-side";
import { failureText } from "../../platform/failure-text";
import { language, type TextKey, text } from "../../platform/text";
import { undoText, undoVerb } from "../../platform/undo-text";

const STAY_MS = 8000;
/** Something to read and to act on stays longer. */
const STAY_LONG_MS = 20_000;

const frame = () => ({
  at: Date.now(),
  named: null,
  warnings: [] as readonly string[],
  warningsLabel: text("outcome_warnings"),
  undo: null as ToastContent["undo"],
  close: text("outcome_close"),
  lang: language(),
  stayMs: STAY_MS,
});

/** The words for a job that is over, or that waits. */
export function outcomeMessage(
  job: Job,
  offer: UndoOffer,
  holds: readonly Hold[],
  jobs: readonly Job[] = [],
): ToastContent {
  const meaning = undoText(offer);
  const next = [
    reasonText(job, holds, jobs) ?? (isLive(job) && text("outcome_sending")),
    job.unreadable && text("outcome_unreadable"),
    isOutcomeUnknown(job) && text("outcome_not_certain"),
  ];
  return {
    ...frame(),
    tone: isLive(job) ? "waiting" : job.state === "done" ? "good" : "bad",
    what: text(SAYS[whatKey(job)].full, job.tag, job.target.name),
    next: next.filter(Boolean).join(" ") || null,
    warnings: job.warnings,
    undo: meaning === null ? null : { label: text(undoVerb(offer)), meaning, key: text("undo_key") },
    stayMs: job.state === "failed" ? STAY_LONG_MS : STAY_MS,
  };
}

/** The words for a set of which every job is done. Undo takes back what it added. */
export function setMessage(set: readonly Job[], jobs: readonly Job[]): ToastContent {
  const [first] = set as [Job, ...Job[]];
  const offers = set.map((job) => undoOffer(job, jobs));
  const meaning = offers.map(undoText).find((one) => one !== null) ?? null;
  return {
    ...frame(),
    tone: "good",
    what: text(first.operation === "add" ? "outcome_added" : "outcome_removed", first.set ?? "", first.target.name),
    next: null,
    warnings: set.flatMap((job) => job.warnings),
    undo: meaning === null ? null : { label: text("undo"), meaning, key: text("undo_key") },
  };
}

/** What a page may learn of an outcome. */
export interface Disclosure {
  /** The name of the tag, because the settings say so. */
  tag: boolean;
  /** The person's name as far as the page writes it itself: it is the page of a known system. */
  name: boolean;
}

/**
 * The words for a page, which can find out what they are: without the names it must not learn, and without Kombo's debug
 * texts, which may hold them.
 */
export function inPage(words: ToastContent, { tag, target, ...job }: Job, may: Disclosure): ToastContent {
  const keys = SAYS[whatKey(job)];
  const what = may.tag ? text(keys.tag, tag) : text(keys.bare);
  const whole = may.tag ? text(keys.full, tag, NAME_HERE) : text(keys.named, NAME_HERE);
  const named = may.name ? { what: whole, name: target.name } : null;
  return { ...words, what, named, warnings: may.tag ? words.warnings : [] };
}

/** One sentence each with tag and person, with neither, and with one of them. */
const SAYS = {
  waiting: {
    full: "outcome_waiting",
    bare: "outcome_waiting_bare",
    named: "outcome_waiting_named",
    tag: "outcome_waiting_tag",
  },
  not_added: {
    full: "outcome_not_added",
    bare: "outcome_not_added_bare",
    named: "outcome_not_added_named",
    tag: "outcome_not_added_tag",
  },
  not_removed: {
    full: "outcome_not_removed",
    bare: "outcome_not_removed_bare",
    named: "outcome_not_removed_named",
    tag: "outcome_not_removed_tag",
  },
  removed: {
    full: "outcome_removed",
    bare: "outcome_removed_bare",
    named: "outcome_removed_named",
    tag: "outcome_removed_tag",
  },
  had_before: {
    full: "outcome_had_before",
    bare: "outcome_had_before_bare",
    named: "outcome_had_before_named",
    tag: "outcome_had_before_tag",
  },
  added: {
    full: "outcome_added",
    bare: "outcome_added_bare",
    named: "outcome_added_named",
    tag: "outcome_added_tag",
  },
} as const satisfies Record<string, Record<"full" | "bare" | "named" | "tag", TextKey>>;

function whatKey(job: Pick<Job, "operation" | "state" | "alreadyPresent">): keyof typeof SAYS {
  const add = job.operation === "add";
  if (isLive(job)) return "waiting";
  if (job.state !== "done") return add ? "not_added" : "not_removed";
  if (!add) return "removed";
  return job.alreadyPresent ? "had_before" : "added";
}

/** Why the job waits or failed, what to do and who can do it; null when there is nothing to say. */
export function reasonText(job: Job, holds: readonly Hold[], jobs: readonly Job[] = []): string | null {
  const reason = reasonOf(job, holds, jobs);
  if (!reason) return null;
  if (reason.kind === "settling") return text("reason_settling");
  const { what, next, who } = failureText(reason.failure, atsNameOf(job.target.integrationId));
  return [what, next, who].filter(Boolean).join(" ");
}

/** The first thing a gesture without a popup says; null: it has nothing to say any more. */
export const lookingMessage = (what: string | null): ToastContent => ({
  ...frame(),
  tone: "waiting",
  what: what ?? "",
  next: null,
});

/** A notice about no job at all: nothing was written. */
export function plainMessage(what: string, next: string): ToastContent {
  return { ...frame(), tone: "bad", what, next, stayMs: STAY_LONG_MS };
}
