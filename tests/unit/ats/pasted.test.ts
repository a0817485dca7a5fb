import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { CASES } from "../../../src/ats/cases";
import { detect } from "../../../src/ats/detect";
import { RULES } from "../../../src/ats/index";
import { understandPasted } from "../../../src/ats/pasted";
import { unwrapped } from "../../../src/ats/pasted/redirects";
import { AROUND, disguised, REDIRECTS, wrapped } from "./pasted.wrappings";

// Thousands of generated texts; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** Examples whose address speaks of somebody; how it is written is not what is tested here. */
const NAMED = Object.values(CASES)
  .flat()
  .map(({ url }) => url)
  .filter((url) => detect(RULES, url).kind === "candidate");

const LINK = "https://app2.greenhouse.io/people/111222333002?application_id=444555666002";
const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));

function reference(text: string): unknown {
  const pasted = understandPasted(text);
  if (pasted.kind !== "link") return pasted.kind;
  const found = detect(RULES, pasted.href);
  return found.kind === "candidate" ? found.reference : found.kind;
}

describe("a pasted link", () => {
  it.each(Object.entries(AROUND))("%s means the same person", (_, around) => {
    for (const url of NAMED) expect(reference(around(url)), around(url)).toEqual(reference(url));
  });

  it.each(Object.entries(REDIRECTS))("behind %s means the same person", (_, redirect) => {
    for (const url of NAMED) {
      expect(unwrapped(redirect(url)), redirect(url)).toBe(url);
      expect(reference(redirect(url)), redirect(url)).toEqual(reference(url));
    }
  });

  it("means the same person behind any redirects, in any text", () => {
    const given = fc.constantFrom(...NAMED).chain((url) => wrapped(url).map((text) => ({ url, text })));
    fc.assert(
      fc.property(given, ({ url, text }) => {
        expect(reference(text)).toEqual(reference(url));
      }),
      { numRuns: 1000 },
    );
  });

  it("means the same person with invisible characters, other blanks, full-width forms and punctuation", () => {
    const given = fc.constantFrom(...NAMED).chain((url) => disguised(url).map((text) => ({ url, text })));
    fc.assert(
      fc.property(given, ({ url, text }) => {
        expect(reference(text)).toEqual(reference(url));
      }),
      { numRuns: 1000 },
    );
  });

  it("needs no scheme", () => {
    const secure = NAMED.filter((url) => url.startsWith("https://"));
    for (const url of secure) {
      const short = url.slice("https://".length);
      for (const text of [short, `//${short}`, `see ${short}.`]) expect(reference(text), text).toEqual(reference(url));
    }
  });

  it("of two people names neither", () => {
    expect(understandPasted(`${LINK} and https://app.greenhouse.io/people/10`)).toEqual({ kind: "several" });
    expect(understandPasted(`${LINK} or ${LINK}#notes`)).toMatchObject({ kind: "link", candidate: true });
  });

  it("counts more than the addresses in the same mail", () => {
    expect(reference(`Look: ${LINK} Rae <rae@example.org>, https://example.org/logo.png`)).toEqual(reference(LINK));
  });

  it("of an unknown site is a link and nothing else", () => {
    expect(understandPasted("https://example.com/people/4711")).toEqual({
      kind: "link",
      href: "https://example.com/people/4711",
      candidate: false,
    });
  });
});

describe("what looks like a redirect", () => {
  it.each([
    "https://safelinks.protection.outlook.com.evil.test/?url=https%3A%2F%2Fapp.greenhouse.io%2Fpeople%2F10",
    "https://www.google.evil.test/url?q=https%3A%2F%2Fapp.greenhouse.io%2Fpeople%2F10",
    "https://www.google.com/url?q=javascript%3Aalert(1)",
    "https://urldefense.com/v3/__https://app.greenhouse.io/people/*__;%%%!!x$",
    "https://urldefense.com/v3/nothing",
    "https://urldefense.proofpoint.com/v2/url?u=",
  ])("and is none stays as it is: %s", (link) => expect(unwrapped(link)).toBe(link));

  it("cannot go on for ever", () => {
    expect(unwrapped("https://www.google.com/url?q=".repeat(50)).length).toBeGreaterThan(1000);
    const deep = Array.from({ length: 30 }).reduce<string>((inner) => REDIRECTS.google!(inner.slice(0, 5000)), LINK);
    expect(() => unwrapped(deep)).not.toThrow();
  });
});

