import type { AtsReference } from "./candidate";
import type { Failure } from "./failure";
import type { Requester } from "./requester";

export type Operation = "add" | "remove";

/** The candidate a job is for: exactly the one that was shown. */
export interface JobTarget {
  integrationId: string;
  /** Kombo's candidate id. */
  candidateId: string;
  /** The ATS's id of the candidate, to check a second look-up by. */
  remoteId: string | null;
  name: string;
  /** What the page said; null for by hand. Used once more if Kombo refuses the id. */
  reference: AtsReference | null;
}

/** One candidate, one tag, add or remove. The unit of the outbox. */
export interface Job {
  id: string;
  /** Order of asking; strictly ascending within the outbox. */
  seq: number;
  /** Jobs asked for in one gesture share it. */
  batch: string;
  operation: Operation;
  target: JobTarget;
  tag: string;
  state: JobState;
  createdAt: number;
  updatedAt: number;
  /** Sends begun so far. */
  attempts: number;
  /** Not before this time (epoch ms). */
  nextTryAt: number;
  /** Why it is waiting or failed; null when nothing went wrong. */
  failure: Failure | null;
  /** Some send had no answer: the write may have happened more than once, or although it failed. */
  unanswered: boolean;
  /** Kombo's debug texts. */
  warnings: readonly string[];
  /** Done, but the 2xx body could not be read. */
  unreadable: boolean;
  /** The mirror or our own outbox showed the tag before: an undo would take away somebody else's work. */
  alreadyPresent: boolean;
  /** What Kombo said of the candidate's tags was old when this was asked for: the tag may have been there before. */
  presenceUnknown?: true;
  /** The name of the tag set it was asked for with; its batch is the set's. */
  set?: string;
  /** The recruiter asked for a tag that did not exist. */
  createsTag: boolean;
  /** For a removal that undoes: the job it undoes. */
  undoes: string | null;
  /** The tab the gesture was made in; null when none. For the toast and the badge. */
  tabId: number | null;
  /** The page the gesture was made on: its origin, and a digest of its address where the candidate was open there. */
  page?: { origin: string; digest: string | null };
  /** When a person last asked for it again (retry, or mending what held it); its age counts from here, else from `createdAt`. */
  requestedAt?: number;
  /** Who asked for it last; absent where nobody was signed in. It is sent as nobody else. */
  requestedBy?: Requester;
  /** Tries that ended in a failure which is retried only a few times; other failures do not use those up. */
  limitedAttempts?: number;
  /** Its removal was given up after a try without answer: nobody knows whether the tag is still there. */
  outcomeUnknown?: true;
  /** When a person first saw that it failed (epoch ms). */
  seenAt?: number;
  /** Kombo refused the candidate's id and it was looked up once more; not done a second time. */
  retargeted?: true;
  /** A person cleared it: shown nowhere, kept for as long as what it wrote tells what the candidate carries. */
  cleared?: true;
  /** The row of the input it comes from, in a batch with rows. Such jobs wait and end in a store of their own. */
  row?: number;
}

/** What is decided when a job is asked for; the outbox adds the rest. */
export type NewJob = Pick<
  Job,
  | "batch"
  | "operation"
  | "target"
  | "tag"
  | "alreadyPresent"
  | "presenceUnknown"
  | "createsTag"
  | "set"
  | "undoes"
  | "tabId"
  | "page"
  | "row"
  | "requestedBy"
>;

/** Every state a job can be in. */
export const JOB_STATES = ["queued", "sending", "done", "failed", "cancelled"] as const;

export type JobState = (typeof JOB_STATES)[number];

/** Still to be sent, or being sent. */
export const isLive = ({ state }: Pick<Job, "state">): boolean => state === "queued" || state === "sending";

/** Stored by another version, or damaged: nobody can say what it asks for. It is shown and never sent. */
export const isUnreadable = ({ failure }: Pick<Job, "failure">): boolean => failure?.kind === "entry-unreadable";

/** A queue that stands still until somebody mends the cause. `scope` is `key` or an integration id. */
export interface Hold {
  scope: string;
  failure: Failure;
  since: number;
}

/** Whether an outcome may be taken back, and what that means. */
export type UndoOffer =
  | { kind: "cancel" } // still waiting: nothing was sent
  /** Removes the tag whoever added it. `mayHaveBeenPresent`: the candidate may have carried it before. */
  | { kind: "remove"; certain: boolean; mayHaveBeenPresent?: true }
  | { kind: "no"; because: "already-present" | "failed" | "undone" | "is-undo" };
