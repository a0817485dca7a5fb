import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detect, readsFor } from "../../../src/ats/detect";
import { RULES } from "../../../src/ats/index";
import { maskedReport } from "../../../src/ats/report";
import { MAX_URL_IDS, urlIdsOf } from "../../../src/ats/url-ids";
import { learnPattern, matchPattern } from "../../../src/ats/url-patterns";
import { anyHref, anyPage, atHost, EXAMPLE_URLS } from "./arbitraries";
import { pageFacts } from "./facts";

const RUNS = { numRuns: 500 };

/** Odoo is found on companies' own hosts too, there by the address's pattern and by what the page shows. */
const BY_HOST = RULES.filter((rule) => rule.id !== "odoo");

describe("whatever the address and the page", () => {
  it("detection answers", () => {
    fc.assert(
      fc.property(anyPage, ({ href, facts }) => {
        for (const given of [undefined, facts]) {
          const answer = detect(RULES, href, given);
          expect(["candidate", "no-candidate", "navigated", "unknown"]).toContain(answer.kind);
          // Kombo is asked for ids as text, and never for nothing.
          const lookups = answer.kind === "candidate" ? answer.reference.lookups : [];
          for (const lookup of lookups) expect(lookup.value).toMatch(/^\S+$/);
        }
        expect(readsFor(RULES, href)).toBeTypeOf("object");
      }),
      RUNS,
    );
  });

  it("each rule answers for itself", () => {
    fc.assert(
      fc.property(anyPage, ({ href, facts }) => {
        fc.pre(URL.canParse(href));
        const url = new URL(href);
        for (const rule of RULES) {
          expect(() => rule.read({ url })).not.toThrow();
          expect(() => rule.read({ url, facts })).not.toThrow();
        }
      }),
      RUNS,
    );
  });

  it("facts of a page that moved name nobody", () => {
    fc.assert(
      fc.property(anyPage, ({ href, facts }) => {
        fc.pre(facts.urlAfter !== facts.urlBefore);
        expect(["navigated", "unknown"]).toContain(detect(RULES, href, facts).kind);
      }),
      RUNS,
    );
  });

  it("ids are few, distinct, short and the same again", () => {
    fc.assert(
      fc.property(anyHref, (href) => {
        const ids = urlIdsOf(href);
        expect(ids.length).toBeLessThanOrEqual(MAX_URL_IDS);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^(?=.*\d)[\w-]{2,64}$/);
        expect(urlIdsOf(href)).toEqual(ids);
      }),
      RUNS,
    );
  });

  it("a pattern learned from an id finds it again, and only on that host", () => {
    fc.assert(
      fc.property(anyHref, (href) => {
        for (const id of urlIdsOf(href)) {
          const pattern = learnPattern(href, id);
          if (pattern === null) continue;
          expect(matchPattern(pattern, href)).toBe(id);
          expect(
            matchPattern(
              pattern,
              atHost(href, (host) => `${host}.evil.test`),
            ),
          ).toBeNull();
        }
      }),
      RUNS,
    );
  });

  it("any stored pattern can be compared with any address", () => {
    const pattern = fc.record({
      host: fc.string(),
      path: fc.oneof(fc.string(), fc.constant("/{any}/{id}?{id}={id}#")),
    });
    fc.assert(
      fc.property(pattern, anyHref, (given, href) => {
        expect(() => matchPattern(given, href)).not.toThrow();
      }),
      RUNS,
    );
  });
});

