import type { Case } from "../rule";

export const cases: readonly Case[] = [
  { url: "https://www.recruhr.com/", expect: null, evidence: "found", note: "the vendor's site" },
  { url: "https://acme.recru.eu/", expect: "no-candidate", evidence: "constructed" },
  {
    url: "https://linden.recru.eu/jobseeker/4711?tab=notes",
    expect: { tenant: "linden", lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }], needsPage: true },
    evidence: "constructed",
    note: "a guess: counts only when the page agrees",
  },
  {
    url: "https://linden.recru.eu/#/kandidat/4711",
    expect: { tenant: "linden", lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }], needsPage: true },
    evidence: "constructed",
    note: "hash route",
  },
  {
    url: "https://linden.recru.eu/project/12/",
    expect: "no-candidate",
    evidence: "constructed",
    note: "a job",
  },
  { url: "https://linden.recru.eu/api/index/documentation", expect: null, evidence: "found", note: "API" },
  { url: "https://linden.recru.eu.evil.test/jobseeker/4711", expect: null, evidence: "constructed" },
  {
    url: "https://linden.recru.eu@evil.test/jobseeker/4711",
    expect: null,
    evidence: "constructed",
    note: "the real host is after the @",
  },
  { url: "https://linden.recru.eu/jobseeker", expect: "no-candidate", evidence: "constructed", note: "list" },
  {
    url: "https://linden.recru.eu/project/12/jobseeker/4711/view",
    expect: { tenant: "linden", lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }], needsPage: true },
    evidence: "constructed",
    note: "a person within a project",
  },
  {
    url: "https://linden.recru.eu/inbox",
    expect: { tenant: "linden", lookups: [], needsPage: true },
    evidence: "constructed",
    note: "nothing is known of its addresses: the page decides",
  },
];
