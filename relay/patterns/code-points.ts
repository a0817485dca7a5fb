/** Characters that pass a test, as ranges of code points, both ends included. */
export type Ranges = readonly (readonly [first: number, last: number])[];

const SURROGATES = [0xd800, 0xdfff] as const;
const LAST = 0x10ffff;
/** Between these nothing is assigned, or all is for private use: one character speaks for each stretch. */
const ALIKE = [
  [0x40000, 0xdffff],
  [0xe1000, 0xeffff],
  [0xf0000, LAST],
] as const;

/** The ranges of all characters that pass. Looks at each, so keep what it gives. */
export function rangesOf(passes: (character: string) => boolean): Ranges {
  const ranges: [number, number][] = [];
  const add = (first: number, last: number): void => {
    const open = ranges.at(-1);
    if (open && open[1] === first - 1) open[1] = last;
    else ranges.push([first, last]);
  };
  for (let code = 0; code <= LAST; code++) {
    if (code === SURROGATES[0]) code = SURROGATES[1] + 1;
    const [first, last] = ALIKE.find(([start]) => start === code) ?? [code, code];
    if (passes(String.fromCodePoint(first))) add(first, last);
    code = last;
  }
  return ranges;
}

/** A class of a PCRE pattern in UTF mode. An empty one matches nothing. */
export const classOf = (ranges: Ranges): string =>
  ranges.length === 0 ? "(?!)" : `[${ranges.map(([first, last]) => `${escaped(first)}-${escaped(last)}`).join("")}]`;

/** A text as a PCRE pattern in UTF mode. */
export const literal = (text: string): string => [...text].map((one) => escaped(one.codePointAt(0)!)).join("");

const escaped = (code: number): string => `\\x{${code.toString(16)}}`;
