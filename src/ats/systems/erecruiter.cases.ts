import type { Case } from "../rule";

export const cases: readonly Case[] = [
  { url: "https://er.erecruiter.net/Api/Applications/ByJob/77", expect: null, evidence: "constructed" },
  { url: "https://api.erecruiter.net/swagger/ui/index", expect: null, evidence: "found" },
  { url: "https://api.erecruiter.net/Help/Api/GET-Api-PublishedJobs", expect: null, evidence: "found" },
  { url: "https://support.erecruiter.net/portal/de/kb/articles/api-applica", expect: null, evidence: "found" },
  { url: "https://www.erecruiter.net/blog/", expect: null, evidence: "constructed" },
  { url: "https://acme.bewerberportal.at/", expect: null, evidence: "constructed", note: "portal for applicants" },
  { url: "https://acme.kandidatenportal.eu/", expect: null, evidence: "constructed", note: "portal for applicants" },
  { url: "https://form.erecruiter.pl/form/9f2c", expect: null, evidence: "found", note: "another vendor, in Poland" },
  {
    url: "https://er.erecruiter.net/Applicant/Detail?applicantId=4711",
    expect: { tenant: "er", lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }], needsPage: true },
    evidence: "constructed",
    note: "a guess: counts only when the page agrees",
  },
  {
    url: "https://kestrel.erecruiter.net/Bewerber/4711/",
    expect: { tenant: "kestrel", lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }], needsPage: true },
    evidence: "constructed",
  },
  {
    url: "https://kestrel.erecruiter.net/#/applicants/4711/applications/815",
    expect: {
      tenant: "kestrel",
      lookups: [
        { by: "candidate", value: "4711", needsPageMatch: true },
        { by: "application", value: "815", needsPageMatch: true },
      ],
      needsPage: true,
    },
    evidence: "constructed",
    note: "hash route",
  },
  {
    url: "https://kestrel.erecruiter.net/Default.aspx",
    facts: { text: "Ada Example, Bewerbernummer: 4711" },
    expect: { tenant: "kestrel", lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }], needsPage: true },
    evidence: "constructed",
    note: "the number recruiters see",
  },
  { url: "https://kestrel.erecruiter.net/", expect: "no-candidate", evidence: "constructed" },
  {
    url: "https://confluence.erecruiter.net/display/ERECRUITER/Bewerber",
    expect: null,
    evidence: "found",
    note: "handbook",
  },
  { url: "https://kestrel.erecruiter.net.evil.test/Bewerber/4711", expect: null, evidence: "constructed" },
  { url: "https://kestrel.erecruiter.pl/Bewerber/4711", expect: null, evidence: "constructed" },
  {
    url: "https://kestrel.erecruiter.net/Applicant/Details/4711?tab=Conversations",
    expect: { tenant: "kestrel", lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }], needsPage: true },
    evidence: "constructed",
    note: "a verb before the number",
  },
  { url: "https://kestrel.erecruiter.net/Job/Details/4711", expect: "no-candidate", evidence: "constructed" },
  { url: "https://kestrel.erecruiter.net/Applicant", expect: "no-candidate", evidence: "constructed", note: "list" },
];
