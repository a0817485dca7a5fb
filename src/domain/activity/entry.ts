import { isLive, type Job } from "../job";
import { fold } from "../text/fold";
import { type Outcome, outcomeOf, undoneJobs } from "./outcome";

/** One job as the activity page shows it. */
export interface Entry {
  job: Job;
  outcome: Outcome;
  /** When it was asked for (epoch ms). */
  at: number;
  /** From the key press to Kombo's confirmation, in ms; null where there was none, or a person had to ask twice. */
  confirmedIn: number | null;
  /** What a search goes through, once one did. */
  searched?: string;
}

/** All jobs as entries, the latest first; what was cleared is none. */
export function entriesOf(jobs: readonly Job[]): Entry[] {
  const undone = undoneJobs(jobs);
  const entries = jobs
    .filter(({ cleared }) => !cleared)
    .map((job): Entry => {
      const at = job.createdAt;
      const isPlain = job.state === "done" && job.requestedAt === undefined && at > 0 && job.updatedAt >= at;
      return { job, outcome: outcomeOf(job, undone), at, confirmedIn: isPlain ? job.updatedAt - at : null };
    });
  return entries.sort((a, b) => b.at - a.at || b.job.seq - a.job.seq || (a.job.id < b.job.id ? 1 : -1));
}

/** What belongs together among entries, to be looked up for one of them. */
export interface Relations {
  /** How many entries a batch has. */
  batchSizes: ReadonlyMap<string, number>;
  /** The removals that take an add back, by its id. */
  undoing: ReadonlyMap<string, readonly Job[]>;
}

/** The relations of these entries; made once, for one entry must not cost a look at all. */
export function relationsOf(entries: readonly Entry[]): Relations {
  const batchSizes = new Map<string, number>();
  const undoing = new Map<string, Job[]>();
  for (const { job } of entries) {
    batchSizes.set(job.batch, (batchSizes.get(job.batch) ?? 0) + 1);
    if (job.undoes !== null) undoing.set(job.undoes, [...(undoing.get(job.undoes) ?? []), job]);
  }
  return { batchSizes, undoing };
}

/** What a person narrows the list by; null: no matter. */
export interface ActivityFilter {
  /** Each word of it stands in the person's name, the tag, or the set's name. */
  search: string;
  outcome: Outcome | "attention" | null;
  integrationId: string | null;
  /** Not asked for before this time (epoch ms). */
  since: number | null;
  /** The id of a batch. */
  batch: string | null;
}

export const NO_FILTER: ActivityFilter = {
  search: "",
  outcome: null,
  integrationId: null,
  since: null,
  batch: null,
};

/** Outcomes a person may want to do something about. */
export const needsAttention = (outcome: Outcome): boolean => outcome === "failed" || outcome === "unknown";

/** A list is searched at each key press, and folding fifty thousand names takes longer than a key press may. */
function searchedText(entry: Entry): string {
  const { target, tag, set = "" } = entry.job;
  entry.searched ??= [target.name, tag, set].map(fold).join("\n");
  return entry.searched;
}

/** The entries that fit, in their order. */
export function filterEntries(entries: readonly Entry[], filter: ActivityFilter): Entry[] {
  const words = fold(filter.search).split(" ").filter(Boolean);
  const { outcome, integrationId, since, batch } = filter;
  return entries.filter(
    (entry) =>
      (since === null || entry.at >= since) &&
      (batch === null || entry.job.batch === batch) &&
      (integrationId === null || entry.job.target.integrationId === integrationId) &&
      (outcome === null || (outcome === "attention" ? needsAttention(entry.outcome) : entry.outcome === outcome)) &&
      words.every((word) => searchedText(entry).includes(word)),
  );
}

/** Whether a person may be rid of it: what waits, and what failed, somebody has still to decide on. */
export const isOver = ({ job }: Entry): boolean => !isLive(job) && job.state !== "failed";