describe("a host that only looks like an ATS", () => {
  const disguises: ((real: string) => string)[] = [
    (real) => `${real}.evil.test`,
    (real) => `evil-${real}.test`,
    (real) => `${real}@evil.test`,
    (real) => `${real}:443@evil.test`,
    (real) => `evil.test:8443/${real}`,
    (real) => real.replaceAll(".", "-").concat(".test"),
    (real) => real.replaceAll(".", "x").concat(".test"),
    (real) => real.replace(/[^.]+$/, "test"),
  ];
  const disguised = fc
    .tuple(fc.constantFrom(...EXAMPLE_URLS.filter((url) => URL.canParse(url))), fc.constantFrom(...disguises))
    .map(([url, disguise]) => atHost(url, disguise));

  it("names no candidate", () => {
    fc.assert(
      fc.property(disguised, (href) => {
        expect(detect(BY_HOST, href).kind).toBe("unknown");
        const emails = [{ address: "ada@example.com", place: "mailto" as const, candidateLike: true }];
        expect(detect(RULES, href, pageFacts(href, { emails })).kind).not.toBe("candidate");
      }),
      { numRuns: 2000 },
    );
  });

  it("nor does a word in front of the vendor's domain make one", () => {
    // `evil-welcomekit.co`, `evilgreenhouse.io`: another registered domain that ends in the same letters.
    fc.assert(
      fc.property(fc.constantFrom(...EXAMPLE_URLS), fc.constantFrom("evil", "evil-"), (url, prefix) => {
        const labels = new URL(url).hostname.split(".");
        const href = atHost(url, () => prefix + labels.slice(-2).join("."));
        expect(detect(BY_HOST, href).kind).toBe("unknown");
      }),
      RUNS,
    );
  });
});

describe("secrets", () => {
  const word = fc.stringMatching(/^[a-z]{0,5}$/);
  const fragment = fc.constantFrom(
    "token",
    "key",
    "auth",
    "session",
    "csrf",
    "code",
    "state",
    "sig",
    "saml",
    "jwt",
    "nonce",
    "password",
    "otp",
    "secret",
    "crb",
  );
  const separator = fc.constantFrom("", "_", "-", ".", "%5F");
  const casing = fc.constantFrom(
    (s: string) => s,
    (s: string) => s.toUpperCase(),
    (s: string) => s.charAt(0).toUpperCase() + s.slice(1),
  );
  const secretName = fc
    .tuple(word, separator, fragment, separator, word, casing)
    .map(([before, s1, middle, s2, after, how]) => `${before}${s1}${how(middle)}${s2}${after}`);
  const value = fc.oneof(
    fc.stringMatching(/^[1-9]\d{3,11}$/),
    fc.uuid(),
    fc.stringMatching(/^[a-f0-9]{24}$/),
    fc.stringMatching(/^[a-z]{3,6}-[1-9]\d{3,5}$/),
  );

  it("are never ids and never in a report, in the query, a hash route or a hash", () => {
    fc.assert(
      fc.property(secretName, value, fc.constantFrom("?", "#/people?", "#", "?x=1&", "#a=b&"), (name, secret, mark) => {
        const href = `https://ats.example.com/people/88${mark}${name}=${secret}`;
        expect(urlIdsOf(href)).toEqual(["88"]);
        expect(maskedReport({ href })).not.toContain(secret);
        expect(learnPattern(href, secret)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a report", () => {
  const personal = fc.oneof(
    fc.stringMatching(/^Zq[a-z]{4,10}$/),
    fc.stringMatching(/^[2-8]{5,12}$/),
    fc.stringMatching(/^zq[a-z]{3,8}@example\.org$/),
    fc.uuid(),
  );

  it("never shows a piece of path, a value, a title or the host's first label", () => {
    fc.assert(
      fc.property(
        personal,
        fc.constantFrom("/", "/people/", "/?q=", "/a?b=1&q=", "/#/", "/#/a?q=", "/#q="),
        (secret, before) => {
          const label = secret.replace(/[^a-z0-9]/gi, "");
          const href = `https://${label}.example.com${before}${encodeURIComponent(secret)}`;
          expect(maskedReport({ href, title: `${secret} - Candidate` }).toLowerCase()).not.toContain(
            label.toLowerCase(),
          );
          expect(maskedReport({ href, title: secret })).not.toContain(secret);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
