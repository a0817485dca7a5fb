/** A link on a page, with what a person reads of it. */
export interface PageLink {
  href: string;
  text: string;
}

/** The links of a page or of a selection on it. */
export interface PageLinks {
  pageUrl: string;
  links: readonly PageLink[];
  /** How many rows the page says it has; null where it does not say. */
  told: number | null;
  /** How many of them it has loaded. */
  loaded: number | null;
  /** There were more links than are taken. */
  cut: boolean;
}

/** More links than rows are taken: pages have others, too. */
export const MOST_LINKS = 20_000;
