import type { Case } from "../rule";

const found = "found";
const constructed = "constructed";
const lookups = [{ by: "candidate", value: "46000001" }] as const;
const person = { tenant: null, lookups } as const;
const at = (path: string) => `https://app.recruitee.com${path}`;

export const cases: readonly Case[] = [
  {
    url: at("/#/dashboard/overview?candidate=46000002&company=89564"),
    expect: { tenant: "89564", lookups: [{ by: "candidate", value: "46000002" }] },
    evidence: found,
    note: "candidate number altered",
  },
  { url: at("/#/candidates?candidate=46000001"), expect: person, evidence: found },
  {
    url: at("/#/offers/mobile-app-developer-remote/pipeline?candidate=46000001"),
    expect: person,
    evidence: constructed,
  },
  {
    url: at("/#/offers/mobile-app-developer-remote/pipeline/?stage=3&candidate=46000001&tab=cv"),
    expect: person,
    evidence: constructed,
    note: "trailing slash, more in the query",
  },
  {
    url: at("/#/candidates?candidate=%34%36000001&company=89564"),
    expect: { tenant: "89564", lookups },
    evidence: constructed,
    note: "encoded digits",
  },
  { url: at("/?candidate=46000001#/candidates"), expect: person, evidence: constructed },
  { url: at("/candidates/46000001"), expect: person, evidence: constructed },
  { url: at("/c/89564/candidates/46000001"), expect: { tenant: "89564", lookups }, evidence: constructed },
  {
    url: "https://app.tellent.com/#/dashboard/overview?candidate=46000001&company=89564",
    expect: { tenant: "89564", lookups },
    evidence: constructed,
  },
  {
    url: "https://app.tellent.com/recruitee/candidates/cnd-8f2k",
    expect: { tenant: null, lookups: [], needsPage: true },
    evidence: constructed,
    note: "unknown shape: the page's e-mail",
  },
  {
    url: "https://app.tellent.com/recruitee/candidates/cnd-8f2k",
    facts: { emails: [{ address: "ada@example.com", place: "mailto", candidateLike: true }] },
    expect: { tenant: null, lookups: [{ by: "email", value: "ada@example.com" }], needsPage: true },
    evidence: constructed,
  },
  { url: "https://app.tellent.com/recruitee/candidates", expect: "no-candidate", evidence: constructed },
  {
    url: at("/#/candidates?candidate=46000001&candidate=46000002"),
    expect: "no-candidate",
    evidence: constructed,
    note: "two different ones",
  },
  { url: at("/#/candidates?candidate=new"), expect: "no-candidate", evidence: constructed },
  { url: at("/#/offers/mobile-app-developer-remote/pipeline"), expect: "no-candidate", evidence: found },
  { url: at("/#/offers/peon-de-albanil"), expect: "no-candidate", evidence: found },
  { url: at("/#/settings/apps"), expect: "no-candidate", evidence: found },
  { url: at("/#/companies/12345/dashboard"), expect: "no-candidate", evidence: found },
  { url: at("/#/dashboard/overview?company=29808"), expect: "no-candidate", evidence: constructed },
  { url: at("/"), expect: "no-candidate", evidence: found },
  { url: at("/#/"), expect: "no-candidate", evidence: found },
  { url: at("/sign_in"), expect: "no-candidate", evidence: found },
  { url: "https://greatminds.recruitee.com/#/", expect: null, evidence: found, note: "a public site with a hash" },
  { url: "https://acme.recruitee.com/#/candidates?candidate=46000001", expect: null, evidence: constructed },
  { url: "https://acme.recruitee.com/o/software-engineer", expect: null, evidence: constructed },
  { url: "https://auth.recruitee.com/sign_in?candidate=46000001", expect: null, evidence: constructed },
  {
    url: "https://app.recruitee.com.evil.test/#/candidates?candidate=46000001",
    expect: null,
    evidence: constructed,
    note: "look-alike host",
  },
  { url: "https://evil.test/#app.recruitee.com/#/candidates?candidate=46000001", expect: null, evidence: constructed },
  {
    url: "https://app.recruitee.com@evil.test/#/candidates?candidate=46000001",
    expect: null,
    evidence: constructed,
    note: "look-alike: user name before the host",
  },
  { url: "https://app.recruitee.com/#/companies/89/dashboard", expect: "no-candidate", evidence: "found" },
  { url: "https://app.recruitee.com/#/dashboard/c/89", expect: "no-candidate", evidence: "found" },
];
