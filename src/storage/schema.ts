import type { Batch } from "../domain/batch/batch";
import type { AtsId, Candidate, MatchedBy } from "../domain/candidate";
import type { Intention } from "../domain/intention";
import type { Hold, Job } from "../domain/job";
import type { TagUse } from "../domain/tag";
import type { TagList } from "../domain/tag-list";

/** A candidate found before: which person a reference meant. */
export interface KnownCandidate {
  /** Digest of `integrationId` and the page's identity: an e-mail it was found by is not kept readable. */
  key: string;
  /** Digest of the page's address, to know the person again before anything else is asked; empty by hand. */
  page: string;
  integrationId: string;
  candidate: Candidate;
  matchedBy: MatchedBy;
  /** When Kombo's answer was fetched (epoch ms). */
  asOf: number;
  /** Digests of the confirmation keys under which a person said "yes, this is the one". */
  confirmedAs: readonly string[];
}

/** "This tenant of this ATS is that integration", after one confirmed match. */
export interface Binding {
  /** `ats|tenant`; the tenant may be empty. */
  key: string;
  integrationId: string;
  at: number;
  /** Made under 1.0.0, which took less for proof: asked about once. */
  fromVersion1?: true;
  /** The company's, by its policy; never on disk here. */
  fromPolicy?: true;
}

/** Where a page of an unknown host or path carries the candidate's id, learned from a confirmed search for ids. */
export interface LearnedPattern {
  id: string;
  host: string;
  /** Path (with hash route) with `{id}` in the id's place. */
  path: string;
  by: "candidate" | "application";
  ats: AtsId | null;
  integrationId: string;
  learnedAt: number;
  /** The company's, by its policy; never on disk here. */
  fromPolicy?: true;
}

/** Object stores of the database `quicktag`. One writer each: the background. */
export interface Stores {
  jobs: Job;
  holds: Hold;
  candidates: KnownCandidate;
  tags: TagList;
  uses: TagUse;
  bindings: Binding;
  urlPatterns: LearnedPattern;
  intentions: Intention;
  batches: Batch;
  /** Jobs of batches that wait to be handed to the outbox, or are over. */
  batchJobs: Job;
}
