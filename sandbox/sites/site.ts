import type { Connector } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";

/** Addresses of one company's pages in one ATS, for tests and the demo. All absolute, at the real host name. */
export interface PageUrls {
  list: string;
  /** Every address the person can be met at; the everyday one first. */
  candidate(person: Person): readonly string[];
  /** Pages of this ATS, or of its public sites, where no candidate is open. */
  refused: readonly string[];
  /** Where the page shows the addresses of two candidates; only systems that live on the page's e-mail have one. */
  twoCandidates?: string;
  /** The person on a host that only the page tells to be this ATS; self-hosted systems. */
  ownDomain?: (person: Person) => string;
  /** The person in an older version whose addresses look different, on a host of the company's own. */
  oldVersion?: (person: Person) => string;
  /** The person at a stage where the system hides name and contacts behind a pseudonym. */
  hidden?: (person: Person) => string;
  /** A page whose content comes only when `stand-in:fill` is dispatched on the document. */
  loading?: (person: Person) => string;
}

/** A stand-in for one ATS: the hosts it answers to, its pages, and where they are. */
export interface Site {
  id: string;
  name: string;
  connectors: readonly Connector[];
  hosts(host: string): boolean;
  handle(request: Request): Response | Promise<Response>;
  /** Null for a company this site does not show. */
  examples(company: SandboxIntegration): PageUrls;
}

/** Answers a path that was matched by a `Route`; null when the page does not exist after all. */
export type Answer = (found: readonly string[], url: URL) => Response | null;
export type Route = readonly [pattern: RegExp, answer: Answer];

/** Some characters arrive encoded or not (`$`, `@`); a path that is broken stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The first route whose pattern fits the path and that has a page for it; null when none has. */
export function route(url: URL, routes: readonly Route[]): Response | null {
  const path = decoded(url.pathname);
  for (const [pattern, answer] of routes) {
    const found = pattern.exec(path);
    const response = found && answer(found.slice(1), url);
    if (response) return response;
  }
  return null;
}
