import type { Case } from "../rule";

const found = "found";
const constructed = "constructed";
const person = (value: string) => ({ by: "candidate", value }) as const;
const application = (value: string) => ({ by: "application", value }) as const;

export const cases: readonly Case[] = [
  {
    url: "https://app.greenhouse.io/people/123456",
    expect: { tenant: null, lookups: [person("123456")] },
    evidence: found,
  },
  {
    url: "https://app.greenhouse.io/people/968190#candidate_details",
    expect: { lookups: [person("968190")] },
    evidence: constructed,
  },
  {
    url: "https://app2.greenhouse.io/people/111222333002?application_id=444555666002",
    expect: { tenant: null, lookups: [person("111222333002"), application("444555666002")] },
    evidence: found,
    note: "ids altered",
  },
  {
    url: "https://app.greenhouse.io/people/10/applications/20/redesign",
    expect: { lookups: [person("10"), application("20")] },
    evidence: found,
  },
  {
    url: "https://app.greenhouse.io/people/10/applications/20/redesign?src=search",
    expect: { lookups: [person("10"), application("20")] },
    evidence: found,
  },
  {
    url: "https://app.greenhouse.io/people/10/applications/20/",
    expect: { lookups: [person("10"), application("20")] },
    evidence: constructed,
    note: "trailing slash",
  },
  {
    url: "https://app.greenhouse.io/people/10/applications/20?application_id=21",
    expect: { lookups: [person("10"), application("20")] },
    evidence: constructed,
    note: "the path counts more than the query",
  },
  {
    url: "https://app.greenhouse.io/people/10?job_application_id=20",
    expect: { lookups: [person("10"), application("20")] },
    evidence: constructed,
  },
  {
    url: "https://app.greenhouse.io/people/10?application_id=20&application_id=21",
    expect: { lookups: [person("10")] },
    evidence: constructed,
    note: "two applications in the query: neither counts",
  },
  {
    url: "https://app.greenhouse.io/people/%31%30/?utm_source=mail",
    expect: { lookups: [person("10")] },
    evidence: constructed,
    note: "encoded digits",
  },
  {
    url: "https://app.greenhouse.io/candidates/10?application_id=20",
    expect: { lookups: [person("10"), application("20")] },
    evidence: constructed,
  },
  {
    url: "https://app.greenhouse.io/plans/77/candidates?application_id=20",
    expect: { lookups: [{ by: "application", value: "20", needsPageMatch: true }] },
    evidence: constructed,
    note: "a list that mentions one application",
  },
  {
    url: "https://airtable.greenhouse.io/people/789",
    expect: { tenant: "airtable", lookups: [person("789")] },
    evidence: found,
  },
  {
    url: "https://airtable.greenhouse.io/guides/123/people/456",
    expect: { tenant: "airtable", lookups: [person("456")] },
    evidence: found,
  },
  {
    url: "https://acme-corp.greenhouse.io/people/789/applications/790",
    expect: { tenant: "acme-corp", lookups: [person("789"), application("790")] },
    evidence: constructed,
  },
  {
    url: "https://app4.greenhouse.io/guides/11122233004/people/111222333004?application_id=222333444004",
    expect: { lookups: [person("111222333004"), application("222333444004")] },
    evidence: found,
    note: "ids altered",
  },
  {
    url: "https://app.eu.greenhouse.io/people/4321",
    expect: { tenant: null, lookups: [person("4321")] },
    evidence: constructed,
  },
  { url: "https://app.greenhouse.io/applications/20", expect: { lookups: [application("20")] }, evidence: found },
  {
    url: "https://app15.greenhouse.io/applications/20",
    expect: { tenant: null, lookups: [application("20")] },
    evidence: found,
  },
  { url: "https://app.greenhouse.io/people/new", expect: "no-candidate", evidence: found },
  { url: "https://app.greenhouse.io/people", expect: "no-candidate", evidence: found },
  { url: "https://app.greenhouse.io/people?application_id=20", expect: "no-candidate", evidence: constructed },
  {
    url: "https://app.greenhouse.io/people/10%2F11",
    expect: "no-candidate",
    evidence: constructed,
    note: "an encoded slash does not make a path",
  },
  { url: "https://app.greenhouse.io/people/bulk/print_resumes", expect: "no-candidate", evidence: found },
  { url: "https://airtable.greenhouse.io/dashboard", expect: "no-candidate", evidence: found },
  { url: "https://app.greenhouse.io/sdash", expect: "no-candidate", evidence: found },
  { url: "https://app.greenhouse.io/sdash/4055123", expect: "no-candidate", evidence: constructed },
  { url: "https://app.greenhouse.io/alljobs", expect: "no-candidate", evidence: found },
  { url: "https://app.greenhouse.io/plans/4055123", expect: "no-candidate", evidence: found },
  {
    url: "https://app.greenhouse.io/scorecards/4055123/edit",
    expect: "no-candidate",
    evidence: found,
    note: "the number is the scorecard's",
  },
  { url: "https://app.greenhouse.io/attachment_previews/4055123", expect: "no-candidate", evidence: found },
  { url: "https://app2.greenhouse.io/configure/dev_center/credentials", expect: "no-candidate", evidence: found },
  { url: "https://gitlab.greenhouse.io/users/sign_in", expect: "no-candidate", evidence: found },
  {
    url: "https://app2.greenhouse.io/tests/0123456789abcdef0123456789abcdef",
    expect: null,
    evidence: found,
    note: "the applicant's page",
  },
  {
    url: "https://app.greenhouse.io/availability/0123456789abcdef",
    expect: null,
    evidence: found,
    note: "the applicant's page",
  },
  { url: "https://boards.greenhouse.io/people/10", expect: null, evidence: found },
  { url: "https://job-boards.eu.greenhouse.io/people/10", expect: null, evidence: constructed },
  { url: "https://harvest.greenhouse.io/v1/candidates/10", expect: null, evidence: constructed },
  {
    url: "https://app.greenhouse.io.evil.test/people/10",
    expect: null,
    evidence: constructed,
    note: "look-alike host",
  },
  { url: "https://evilgreenhouse.io/people/10", expect: null, evidence: constructed, note: "look-alike host" },
  {
    url: "https://app.greenhouse.io@evil.test/people/10",
    expect: null,
    evidence: constructed,
    note: "look-alike: user name before the host",
  },
  { url: "https://evil.test/app.greenhouse.io/people/10", expect: null, evidence: constructed },
  { url: "https://evil.test/?next=https://app.greenhouse.io/people/10", expect: null, evidence: constructed },
  { url: "https://a.b.greenhouse.io/people/10", expect: null, evidence: constructed },
];