describe("a pasted e-mail address", () => {
  it.each([
    ["ada@example.com", "ada@example.com"],
    ["Ada Example <Ada@Example.com>", "ada@example.com"],
    ['"Example, Ada" <ada@example.com>;', "ada@example.com"],
    ["mailto:ada@example.com?subject=Hi", "ada@example.com"],
    ["mailto:ada%2Bjobs%40example.com", "ada+jobs@example.com"],
    ["<mailto:ada@example.com>", "ada@example.com"],
    ["[ada@example.com](mailto:ada@example.com)", "ada@example.com"],
    ["ada@example.com,", "ada@example.com"],
    ["ada@example.com.", "ada@example.com"],
    ["'ada@example.com'", "ada@example.com"],
    ["Her address is ada@example.com, I think.", "ada@example.com"],
    ["o'brien@example.com", "o'brien@example.com"],
    ["björn.müller@bücher.example", "björn.müller@bücher.example"],
    ["r&d@example.com", "r&d@example.com"],
    ["\u200bada@example.com\u00a0", "ada@example.com"],
    [wide("ada@example.com"), "ada@example.com"],
    ["ada\u200b@exam\u00adple.com", "ada@example.com"],
    ["山田@例え.テスト", "山田@例え.テスト"],
    ["ada@example.com.Please look", "ada@example.com"],
    ["ada@example.comです", "ada@example.com"],
    ["mailto:?to=ada@example.com&cc=ben@example.com", "ada@example.com"],
    ["Write to mailto:ada@example.com?subject=Hi.", "ada@example.com"],
    ["mailto:Ada%20Example%20%3Cada@example.com%3E", "ada@example.com"],
    ["_ada@example.com_", "ada@example.com"],
    ["**ada@example.com**", "ada@example.com"],
    ["_ada_@example.com", "_ada_@example.com"],
    ["o’brien@example.com, o'brien@example.com", "o’brien@example.com"],
  ])("%j is %s", (text, address) => expect(understandPasted(text)).toEqual({ kind: "email", address }));

  it("is found again however it is wrapped", () => {
    const address = fc
      .tuple(
        fc.stringMatching(/^[a-zé][a-zé0-9+&'._-]{0,20}[a-z0-9]$/),
        fc.constantFrom("example.com", "mail.bücher.example"),
      )
      .map(([local, domain]) => `${local}@${domain}`)
      .filter((one) => !one.includes(".."));
    const around = fc.constantFrom<(one: string) => string>(
      (one) => one,
      (one) => `Ada Example <${one}>`,
      (one) => `mailto:${encodeURIComponent(one)}`,
      (one) => `<${one}>`,
      (one) => `"Ada" <${one}>,`,
      (one) => `Write to ${one}.`,
    );
    const given = address.chain((one) => around.chain((put) => disguised(put(one)).map((text) => ({ one, text }))));
    fc.assert(
      fc.property(given, ({ one, text }) => {
        expect(understandPasted(text)).toEqual({ kind: "email", address: one.normalize("NFKC") });
      }),
      { numRuns: 1000 },
    );
  });

  it("of two people names neither", () => {
    expect(understandPasted("ada@example.com; ben@example.org")).toEqual({ kind: "several" });
    expect(understandPasted("ada@example.com, Ada@example.com")).toEqual({ kind: "email", address: "ada@example.com" });
  });

  it.each(["@", "ada@", "@example.com", "ada@example", "ada @ example . com"])("%j is none", (text) => {
    expect(understandPasted(text).kind).not.toBe("email");
  });
});

describe("a pasted id", () => {
  const UUID = "e9ed20fd-d45f-4aad-8a00-a19bfba0083e";
  const id = (value: string) => ({ kind: "id", id: value });
  it.each([
    ["4711", id("4711")],
    ["7", id("7")],
    ["0042", id("0042")],
    ["#4242", id("4242")],
    ["ID 4242", id("4242")],
    ["id=4242", id("4242")],
    ["ID: 4242.", id("4242")],
    ["Candidate ID: 4,711", id("4711")],
    ["candidate-id 4.711", id("4711")],
    ["Candidate’s ID: 4711", id("4711")],
    ["Applicant No. 4711", id("4711")],
    ["Kandidaten-ID: 4711", id("4711")],
    ["Bewerbernummer 4711", id("4711")],
    ["№ 4711", id("4711")],
    ["4 711", id("4711")],
    ["4\u202f711", id("4711")],
    [wide("#4242"), id("4242")],
    ["٤٧١١", id("4711")],
    ["Please tag candidate ID 4711 today", id("4711")],
    ["Please tag #4711, thanks", id("4711")],
    ["candidate 4711", id("4711")],
    ["Kandidat 4711", id("4711")],
    ["Bewerberin 4.711", id("4711")],
    ["Bewerbung 4711", id("4711")],
    ["Profil 4711", id("4711")],
    ["Candidate ID is 4711", id("4711")],
    ["Die Kandidaten-ID lautet 4711", id("4711")],
    ["Kandidat 4711 bitte taggen", id("4711")],
    ["Personalnummer: 4711", id("4711")],
    ["ID-4711", id("4711")],
    ['candidate_id: "4711"', id("4711")],
    ["Ada Example (4711)", id("4711")],
    ["Ada Example [#4711]", id("4711")],
    [UUID.toUpperCase(), id(UUID)],
    [`It is ${UUID}.`, id(UUID)],
    ["wttj-d655345409a6097309156b05", id("wttj-d655345409a6097309156b05")],
    ["108d1748", id("108d1748")],
    ["HWUTwvyx2wLoSUHphiWVrp28", { kind: "kombo-id", id: "HWUTwvyx2wLoSUHphiWVrp28" }],
    ["Kombo ID: HWUTwvyx2wLoSUHphiWVrp28,", { kind: "kombo-id", id: "HWUTwvyx2wLoSUHphiWVrp28" }],
    ["\ufeffHWUTwvyxqwLoSUHphiWVrpqr", { kind: "kombo-id", id: "HWUTwvyxqwLoSUHphiWVrpqr" }],
  ])("%j", (text, pasted) => expect(understandPasted(text)).toEqual(pasted));

  it("is found again behind any label", () => {
    const number = fc.stringMatching(/^[1-9]\d{1,11}$/);
    const label = fc.constantFrom(
      "",
      "#",
      "ID ",
      "ID: ",
      "Candidate ID: ",
      "candidate id ",
      "ATS-ID: ",
      "Nr. ",
      "No. ",
      "Kandidat ",
      "the ID is ",
      "Bewerber-ID lautet: ",
    );
    const given = fc.tuple(number, label).chain(([one, put]) => disguised(put + one).map((text) => ({ one, text })));
    fc.assert(
      fc.property(given, ({ one, text }) => {
        expect(understandPasted(text)).toEqual(id(one));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    "4,71",
    "Candidate ID 4,71",
    "+49 170 1234567",
    "+49 (170) 1234567",
    "(0170) 1234567",
    "4711 or 4712",
    "ID 4711, ID 4712",
  ])("%j is none, and never a part of it", (text) => expect(understandPasted(text).kind).toBe("not-understood"));
});

describe("what cannot be looked up", () => {
  it.each([
    ["Ada Example", "name"],
    ["Example, Ada", "name"],
    ["Ada", "name"],
    ["Jean-Luc O’Brien (Jay)", "name"],
    ["Ada “Addie” Example", "name"],
    ["Kandidat: Ada Example", "name"],
    ["Ada Example (she/her)", "name"],
    ["山田太郎", "name"],
    ["मीना कुमारी", "name"],
    ["Wolfeschlegelsteinhausen", "name"],
    ["", "empty"],
    [" \u200b\u00a0\ufeff ", "empty"],
    ["???", "not-understood"],
    ["she is the one who wrote to us last week about the job", "not-understood"],
  ])("%j is %s", (text, kind) => expect(understandPasted(text)).toEqual({ kind }));
});

describe("any text", () => {
  it("is answered, and in time", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.constantFrom(...NAMED).chain(disguised));
    fc.assert(
      fc.property(text, (one) => {
        expect(() => understandPasted(one)).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    "a",
    "1",
    "a.",
    "a@",
    "@a.",
    "https://",
    "(",
    "[a](",
    "<https:",
    "ID ",
    "#1 ",
    "Candidate ID ",
    "mailto:",
    "*",
    "a/b.",
    "*a",
    "_a@",
    "candidate ",
    "(1",
  ])("of %j without end takes time in proportion to its length", (unit) => {
    const time = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const start = performance.now();
      understandPasted(text);
      return performance.now() - start;
    };
    time(2_000);
    expect(time(20_000)).toBeLessThan(Math.max(time(2_000), 5) * 40);
  });
});
