import type { LogEntry } from "./request-log";

/** Which requests a rule is for: every condition given has to hold. */
export interface RequestMatch {
  method?: string;
  pathIncludes?: string;
  integration?: string;
  candidateId?: string;
}

/** What a rule can look at. */
export type RequestFacts = Pick<LogEntry, "method" | "path" | "integration" | "candidateId">;

const CONDITIONS = ["method", "pathIncludes", "integration", "candidateId"];

/** The names in `match` that are no condition; a misspelt one would match every request. */
export function unknownConditions(match: RequestMatch = {}): string[] {
  return Object.keys(match).filter((name) => !CONDITIONS.includes(name));
}

/** Whether a request meets all conditions. */
export function matches(match: RequestMatch = {}, facts: RequestFacts): boolean {
  return (
    (match.method === undefined || match.method.toUpperCase() === facts.method) &&
    (match.pathIncludes === undefined || facts.path.includes(match.pathIncludes)) &&
    (match.integration === undefined || match.integration === facts.integration) &&
    (match.candidateId === undefined || match.candidateId === facts.candidateId)
  );
}
