/** Something a rule wants read from the page besides the general facts; data, so that the content script decides nothing. */
export type Read =
  /** Elements, looked for in open shadow roots too: the named property or attribute of each (default `textContent`). */
  | { kind: "elements"; selector: string; property?: "textContent" | "value"; attribute?: string }
  /** One entry of the page's `sessionStorage`. */
  | { kind: "sessionStorage"; key: string }
  /** `history.state` as JSON. */
  | { kind: "historyState" };

export type Reads = Readonly<Record<string, Read>>;

/** Where on the page an e-mail address stood. */
export type EmailPlace = "mailto" | "input" | "text";

export interface PageEmail {
  address: string;
  place: EmailPlace;
  /** True in a place that usually shows the candidate (header, main area, profile), false in notes, comments, footers, menus. */
  candidateLike: boolean;
}

/** What any page gives, plus what the rules in question declared. Holds personal data: never stored, never sent on. */
export interface PageFacts {
  /** Address before and after reading; when they differ the page moved under us and the facts count for nothing. */
  urlBefore: string;
  urlAfter: string;
  title: string;
  /** Visible text of main document, open shadow roots and same-origin frames, at most `MAX_TEXT` characters. */
  text: string;
  emails: readonly PageEmail[];
  /** By the names of the rule's `reads`; an absent or empty list means nothing was found. */
  declared: Readonly<Record<string, readonly string[]>>;
}

export const MAX_TEXT = 100_000;
