import { describe, expect, it } from "vitest";
import { maskedReport } from "../../../src/ats/report";

const address = (href: string) => maskedReport({ href }).split("\n")[0]?.replace("address: ", "");

describe("the address in a report", () => {
  it.each([
    ["https://acme.example.com/candidates/4711", "https://***.example.com/candidates/9{4}"],
    ["https://acme.hr.example.com:8443/", "https://***.hr.example.com:8443/"],
    ["https://acme.test/people/ada-example", "https://***.test/people/x{3}-x{7}"],
    ["http://intranet/jobs", "http://***/jobs"],
    ["https://192.168.0.17/jobs", "https://<ip>/jobs"],
    ["https://[2001:db8::1]/jobs", "https://<ip>/jobs"],
    ["https://ada:hunter2@acme.example.com/jobs", "https://***.example.com/jobs"],
    ["https://acme.example.com/c/0f8b7a3e-1c2d-4e5f-8a9b-0c1d2e3f4a5b", "https://***.example.com/x{1}/<uuid>"],
    ["https://acme.example.com/people/ada%40example.org", "https://***.example.com/people/<email>"],
    ["https://acme.example.com/d655345409a6097309156b05/Zk3m", "https://***.example.com/<hex 24>/<mix 4>"],
    [
      "https://acme.example.com/jobs?id=42&name=Ada&token=abc&_s.crb=x",
      "https://***.example.com/jobs?id=9{2}&name=x{3}",
    ],
    ["https://acme.example.com/jobs?ada-example", "https://***.example.com/jobs?x{3}-x{7}"],
    ["https://acme.example.com/jobs?q4711=1", "https://***.example.com/jobs?<mix 5>=9{1}"],
    ["https://acme.example.com/app#/people/42?tab=notes", "https://***.example.com/app#/people/9{2}?tab=notes"],
    ["https://acme.example.com/app#id=42", "https://***.example.com/app#id=9{2}"],
    ["nonsense", "<no web address>"],
  ])("%s → %s", (href, masked) => {
    expect(address(href)).toBe(masked);
  });

  it("stays short", () => {
    expect(maskedReport({ href: `https://acme.example.com/${"ada/".repeat(5000)}` }).length).toBeLessThan(400);
    expect(address(`https://acme.example.com/${"a".repeat(5000)}`)).toBe("https://***.example.com/<long 5000>");
  });
});

it("counts what is personal and masks the title", () => {
  const report = maskedReport({
    href: "https://acme.example.com/",
    title: "Ada Example (ada@example.org) - Candidate 42 | Ärztin",
    emailCount: 3,
    tokenCount: 1,
  });
  expect(report.split("\n")).toEqual([
    "address: https://***.example.com/",
    "title: x{3} x{7} <email> - Candidate 9{2} | x{6}",
    "e-mails on the page: 3",
    "possible ids in the address: 1",
  ]);
});
