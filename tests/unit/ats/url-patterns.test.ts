import { describe, expect, it } from "vitest";
import { learnPattern, matchPattern } from "../../../src/ats/url-patterns";

const UUID = "0f8b7a3e-1c2d-4e5f-8a9b-0c1d2e3f4a5b";
const ANOTHER = "1a2b3c4d-5e6f-4a1b-9c2d-3e4f5a6b7c8d";

describe("a learned URL pattern", () => {
  it.each([
    ["/people/4711", "4711", "/people/{id}", "/people/4712/?tab=notes", "4712"],
    [`/c/${UUID}`, UUID, "/c/{id}", `/c/${ANOTHER}`, ANOTHER],
    ["/jobs/55/people/4711", "4711", "/jobs/{any}/people/{id}", "/jobs/7/people/8", "8"],
    ["/4711/people/4711", "4711", "/{any}/people/{id}", "/12/people/34", "34"],
    ["/c/ada-example-4711", "4711", "/c/{any}-{id}", "/c/grace-example-4712", "4712"],
    ["/c/4711-ada-example", "4711", "/c/{id}-{any}", "/c/4712-grace-example", "4712"],
    ["/app#/people/4711?x=1", "4711", "/app#/people/{id}", "/app#!/people/4712", "4712"],
    ["/show?tab=1&person=4711", "4711", "/show?person={id}", "/show?person=4712", "4712"],
    ["/web#id=4711&model=x", "4711", "/web#?id={id}", "/web#model=x&id=4712", "4712"],
    ["/Bewerber%20innen/4711", "4711", "/Bewerber%20innen/{id}", "/Bewerber%20innen/4712", "4712"],
    ["/%7Bid%7D/4711", "4711", "/%7Bid%7D/{id}", "/%7Bid%7D/4712", "4712"],
  ])("of %s with %s is %s", (path, first, wanted, next, second) => {
    const pattern = learnPattern(`https://ats.example.com${path}`, first);
    expect(pattern).toEqual({ host: "ats.example.com", path: wanted });
    expect(matchPattern(pattern!, `https://ats.example.com${path}`)).toBe(first);
    expect(matchPattern(pattern!, `https://ats.example.com${next}`)).toBe(second);
  });

  it.each([
    ["another host", "https://evil.example.com/jobs/55/people/4711"],
    ["a host that ends alike", "https://evil-ats.example.com/jobs/55/people/4711"],
    ["a host that begins alike", "https://ats.example.com.evil.test/jobs/55/people/4711"],
    ["another port", "https://ats.example.com:8443/jobs/55/people/4711"],
    ["more behind", "https://ats.example.com/jobs/55/people/4711/edit"],
    ["more before", "https://ats.example.com/x/jobs/55/people/4711"],
    ["other words", "https://ats.example.com/jobs/55/users/4711"],
    ["a word in the id's place", "https://ats.example.com/jobs/55/people/new"],
    ["a word in another id's place", "https://ats.example.com/jobs/all/people/4711"],
    ["another letter case", "https://ats.example.com/Jobs/55/people/4711"],
    ["a hash route besides", "https://ats.example.com/jobs/55/people/4711#/settings"],
    ["no web address", "file:///jobs/55/people/4711"],
    ["nonsense", "people"],
  ])("does not match %s", (_, href) => {
    const pattern = learnPattern("https://ats.example.com/jobs/12/people/3456", "3456")!;
    expect(matchPattern(pattern, href)).toBeNull();
  });

  it("is not learned from what does not stand in the address, nor from a secret", () => {
    expect(learnPattern("https://ats.example.com/people/4711", "4712")).toBeNull();
    expect(learnPattern("https://ats.example.com/people?token=4711", "4711")).toBeNull();
    expect(learnPattern("https://ats.example.com/people/new", "new")).toBeNull();
    expect(learnPattern("about:blank", "4711")).toBeNull();
  });

  it("never matches on stored data that is no pattern", () => {
    expect(matchPattern({ host: "ats.example.com", path: "" }, "https://ats.example.com/people/4711")).toBeNull();
    expect(matchPattern({ host: "ats.example.com", path: ".*" }, "https://ats.example.com/people/4711")).toBeNull();
  });
});
