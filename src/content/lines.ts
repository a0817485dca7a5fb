/** Soft hyphen, zero-width space, word joiner, direction marks, byte order mark. Joiners stay: they shape letters. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** The full-width and the small form of the sign in addresses. */
const AT = /[＠﹫]/g;
const BLANKS = /[^\S\u00a0\u2009\u202f]+/g;
const FIXED_BLANKS = /\s*[\u00a0\u2009\u202f]\s*/g;

/** A finished line, where in it the pieces that hold an `@` begin, and what its first piece came from. */
export type OnLine<Source> = (
  line: string,
  pieces: readonly { start: number; source: Source }[],
  source: Source | null,
) => void;

/** The text of one line without unseen characters and doubled blanks. Fixed blanks stay only between digits: `4 711`. */
export function cleaned(text: string): string {
  const plain = text.replace(UNSEEN, "").replace(AT, "@").replace(BLANKS, " ");
  return plain.replace(FIXED_BLANKS, (blank, at: number) => {
    const between =
      /^\p{Nd}/u.test(plain.slice(at + blank.length)) && /\p{Nd}$/u.test(plain.slice(Math.max(0, at - 2), at));
    return blank.length === 1 && between ? blank : " ";
  });
}

/** Puts lines together from pieces of text in the order in which they are read. */
export class Lines<Source> {
  #line = "";
  #pieces: { start: number; source: Source }[] = [];
  #first: Source | null = null;

  constructor(private readonly onLine: OnLine<Source>) {}

  /** Whether a further piece would stand against a letter. */
  get touchesNext(): boolean {
    return this.#line !== "" && !this.#line.endsWith(" ");
  }

  add(text: string, source: Source): void {
    const piece = this.touchesNext ? cleaned(text) : cleaned(text).trimStart();
    if (piece.includes("@")) this.#pieces.push({ start: this.#line.length, source });
    if (piece !== "") this.#first ??= source;
    this.#line += piece;
  }

  /** A text in which there is nothing to read: it parts what is around it, unless it is of characters nobody sees. */
  addBlank(text: string): void {
    if (text.replace(UNSEEN, "") !== "") this.blank();
  }

  blank(): void {
    if (this.touchesNext) this.#line += " ";
  }

  break(): void {
    const line = this.#line.trimEnd();
    if (line !== "") this.onLine(line, this.#pieces, this.#first);
    this.#line = "";
    this.#first = null;
    this.#pieces = [];
  }
}
