import fc from "fast-check";
import { CASES } from "../../../src/ats/cases";
import { RULES } from "../../../src/ats/index";
import type { PageFacts } from "../../../src/domain/facts";

/** Every example address, to be bent and broken. */
export const EXAMPLE_URLS = Object.values(CASES)
  .flat()
  .map((example) => example.url);

const exampleUrl = fc.constantFrom(...EXAMPLE_URLS);
const HOSTILE = [
  "%",
  "%ff",
  "%00",
  "%2F",
  "/",
  "//",
  "?",
  "#",
  "#/",
  "#!",
  "&",
  "=",
  ";",
  "@",
  ":",
  "$",
  "\\",
  "..",
  "{id}",
  " ",
  "\u0000",
  "\ud800",
  "🙂",
  "ı",
  "null",
];

/** Addresses near those of the known systems: a piece cut out, something hostile put in. */
const bentUrl = fc
  .tuple(
    exampleUrl,
    fc.nat(200),
    fc.nat(40),
    fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 12 })),
  )
  .map(([url, at, cut, put]) => url.slice(0, at) + put + url.slice(at + cut));

/** Any text that may stand in an address bar: real ones, bent ones, web addresses, plain nonsense. */
export const anyHref = fc.oneof(
  { weight: 2, arbitrary: exampleUrl },
  { weight: 4, arbitrary: bentUrl },
  { weight: 2, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
);

const FACT_NAMES = RULES.flatMap((rule) => Object.keys(rule.reads ?? {}));
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.json({ maxDepth: 3 }),
  fc.constantFrom(
    "Candidate ID: 4711",
    '{"module":"Leads","id":"9999999999999999999"}',
    '{"id":',
    "Bewerbernummer",
    "42",
    "",
  ),
);

/** Facts no page should give, besides those one might. */
export const anyFacts = (href: string): fc.Arbitrary<PageFacts> =>
  fc.record({
    urlBefore: fc.constant(href),
    urlAfter: fc.oneof({ weight: 5, arbitrary: fc.constant(href) }, { weight: 1, arbitrary: anyHref }),
    title: text,
    text,
    emails: fc.array(
      fc.record({
        address: fc.oneof(fc.emailAddress(), text),
        place: fc.constantFrom("mailto" as const, "input" as const, "text" as const),
        candidateLike: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
    declared: fc.dictionary(
      fc.oneof(fc.constantFrom(...FACT_NAMES), fc.string({ maxLength: 8 })),
      fc.array(text, { maxLength: 5 }),
    ),
  });

/** An address with facts of its page. */
export const anyPage = anyHref.chain((href) => anyFacts(href).map((facts) => ({ href, facts })));

/** The host's part of an example address replaced, the rest as it was. */
export function atHost(href: string, host: (real: string) => string): string {
  const url = new URL(href);
  return `https://${host(url.hostname)}${url.pathname}${url.search}${url.hash}`;
}
