import type { PageLinks } from "../domain/batch/page-links";
import type { LinkFacts, PageFacts, Reads } from "../domain/facts";

/** An outcome to show in the page; all texts already in the person's language. */
export interface ToastContent {
  /** When it was said (epoch ms): one that comes late does not take the place of a later one. */
  at: number;
  tone: "good" | "waiting" | "bad";
  /** What happened, and what to do now; empty to show nothing any more. */
  what: string;
  /**
   * What happened, with the person's name in place of `NAME_HERE`: said instead where the page itself writes this name.
   * Null where the page must not learn whom it is about.
   */
  named: { what: string; name: string } | null;
  next: string | null;
  /** Kombo's debug texts, folded; and the label of the fold. */
  warnings: readonly string[];
  warningsLabel: string;
  /** Label of the Undo button, what it would do and how its key is called; null when undo is not offered. */
  undo: { label: string; meaning: string; key: string } | null;
  close: string;
  lang: string;
  /** How long it stays (ms) unless pointed at. */
  stayMs: number;
}

/** Where the name goes. */
export const NAME_HERE = "\ufffc";

/** What became of a toast. */
export type ToastAnswer = "undo" | "closed" | "replaced";

/**
 * The functions the background calls in a page after a gesture, and whose answers it gets. The page side never speaks
 * first: there is no message it could send.
 */
export interface PageSide {
  gather(reads: Reads): PageFacts;
  /** What a person reads on the clicked link to this address, and where it leads. */
  linkFacts(href: string): LinkFacts;
  /** The links people see on the page, or in their selection on it. */
  pageLinks(nothing: null): PageLinks;
  showToast(content: ToastContent): Promise<ToastAnswer>;
}
