import { endsWord, plain } from "../../src/domain/tag-rules/characters";
import { readAs } from "../../src/domain/tag-rules/check";
import { classOf, type Ranges, rangesOf } from "./code-points";

/** More than this is no list of words any more; and the engine's patterns are at most 64 kB once compiled. */
const LONGEST_PATTERN = 60_000;

/**
 * A PCRE pattern of the names that hold none of the words and parts; null when nothing is forbidden. It is said this way
 * round because the engine takes a pattern it fails to run for one that does not match: then the name is refused.
 */
export function withoutForbidden(words: readonly string[], parts: readonly string[]): string | null {
  if (words.length + parts.length === 0) return null;
  const pattern = new Pattern();
  const ways = [
    ...words.map((word) => pattern.standsAlone(word)),
    ...parts.map((part) => pattern.standsAnywhere(part)),
  ];
  const text = `(*UTF)${pattern.definitions()}\\A(?!(?:${ways.join("|")})\\z).+\\z`;
  if (text.length > LONGEST_PATTERN) throw new RangeError("too many or too long forbidden words");
  return text;
}

interface Alphabet {
  /** Characters by what they count as, where that is something else than themselves. */
  byPlain: ReadonlyMap<string, Ranges>;
  /** What a character may count as that is several, all of it and by its first one. */
  several: readonly (readonly string[])[];
  severalFrom: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Characters beside which a word may begin or end. */
  beside: Ranges;
}

let known: Alphabet | null = null;

/** Looks at every character once. */
function alphabet(): Alphabet {
  if (known) return known;
  const byPlain = new Map<string, [number, number][]>();
  const beside = rangesOf((character) => {
    const text = plain(character);
    // Most count as themselves; kept apart from the others, they cost nothing.
    if (text === character) return endsWord(character);
    const code = character.codePointAt(0)!;
    const ranges = byPlain.get(text) ?? [];
    const open = ranges.at(-1);
    if (open?.[1] === code - 1) open[1] = code;
    else ranges.push([code, code]);
    byPlain.set(text, ranges);
    return text !== "" && endsWord([...text][0]!);
  });
  const several = [...byPlain.keys()].map((text) => [...text]).filter((letters) => letters.length > 1);
  const severalFrom = new Map<string, string[][]>();
  for (const letters of several) {
    const [first = ""] = letters;
    const same = severalFrom.get(first);
    if (same) same.push(letters);
    else severalFrom.set(first, [letters]);
  }
  known = { byPlain, several, severalFrom, beside };
  return known;
}

/** Builds one pattern in which each class of characters stands once, under a name. */
class Pattern {
  readonly #alphabet = alphabet();
  readonly #names = new Map<string, string>();

  definitions(): string {
    return `(?(DEFINE)${[...this.#names].map(([pattern, name]) => `(?<${name}>${pattern})`).join("")})`;
  }

  standsAlone(word: string): string {
    const beside = this.#define(classOf(this.#alphabet.beside));
    return `(?:.*${beside})?${this.#unseen()}${this.#from([...readAs([...word])], false)}(?:${beside}.*)?`;
  }

  /** A part may also begin or end inside of what one character counts as: `ß` is twice `s`. */
  standsAnywhere(part: string): string {
    const letters = [...readAs([...part])];
    const text = letters.join("");
    const ways = [this.#from(letters, true)];
    for (const several of this.#alphabet.several) {
      const whole = several.join("");
      if (whole.includes(text)) ways.push(this.#counting(whole));
      for (let cut = 1; cut < several.length; cut++) {
        const end = several.slice(cut);
        if (end.length >= letters.length || !text.startsWith(end.join(""))) continue;
        ways.push(`${this.#counting(whole)}${this.#unseen()}${this.#from(letters.slice(end.length), true)}`);
      }
    }
    return `.*(?:${ways.join("|")}).*`;
  }

  /** All that counts as these letters; `open`: the last character may count as more than is left. */
  #from(letters: readonly string[], open: boolean): string {
    // From the end on, so that what follows is there already; what two ways share is named, not written twice.
    const after = [""];
    for (let at = letters.length - 1; at >= 0; at--) {
      const rest = letters.slice(at);
      const ways = [`${this.#single(letters[at]!)}${this.#unseen()}${after[0]}`];
      for (const several of this.#alphabet.severalFrom.get(letters[at]!) ?? []) {
        const whole = several.join("");
        if (rest.join("").startsWith(whole))
          ways.push(`${this.#counting(whole)}${this.#unseen()}${after[several.length - 1]}`);
        else if (open && whole.startsWith(rest.join(""))) ways.push(`${this.#counting(whole)}${this.#unseen()}`);
      }
      after.unshift(ways.length === 1 ? ways[0]! : this.#define(`(?:${ways.join("|")})`));
    }
    return after[0]!;
  }

  #single(letter: string): string {
    if (letter !== " ") return this.#counting(letter);
    return this.#define(`${this.#counting(" ")}(?:${this.#unseen()}${this.#counting(" ")})*+`);
  }

  #counting(text: string): string {
    const others = this.#alphabet.byPlain.get(text) ?? [];
    const own = text.codePointAt(0);
    const itself = own !== undefined && String.fromCodePoint(own) === text && plain(text) === text;
    return this.#define(classOf(itself ? [[own, own], ...others] : others));
  }

  #unseen(): string {
    return `${this.#counting("")}*+`;
  }

  #define(pattern: string): string {
    const name = this.#names.get(pattern) ?? `g${this.#names.size}`;
    this.#names.set(pattern, name);
    return `(?&${name})`;
  }
}
