/** Ways to write a name that look like it, or nearly, and are another sequence of bytes. */
export const VARIANTS = {
  upper: (name) => name.toUpperCase(),
  lower: (name) => name.toLowerCase(),
  "double-blank": (name) => name.replace(" ", "  "),
  "no-break-space": (name) => name.replace(" ", "\u00a0"),
  "narrow-space": (name) => name.replace(" ", "\u202f"),
  "ideographic-space": (name) => name.replace(" ", "\u3000"),
  tab: (name) => name.replace(" ", "\t"),
  "leading-blank": (name) => ` ${name}`,
  "trailing-blank": (name) => `${name} `,
  decomposed: (name) => name.normalize("NFD"),
  composed: (name) => name.normalize("NFC"),
  "full-width": (name) =>
    name.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replace(/ /g, "\u3000"),
  "soft-hyphen": (name) => `${name.slice(0, 3)}\u00ad${name.slice(3)}`,
  "zero-width-space": (name) => `${name.slice(0, 2)}\u200b${name.slice(2)}`,
  "zero-width-joiner": (name) => `${name.slice(0, 2)}\u200d${name.slice(2)}`,
  "byte-order-mark": (name) => `\ufeff${name}`,
  "direction-mark": (name) => `${name}\u200e`,
} as const satisfies Record<string, (name: string) => string>;

/** All variants of a name that differ from it and from each other. */
export function variantsOf(name: string): string[] {
  const all = new Set(Object.values(VARIANTS).map((vary) => vary(name)));
  all.delete(name);
  return [...all];
}

/** One name in each of ten scripts and more; right-to-left and combining ones among them. */
const SCRIPTS = [
  "Größe passt",
  "Отличный кандидат",
  "Πολύ καλός",
  "مرشح ممتاز",
  "מועמד מצוין",
  "उत्कृष्ट उम्मीदवार",
  "ผู้สมัครดีเด่น",
  "优秀候选人",
  "優秀な候補者",
  "ﾘﾓｰﾄ",
  "우수 지원자",
  "შესანიშნავი",
  "Գերազանց",
  "மிகச்சிறந்த",
];

/** Names that break whoever cuts, escapes, parses or looks up carelessly. */
const TRAPS = [
  "Berlin, Germany",
  "A; B",
  "a,b,,c",
  "C++",
  "c#",
  ".NET",
  "50 % remote",
  "%s",
  "R&D",
  "&amp;",
  "<b>Bold</b>",
  '"Quoted"',
  "O'Neil's pick",
  "back\\slash",
  "up/down",
  "#hash",
  "?query=1",
  "null",
  "undefined",
  "__proto__",
  "constructor",
  "toString",
  "0",
  "007",
  "1e3",
  "-",
  "–",
  "x",
  "👩🏽‍💻 Developer",
  "🇩🇪",
  "İstanbul",
  "Istanbul",
  "ISTANBUL",
  "istanbul",
  "Straße",
  "STRASSE",
  "ﬁnance",
  "\u202eReversed",
  "Line\nbreak",
  "a".repeat(255),
  "Word ".repeat(40).trim(),
];

/** Names that exist in a strange form only: a clean copy of them would be a new tag. */
const ONLY_STRANGE = [
  VARIANTS["double-blank"]("Front End"),
  VARIANTS.decomposed("Café"),
  VARIANTS["no-break-space"]("C# Dev"),
  VARIANTS["soft-hyphen"]("Teamlead"),
  VARIANTS["leading-blank"]("Lead"),
  VARIANTS["trailing-blank"]("Follow up"),
  VARIANTS["full-width"]("Sales"),
  VARIANTS["zero-width-space"]("Hiring event"),
  VARIANTS.tab("Second round"),
];

/** Names beside all their variants: only one of them is the one a person means. */
const WITH_TWINS = ["Excellent Fit", "Crème Brûlée Club"];

/** Names of which one is the beginning, a part or nearly the other. */
const NEIGHBOURS = ["Hired", "Fired", "Rehired", "Python", "PyTest", "Pythonista", "Bern Office", "Berlin Office"];

/** The tag list of a company that never cleaned up: each name exists exactly once, many only look as if twice. */
export function nastyTags(): string[] {
  const twins = WITH_TWINS.flatMap((name) => [name, ...variantsOf(name)]);
  return [...new Set([...ONLY_STRANGE, ...twins, ...NEIGHBOURS, ...SCRIPTS, ...TRAPS])];
}
