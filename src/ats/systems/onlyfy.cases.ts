import type { Case } from "../rule";

export const cases: readonly Case[] = [
  { url: "https://onlyfy.io/doc/v1#operation/StatusSetGet", expect: null, evidence: "found" },
  {
    url: "https://m-s.onlyfy.io/job/list/s717ythviciiuecx51r1kx3pb1bowby?format=json&lang=de&sorting_mode=date&sorting_dir=DESC&max_results=100",
    expect: null,
    evidence: "found",
    note: "public job feed",
  },
  {
    url: "https://schmersal.onlyfy.io/job/list/8b38kyrbny9hfkkhxzedhvrhnm979rq?format=json&max_results=100",
    expect: null,
    evidence: "found",
  },
  {
    url: "https://v2c2.onlyfy.jobs/job/show/abc123token/full?lang=en&mode=candidate",
    expect: null,
    evidence: "constructed",
    note: "a way to view a job ad",
  },
  { url: "https://onlyfy.io/accounts", expect: "no-candidate", evidence: "found", note: "sign-in" },
  { url: "https://onlyfy.io/", expect: "no-candidate", evidence: "constructed" },
  {
    url: "https://juniper.onlyfy.io/candidate/4711?tab=profile",
    expect: { tenant: "juniper", lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }], needsPage: true },
    evidence: "constructed",
    note: "a guess: counts only when the page agrees",
  },
  {
    url: "https://juniper.onlyfy.io/job/12/application/815/",
    expect: {
      tenant: "juniper",
      lookups: [{ by: "application", value: "815", needsPageMatch: true }],
      needsPage: true,
    },
    evidence: "constructed",
  },
  {
    url: "https://onlyfy.io/#/candidates/4711",
    expect: { tenant: null, lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }], needsPage: true },
    evidence: "constructed",
    note: "hash route",
  },
  {
    url: "https://juniper.onlyfy.io/candidate/ada-example",
    expect: { tenant: "juniper", lookups: [], needsPage: true },
    evidence: "constructed",
  },
  { url: "https://acme.jobbase.io/candidate/4711", expect: null, evidence: "constructed", note: "candidates' portal" },
  { url: "https://app.prescreenapp.io/candidate/4711", expect: null, evidence: "constructed" },
  { url: "https://onlyfy.io.evil.test/candidate/4711", expect: null, evidence: "constructed" },
  { url: "https://evil-onlyfy.io/candidate/4711", expect: null, evidence: "constructed" },
  { url: "https://juniper.onlyfy.io/candidates", expect: "no-candidate", evidence: "constructed", note: "list" },
  { url: "https://juniper.onlyfy.io/job/12", expect: "no-candidate", evidence: "constructed", note: "a job" },
];
