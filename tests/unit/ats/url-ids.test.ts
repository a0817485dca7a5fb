import { describe, expect, it } from "vitest";
import { MAX_URL_IDS, urlIdsOf } from "../../../src/ats/url-ids";

const UUID = "0f8b7a3e-1c2d-4e5f-8a9b-0c1d2e3f4a5b";
const HEX = "d655345409a6097309156b05";

describe("what may be an id", () => {
  it.each([
    ["a number", "https://ats.example.com/people/4711", ["4711"]],
    ["a UUID", `https://ats.example.com/c/${UUID}/notes`, [UUID]],
    ["a database key", `https://ats.example.com/c/${HEX}`, [HEX]],
    ["a key with a prefix", `https://ats.example.com/c/grove-${HEX}`, [`grove-${HEX}`]],
    ["a slug and its number", "https://ats.example.com/c/4711-ada-example", ["4711-ada-example", "4711"]],
    ["a slug that ends with it", "https://ats.example.com/c/ada-example-4711", ["ada-example-4711", "4711"]],
    ["a page of an old program", "https://ats.example.com/person/4711.html", ["4711"]],
    ["encoded pieces", "https://ats.example.com/c/47%31%31", ["4711"]],
    [
      "path before hash route before parameters",
      "https://ats.example.com/a/11?id=33#/b/22?x=44",
      ["11", "22", "33", "44"],
    ],
    ["a hash of parameters", "https://ats.example.com/web#id=42&model=hr.applicant", ["42"]],
    ["each once", "https://ats.example.com/42/42?id=42", ["42"]],
  ])("%s", (_, url, ids) => {
    expect(urlIdsOf(url)).toEqual(ids);
  });

  it.each([
    ["words", "https://ats.example.com/people/overview"],
    ["one digit", "https://ats.example.com/api/v2/7"],
    ["host, port and user name", "https://12345:67890@host4711.example.com:8443/"],
    ["an anchor", "https://ats.example.com/people#section-4711"],
    ["paging and tracking", "https://ats.example.com/list?page=12&per_page=50&utm_id=4711&ts=1700000000"],
    ["more than 64 characters", `https://ats.example.com/c/${"1a".repeat(33)}`],
    ["no web address", "javascript:alert(4711)"],
    ["no address at all", "4711"],
  ])("but not %s", (_, url) => {
    expect(urlIdsOf(url)).toEqual([]);
  });

  it(`keeps the first ${MAX_URL_IDS}`, () => {
    const numbers = Array.from({ length: 50 }, (_, at) => String(1000 + at));
    expect(urlIdsOf(`https://ats.example.com/${numbers.join("/")}`)).toEqual(numbers.slice(0, MAX_URL_IDS));
  });
});

describe("what never leaves the browser", () => {
  const NAMES =
    "token access_token accessToken id%5Ftoken key api-key apiKey auth authorization session sid PHPSESSID JSESSIONID csrf " +
    "_s.crb x-xsrf-token crmcsrfparam code state sig signature X-Amz-Signature SAMLResponse jwt nonce password pwd otp pin " +
    "secret access%255Ftoken t%256fken";
  it.each(NAMES.split(" "))("the value of %s", (name) => {
    const url = `https://ats.example.com/people?${name}=4711`;
    expect(urlIdsOf(url)).toEqual([]);
    expect(urlIdsOf(url.replace("?", "#/?"))).toEqual([]);
    expect(urlIdsOf(url.replace("?", "#"))).toEqual([]);
  });

  it("what also stands in a token, wherever it stands", () => {
    expect(urlIdsOf("https://ats.example.com/people/4711/88?token=4711")).toEqual(["88"]);
  });

  it.each([
    ["a JWT", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl"],
    ["the beginning of one", "eyJhbGciOiJIUzI1NiJ9"],
    ["long random letters", "Zk3mQ9xT7bVw2LpR8sYc4NfH"],
    ["random letters with separators", "aB3-xY9_Qw7-Zr5_Tk2-Mn8_Pv4-Lc6"],
    ["a long hash", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"],
  ])("%s, whatever its name", (_, value) => {
    expect(urlIdsOf(`https://ats.example.com/a?x=${value}`)).toEqual([]);
    expect(urlIdsOf(`https://ats.example.com/a/${value}`)).toEqual([]);
  });

  it("what follows a telling piece of the path, and a session in the path", () => {
    expect(urlIdsOf("https://ats.example.com/reset-password/4711")).toEqual([]);
    expect(urlIdsOf("https://ats.example.com/people/42;jsessionid=4711ABCD")).toEqual(["42"]);
  });
});
