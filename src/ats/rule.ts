import type { AtsId, LookUp } from "../domain/candidate";
import type { PageFacts, Reads } from "../domain/facts";

/** What a rule makes of a page or of a link. */
export type Verdict =
  /** A candidate. `lookups` hold ids only; the engine adds the page e-mails. */
  | { kind: "candidate"; tenant: string | null; lookups: readonly LookUp[] }
  /** Could be a candidate; only the page can tell (or: no id is known for this ATS, its e-mail is looked up). */
  | { kind: "needs-page"; tenant: string | null; lookups: readonly LookUp[] }
  /**
   * This ATS, but no candidate is open. `known`: the page certainly shows something else (a job, the settings), so that
   * its address is searched for no ids; left out, the words of the address decide. `filling`: the page is somebody's but
   * shows nobody yet; worth reading again in a moment.
   */
  | { kind: "no-candidate"; tenant: string | null; known?: true; filling?: true }
  /** Not a page of this ATS. */
  | null;

/** What a rule reads: the address alone, or the address with the facts of its page. */
export interface Given {
  url: URL;
  /** Absent for a link or a bare URL. */
  facts?: PageFacts;
}

/** A system that companies also run on hosts of their own, where its address's shape alone may be anybody's imitation. */
export interface OwnHost {
  /** Whether a host name is the vendor's, so that no stranger can put a page there. */
  isVendors(hostname: string): boolean;
  /** Paths of match patterns, without the leading slash, for a company's host once it is known. */
  paths: readonly string[];
}

/** Anonymised hiring: at some stages the page shows a pseudonym instead of the name, the id stays in the address. */
export interface AnonymousMarker {
  /** Where that is documented. */
  source: string;
  /** Whether a name the page shows as the candidate's is such a pseudonym. */
  isPseudonym(name: string): boolean;
}

/** One ATS: data plus one small pure function. */
export interface Rule {
  /** Its name, and the connectors it serves, stand in the one table: `src/domain/connector.ts`. */
  id: AtsId;
  /** Match patterns of its recruiter sites, for the context menu; rules say more exactly themselves. */
  matches: readonly string[];
  /** Narrower match patterns for links that lead to a candidate; `matches` when absent. */
  links?: readonly string[];
  /** Set for systems that are self-hosted, too; left out, every host is the vendor's. */
  ownHost?: OwnHost;
  /** What to read from the page besides the general facts. */
  reads?: Reads;
  /** Names of `reads` that give the open candidate's own name, and e-mail. */
  nameReads?: readonly string[];
  emailReads?: readonly string[];
  /**
   * Which of the page's e-mails are a way to find the candidate here (last look-ups): none, or only what `emailReads`
   * give; all in likely places unless said.
   */
  pageEmail?: "none" | "own-fields";
  /** How its pages show that they hide who the candidate is; only where a source says so. */
  anonymous?: AnonymousMarker;
  /** Pure, total: never throws for any URL and any facts. */
  read(given: Given): Verdict;
}

/** An example: what the rule must make of a URL, alone or with facts. Checked against all other rules too. */
export interface Case {
  url: string;
  /**
   * `null` = not this ATS's recruiter site; `"no-candidate"` = this ATS, nobody open. `needsPage` without look-ups, with
   * facts: the page was asked and gave nothing, which counts as nobody open.
   */
  expect: { tenant?: string | null; lookups: readonly LookUp[]; needsPage?: true } | "no-candidate" | null;
  /** With these facts (partly given) instead of the URL alone. */
  facts?: Partial<PageFacts>;
  /** How sure the example is: `found` in public material or `constructed` from the facts. */
  evidence: "found" | "constructed";
  note?: string;
}
