import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emailKey, emailsIn, emailsInMailto, findEmails } from "../../../src/domain/text/emails";

const addresses = (text: string) => findEmails(text).map(({ address }) => address);

describe("addresses in a text", () => {
  it.each<[string, readonly string[]]>([
    ["björn@example.com", ["björn@example.com"]],
    ["Write to bjo\u0308rn@example.com", ["björn@example.com"]],
    ["o'brien@example.com and o’brien@example.org", ["o'brien@example.com", "o’brien@example.org"]],
    ["r&d+jobs@example.com", ["r&d+jobs@example.com"]],
    ["ada@müller-söhne.example", ["ada@müller-söhne.example"]],
    ["ada@xn--mller-kva.example", ["ada@xn--mller-kva.example"]],
    ["мария@пример.испытание", ["мария@пример.испытание"]],
    ["張偉@例子.測試", ["張偉@例子.測試"]],
    ["मीना@उदाहरण.परीक्षा", ["मीना@उदाहरण.परीक्षा"]],
    ["ADA@Example.COM.", ["ada@example.com"]],
    ["ada@example.com.Please call", ["ada@example.com"]],
    ["ada@example.com. Please call", ["ada@example.com"]],
    ["Ada@Example.Com", ["ada@example.com"]],
    ["ada@example.comです", ["ada@example.com"]],
    ["ada@example.com.2024", ["ada@example.com"]],
    [
      "<ada@example.com>, 'ben@example.com'; “cleo@example.com”",
      ["ada@example.com", "ben@example.com", "cleo@example.com"],
    ],
    ["*ada@example.com*|", ["ada@example.com"]],
    ["-ada@example.com-", ["ada@example.com"]],
    ["E-Mail:ada@example.com/", ["ada@example.com"]],
    ["ada@example.com:8080", ["ada@example.com"]],
    ["a@b.example@c.example", []],
    ['"ada lovelace"@example.com', []],
    ["x/y=z@example.com", ["x/y=z@example.com"]],
    [`${"a".repeat(65)}@example.com`, []],
    ["ada@localhost ada@ @example.com ada@1.2.3.4 ada@-.-", []],
    ["ada at example dot com, ada [at] example.com", []],
    ["@ada on GitHub", []],
  ])("%s", (text, expected) => expect(addresses(text)).toEqual(expected));

  it("says where the @ stands", () => {
    expect(findEmails("To: ada@example.com")).toEqual([{ address: "ada@example.com", at: 7 }]);
  });
});

describe("what a person pasted", () => {
  it.each<[string, readonly string[]]>([
    ["ada example <ada@example.com>", ["ada@example.com"]],
    ["mailto:ada@example.com?subject=Hi%20bob@example.org", ["ada@example.com"]],
    ["<mailto:b%C3%B6rn@example.com>", ["börn@example.com"]],
    ["mailto:?to=ada@example.com&cc=ben@example.com", ["ada@example.com"]],
    ["ada@\u200bexample.com,", ["ada@example.com"]],
    ["\u2068ada@example\u00ad.com\u2069;", ["ada@example.com"]],
    ["ada@example.com; ADA@example.com; ben@example.com", ["ada@example.com", "ben@example.com"]],
    ["Please look at ada@example.com, thanks", ["ada@example.com"]],
    ["See mailto:ada@example.com or _ben@example.com_", ["ada@example.com", "ben@example.com"]],
    ["*o’brien@example.com*; O'Brien@example.com", ["o’brien@example.com"]],
    ["Ada Example", []],
    ["mailto:%E0%A4@x", []],
  ])("%s", (text, expected) => expect(emailsIn(text)).toEqual(expected));
});

it("a mailto link names its recipients, however they are written", () => {
  expect(emailsInMailto("mailto:ada%40example.com,ben@example.com?body=cleo@example.com")).toEqual([
    "ada@example.com",
    "ben@example.com",
  ]);
  expect(emailsInMailto("MAILTO:o%27brien@example.com")).toEqual(["o'brien@example.com"]);
  expect(emailsInMailto("mailto:?subject=Look")).toEqual([]);
});

it("spellings of one address have one key", () => {
  expect(emailKey("Ada@MÜLLER.example")).toBe(emailKey("ada@xn--mller-kva.example"));
  expect(emailKey("O’Brien@example.com")).toBe(emailKey("o'brien@example.com"));
  expect(emailKey("ada@example.com")).not.toBe(emailKey("ade@example.com"));
});

const SCRIPTS = ["azé ß", "жя", "αω", "かな漢", "दीनी", "กิ่ง", "عين", "한글", "אב", "აბ"].map((set) => [
  ...set.replaceAll(" ", ""),
]);
const local = fc
  .constantFrom(...SCRIPTS)
  .chain((letters) =>
    fc
      .tuple(
        fc.constantFrom(...letters.filter((one) => /\p{L}/u.test(one))),
        fc.array(fc.constantFrom(...letters, ..."09.!#$%&'’*+/=?^_`{|}~-"), { maxLength: 20 }),
        fc.constantFrom(..."a9"),
      )
      .map(([first, middle, last]) => `${first}${middle.join("")}${last}`.normalize("NFC")),
  );
const domain = fc.constantFrom("example.com", "mail.müller.example", "пример.испытание", "xn--mller-kva.example");
const before = fc.constantFrom("", " ", "(", "<", "\n", ": ", ", ", "“", "'", "[", "；", "→ ");
const after = fc.constantFrom("", " ", ")", ">", "\n", ". Next", ".", ",", "”", "'", "]", "; ", "!", "?", "/x", ".\n");

it("finds an address whole between whatever may surround it", () => {
  fc.assert(
    fc.property(local, domain, before, after, (name, host, left, right) => {
      expect(addresses(`${left}${name}@${host}${right}`)).toEqual([`${name}@${host}`.toLowerCase()]);
    }),
    { numRuns: 2000 },
  );
});

it("never gives the tail of a longer address", () => {
  fc.assert(
    fc.property(
      local,
      domain,
      fc.constantFrom("", "日", "é", "x.", "x'", "x&", "x+", '"x".', "x@"),
      (name, host, more) => {
        const whole = `${more}${name}@${host}`.toLowerCase();
        // A slash may end an address that stands before it, as in a path.
        for (const found of addresses(`${more}${name}@${host}`))
          expect(found === whole || !whole.endsWith(found), found).toBe(true);
      },
    ),
    { numRuns: 2000, examples: [["א.אא/a", "example.com", "x@"]] },
  );
});

it("reads any text, and large ones in linear time", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      for (const address of emailsIn(text)) expect(address).toContain("@");
    }),
  );
  for (const piece of ["@", "a", "a@", "a.@b", "@a.b", "日本@例.え "]) {
    const text = piece.repeat(Math.ceil(500_000 / piece.length));
    const start = performance.now();
    findEmails(text);
    expect(performance.now() - start, piece).toBeLessThan(5000);
  }
});
