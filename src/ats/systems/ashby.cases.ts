import type { Case } from "../rule";

const found = "found";
const constructed = "constructed";
const id = "e9ed20fd-d45f-4aad-8a00-a19bfba0083e";
const applicationId = "3b6f2d1a-90c4-4e55-8f0e-2c7a5d9e1b44";
const person = { tenant: null, lookups: [{ by: "candidate", value: id }] } as const;
const both = { tenant: null, lookups: [...person.lookups, { by: "application", value: applicationId }] } as const;
const at = (path: string) => `https://app.ashbyhq.com${path}`;

export const cases: readonly Case[] = [
  {
    url: at("/candidate-searches/new/right-side/candidates/11111111-2222-4333-8444-555555555555"),
    expect: { lookups: [{ by: "candidate", value: "11111111-2222-4333-8444-555555555555" }] },
    evidence: found,
    note: "id altered",
  },
  {
    url: at(`/candidate-searches/new/right-side/candidates/${id}/applications/${applicationId}/feed`),
    expect: both,
    evidence: found,
  },
  {
    url: at(`/candidates/pipeline/application-review/right-side/candidates/${id}/applications/${applicationId}/feed`),
    expect: both,
    evidence: found,
  },
  {
    url: at(`/jobs/${applicationId}/pipeline/right-side/candidates/${id}/applications/${applicationId}/feed`),
    expect: both,
    evidence: constructed,
  },
  { url: at(`/candidates/${id}`), expect: person, evidence: found, note: "disputed whether the site knows it" },
  { url: at(`/candidates/${id}/`), expect: person, evidence: constructed, note: "trailing slash" },
  {
    url: at(`/candidates/${id.toUpperCase()}?tab=emails#top`),
    expect: person,
    evidence: constructed,
    note: "upper case, more behind it",
  },
  { url: at(`/candidate/${id}`), expect: person, evidence: constructed },
  {
    url: at(`/candidates/e9ed20fd%2Dd45f-4aad-8a00-a19bfba0083e`),
    expect: person,
    evidence: constructed,
    note: "encoded character",
  },
  { url: at("/candidate-searches/new"), expect: "no-candidate", evidence: found },
  { url: at(`/candidate-searches/new#candidates/${id}`), expect: "no-candidate", evidence: constructed },
  { url: at("/candidates/pipeline/application-review"), expect: "no-candidate", evidence: found },
  { url: at("/candidates/12345"), expect: "no-candidate", evidence: constructed },
  { url: at(`/jobs/${applicationId}`), expect: "no-candidate", evidence: found, note: "a job: also a UUID" },
  { url: at("/admin/organizational-settings/candidate-tags"), expect: "no-candidate", evidence: found },
  {
    url: `https://jobs.ashbyhq.com/acme/${applicationId}`,
    expect: null,
    evidence: constructed,
    note: "public posting",
  },
  { url: "https://jobs.ashbyhq.com/acme/1a2b", expect: null, evidence: found },
  { url: `https://jobs.ashbyhq.com/acme/${applicationId}/application`, expect: null, evidence: constructed },
  { url: `https://api.ashbyhq.com/candidates/${id}`, expect: null, evidence: constructed },
  {
    url: `https://app.ashbyhq.com.evil.test/candidates/${id}`,
    expect: null,
    evidence: constructed,
    note: "look-alike host",
  },
  { url: `https://evilapp.ashbyhq.com/candidates/${id}`, expect: null, evidence: constructed, note: "look-alike host" },
  {
    url: `https://app.ashbyhq.com@evil.test/candidates/${id}`,
    expect: null,
    evidence: constructed,
    note: "look-alike: user name before the host",
  },
];
