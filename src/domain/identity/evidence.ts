import type { PageFacts } from "../facts";
import { ownAddressTest } from "../own-addresses";
import { emailKey, emailsIn } from "../text/emails";

/** What a page, or a link on it, says about whom it shows. Personal data: kept for one comparison only. */
export interface Evidence {
  kind: "page" | "link";
  /** Names the page's own fields give as the candidate's (declared by the rule of the system). */
  names: readonly string[];
  /** E-mail addresses in candidate-like places. */
  emails: readonly string[];
  /** The recruiter's own addresses, and `@domain` for all of a company's: they prove nothing, wherever they stand. */
  ownEmails: readonly string[];
  /** Texts of the page's main headings, as far as they were read. */
  headings: readonly string[];
  /** The document's title; empty for a link. */
  title: string;
  /** Visible text, a line break between blocks, cells and lines; for a link its own text. */
  text: string;
  /** False when the text was cut off or the page was still filling. */
  complete: boolean;
  /** The system's own marker says that this page hides who the candidate is. */
  anonymised: boolean;
}

const NOTHING: Evidence = {
  kind: "page",
  names: [],
  emails: [],
  ownEmails: [],
  headings: [],
  title: "",
  text: "",
  complete: true,
  anonymised: false,
};

/** Evidence of which only some is known; the rest is absent, and absence proves nothing. */
export const evidenceOf = (known: Partial<Evidence>): Evidence => ({ ...NOTHING, ...known });

/** How the facts of a page are to be understood. */
export interface EvidenceReads {
  /** Names of the `declared` reads that give the candidate's own name, e-mail, the headings, the marker of hidden names. */
  nameReads?: readonly string[];
  emailReads?: readonly string[];
  headingReads?: readonly string[];
  anonymisedReads?: readonly string[];
  ownEmails?: readonly string[];
  /** False when the text was cut off or the page was still filling. */
  complete?: boolean;
}

/** What the facts of a page say about the candidate, with the fields its rule declares. */
export function pageEvidence(facts: PageFacts, reads: EvidenceReads = {}): Evidence {
  const declared = (names: readonly string[] = []) =>
    names.flatMap((name) => facts.declared[name] ?? []).flatMap((text) => text.trim() || []);
  return evidenceOf({
    names: declared(reads.nameReads),
    emails: [
      ...declared(reads.emailReads).flatMap(emailsIn),
      ...facts.emails.filter((email) => email.candidateLike).map((email) => email.address),
    ],
    ownEmails: reads.ownEmails ?? [],
    headings: [...declared(reads.headingReads), ...(facts.headings ?? [])],
    title: facts.title,
    text: facts.text,
    complete: reads.complete ?? (facts.truncated !== true && facts.filling !== true),
    anonymised: declared(reads.anonymisedReads).length > 0,
  });
}

/** What a link says about the person it leads to: its own text and nothing else of the page. */
export const linkEvidence = (linkText: string, ownEmails: readonly string[] = []): Evidence =>
  evidenceOf({ kind: "link", text: linkText, ownEmails });

/** Addresses that may be the candidate's: those in candidate-like places, without the recruiter's own, as `emailKey`s. */
export function candidateEmails({ emails, ownEmails }: Pick<Evidence, "emails" | "ownEmails">): string[] {
  const isOwn = ownAddressTest(ownEmails);
  return [...new Set(emails.map(emailKey))].filter((address) => !isOwn(address));
}
