import { describe, expect, it } from "vitest";
import { detect } from "../../../src/ats/detect";
import { RULES } from "../../../src/ats/index";
import { maskedReport } from "../../../src/ats/report";
import { urlIdsOf } from "../../../src/ats/url-ids";
import { matchPattern } from "../../../src/ats/url-patterns";
import { MAX_TEXT } from "../../../src/domain/facts";
import { EXAMPLE_URLS } from "../ats/arbitraries";
import { pageFacts } from "../ats/facts";

/** What makes careless regular expressions go back and forth. */
const UNITS = [
  "a",
  "1",
  "-",
  "a-1",
  "aB1_",
  "/",
  "/1",
  "/people/1",
  "&a=1",
  "&token=1",
  "=",
  "%",
  "%41",
  ";",
  ".",
  "$",
  "247$1/",
  " ",
  "#",
  "?",
  "@",
  "a@",
  "Candidate ID ",
  '"id":',
  "_s.crb=1&",
  "\u00e4",
];

const HOSTS = [...new Set(EXAMPLE_URLS.map((url) => new URL(url).origin))];

function longest(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** Everything that looks at an address and its page, once. */
function everything(origin: string, unit: string, length: number): void {
  const long = longest(unit, length);
  for (const href of [`${origin}/${long}`, `${origin}/?id=${long}`, `${origin}/#${long}`]) {
    const page = {
      title: long,
      text: long.slice(0, MAX_TEXT),
      emails: [{ address: long, place: "text" as const, candidateLike: true }],
      declared: Object.fromEntries(
        RULES.flatMap((rule) => Object.keys(rule.reads ?? {})).map((name) => [name, [long]]),
      ),
    };
    detect(RULES, href);
    detect(RULES, href, pageFacts(href, page));
    urlIdsOf(href);
    matchPattern({ host: new URL(origin).host, path: "/{any}/{id}?id={id}" }, href);
    maskedReport({ href, title: long });
  }
}

function bestOf(tries: number, work: () => void): number {
  const times = Array.from({ length: tries }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe("very long addresses and pages", () => {
  it.each(UNITS)("of %j take time in proportion to their length", (unit) => {
    const origin = "https://ats.example.com";
    everything(origin, unit, 10_000);
    const short = bestOf(3, () => everything(origin, unit, 10_000));
    const long = bestOf(3, () => everything(origin, unit, 100_000));
    // Ten times the length; a quadratic step would take a hundred times. The floor keeps a busy machine's noise out.
    expect(long).toBeLessThan(Math.max(short, 4) * 40);
  });

  it.each(HOSTS)("at %s are read in no time", (origin) => {
    const time = bestOf(2, () => {
      for (const unit of ["/1", "a-1", "&id=1", "%41", "247$1/"]) everything(origin, unit, 10_000);
    });
    expect(time).toBeLessThan(500);
  });
});
