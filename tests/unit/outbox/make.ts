import type { Failure, FailureKind } from "../../../src/domain/failure";
import type { Job, NewJob } from "../../../src/domain/job";
import { createJob } from "../../../src/domain/outbox/transitions";

export const START = Date.UTC(2026, 0, 15, 9);
export const HOUR = 60 * 60 * 1000;
export const GREENHOUSE = "greenhouse:aaaaaaaaaaaaaaaaaaaaaaaa";
export const LEVER = "lever:bbbbbbbbbbbbbbbbbbbbbbbb";

export function failure(kind: FailureKind, retryAfterMs: number | null = null): Failure {
  return { kind, code: null, message: null, logUrl: null, retryAfterMs };
}

export function draft(part: Partial<NewJob> & { candidate?: string; integration?: string } = {}): NewJob {
  const { candidate = "c1", integration = GREENHOUSE, ...rest } = part;
  return {
    batch: "batch",
    operation: "add",
    target: {
      integrationId: integration,
      candidateId: candidate,
      remoteId: "42",
      name: "Ada Example",
      reference: null,
    },
    tag: "Python",
    alreadyPresent: false,
    createsTag: false,
    undoes: null,
    tabId: null,
    ...rest,
  };
}

let count = 0;

/** A queued job asked for at START; `part` overrides anything. */
export function job(part: Partial<Job> & { candidate?: string; integration?: string } = {}): Job {
  const { candidate, integration, ...rest } = part;
  count += 1;
  const seq = rest.seq ?? count;
  return { ...createJob(draft({ candidate, integration }), `job-${count}`, seq, START), ...rest };
}
