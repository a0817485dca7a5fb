import type { Job } from "../../domain/job";
import { sameTag } from "../../domain/text/same-tag";

/** Longer ago than this it is no row of people who get the same tag (ms). */
export const ROW_MS = 60 * 60_000;

/**
 * Whether the tag added last, in this popup, is the one that was added last to somebody else of the integration: the
 * moment to say that a key repeats it. `jobs`: the outbox; `own`: ids of this popup's jobs.
 */
export function isSameAgain(jobs: readonly Job[], own: ReadonlySet<string>): boolean {
  const adds = jobs.filter(({ operation, state }) => operation === "add" && state !== "cancelled");
  const [last, ...before] = adds.sort((a, b) => b.seq - a.seq);
  if (!last || !own.has(last.id)) return false;
  const other = before.find(
    ({ target }) =>
      target.integrationId === last.target.integrationId && target.candidateId !== last.target.candidateId,
  );
  return other !== undefined && sameTag(other.tag, last.tag) && last.createdAt - other.createdAt <= ROW_MS;
}
