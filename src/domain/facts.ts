/** Something a rule wants read from the page besides the general facts; data, so that the content script decides nothing. */
export type Read =
  /**
   * Visible elements, looked for in shadow roots and same-origin frames too: the named property or attribute of each. By
   * default their visible text, lines separated by "\n"; `value` of a `select` is the text of the chosen option.
   */
  | { kind: "elements"; selector: string; property?: "textContent" | "value"; attribute?: string }
  /** One entry of the page's `sessionStorage`. */
  | { kind: "sessionStorage"; key: string }
  /** `history.state` as JSON. */
  | { kind: "historyState" };

export type Reads = Readonly<Record<string, Read>>;

/** Where on the page an e-mail address stood. */
export type EmailPlace = "mailto" | "input" | "text";

/** Where on the page a line stood: content, heading, frame (menu, sidebar, footer), button, note (comment, activity). */
export const LINE_PLACES = { content: "c", heading: "h", frame: "f", button: "b", note: "n" } as const;

export type LinePlace = (typeof LINE_PLACES)[keyof typeof LINE_PLACES];

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
  /**
   * Visible text of the document, its shadow roots (closed ones too) and same-origin frames, at most `MAX_TEXT` characters.
   * One line per block, table cell, list item or line break, separated by "\n"; text of inline elements runs on in its
   * line. Without characters nobody sees and without doubled blanks. When it is `truncated` the headings come first.
   */
  text: string;
  /** Where each line of `text` stands, a letter of `LINE_PLACES` a line; absent when nobody looked. */
  places?: string;
  emails: readonly PageEmail[];
  /** By the names of the rule's `reads`; an absent or empty list means nothing was found. */
  declared: Readonly<Record<string, readonly string[]>>;
  /** The lines of the visible headings, wherever they stand in the page. */
  headings?: readonly string[];
  /** There was more text than `MAX_TEXT` or more page than time: what is missing here may be on the page. */
  truncated?: boolean;
  /** The page was still loading, or showed little more than a spinner: what is missing here may be about to come. */
  filling?: boolean;
}

export const MAX_TEXT = 100_000;

/** What is looked for tags: a page's text with the places of its lines. In memory only. */
export type PageText = Pick<PageFacts, "text" | "places">;

/** A record that Odoo's own attributes name on a link (`data-oe-model`, `data-oe-id`). */
export interface LinkRecord {
  model: string;
  id: string;
}

/** What a page says about the link that was clicked, of which the browser gives only the address. */
export interface LinkFacts {
  /**
   * The link's own visible text and what it says when pointed at, in lines. Empty when nothing is known: no such link is
   * visible, or several with this address say different things and it is not known which one was clicked.
   */
  text: string;
  /** The text of the row it stands in, when that row is about one person; else empty. */
  row: string;
  /** The address is the page's own with an empty hash: only `records` say where it leads. */
  nowhere: boolean;
  records: readonly LinkRecord[];
  /** Several links have this address and differ in text or record, and which one was clicked is not known. */
  ambiguous: boolean;
}
