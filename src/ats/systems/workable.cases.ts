import type { Case } from "../rule";

const found = "found";
const constructed = "constructed";
const derived = (value: string) => [{ by: "candidate", value, needsPageMatch: true }] as const;
const acme = { tenant: "acme", lookups: derived("6ad493") };
const at = (path: string) => `https://acme.workable.com${path}`;

export const cases: readonly Case[] = [
  {
    url: "https://groove-tech.workable.com/backend/jobs/376844767/candidates/216323526",
    expect: { tenant: "groove-tech", lookups: derived("ce4da98") },
    evidence: found,
  },
  {
    url: "https://groove-tech.workable.com/backend/jobs/376844767/candidates/277680758",
    expect: { tenant: "groove-tech", lookups: derived("108d1748") },
    evidence: found,
  },
  {
    url: at("/backend/jobs/30606/candidates/1010613"),
    expect: { tenant: "acme", lookups: derived("f7087") },
    evidence: found,
  },
  {
    url: at("/backend/jobs/30606/browser/phone-screen/candidate/7000001"),
    expect: acme,
    evidence: found,
    note: "from the pipeline",
  },
  {
    url: at("/backend/jobs/7C60AB12/candidates/7000001"),
    expect: acme,
    evidence: constructed,
    note: "the job's short code",
  },
  { url: at("/backend/candidates/db/profile/7000001"), expect: acme, evidence: constructed },
  { url: at("/backend/candidates/7000001"), expect: acme, evidence: constructed },
  {
    url: at("/backend/jobs/30606/candidates/7000001/?utm=x#timeline"),
    expect: acme,
    evidence: constructed,
    note: "trailing slash, more behind it",
  },
  {
    url: at("/backend/jobs/30606/candidates/9007199254740993"),
    expect: { lookups: derived("200000000004d3") },
    evidence: constructed,
    note: "beyond what a JavaScript number holds",
  },
  {
    url: "https://www.workable.com/backend/jobs/30606/candidates/7000001",
    expect: { tenant: null, lookups: derived("6ad493") },
    evidence: constructed,
  },
  {
    url: "https://workable.com/backend/candidates/7000001",
    expect: { tenant: null, lookups: derived("6ad493") },
    evidence: constructed,
  },
  {
    url: at("/backend/jobs/376844767/browser/applied/candidate/277680758"),
    expect: { tenant: "acme", lookups: derived("108d1748") },
    evidence: found,
    note: "the everyday address, nine digits",
  },
  {
    url: at("/backend/jobs/03FF356C8B/candidates/108d1748"),
    expect: { tenant: "acme", lookups: derived("108d1748") },
    evidence: found,
    note: "programs link by the API's id",
  },
  {
    url: at("/backend/jobs/03FF356C8B/candidates/108d1748#timeline"),
    expect: { tenant: "acme", lookups: derived("108d1748") },
    evidence: found,
  },
  {
    url: at("/backend/jobs/03FF356C8B/candidates/108D1748#email"),
    expect: { tenant: "acme", lookups: derived("108d1748") },
    evidence: found,
    note: "upper case",
  },
  {
    url: at("/backend/candidates/ce4da98"),
    expect: { tenant: "acme", lookups: derived("ce4da98") },
    evidence: found,
  },
  {
    url: at("/backend/candidates/db/profile/ce4da98"),
    expect: { tenant: "acme", lookups: derived("ce4da98") },
    evidence: found,
  },
  { url: at("/backend/candidates/faced"), expect: "no-candidate", evidence: constructed, note: "a word, not an id" },
  { url: at("/backend/candidates/db/profile"), expect: "no-candidate", evidence: constructed },
  { url: at("/backend/candidates/db"), expect: "no-candidate", evidence: constructed },
  {
    url: at("/backend/jobs/03FF356C8B"),
    expect: "no-candidate",
    evidence: constructed,
    note: "a job by its short code",
  },
  { url: "https://test-432879.workable.com/backend/settings/integrations", expect: "no-candidate", evidence: found },
  { url: "https://workable.com/backend/settings/integrations", expect: "no-candidate", evidence: found },
  { url: at("/backend"), expect: "no-candidate", evidence: found },
  { url: at("/backend/jobs"), expect: "no-candidate", evidence: constructed },
  { url: at("/backend/jobs/30606"), expect: "no-candidate", evidence: found },
  { url: at("/backend/jobs/30606/candidates"), expect: "no-candidate", evidence: constructed },
  { url: at("/backend/jobs/30606/candidates/new"), expect: "no-candidate", evidence: constructed },
  { url: at("/backend/jobs/30606/browser/phone-screen"), expect: "no-candidate", evidence: found },
  { url: at("/backend/api/candidates/first?job_id=30606"), expect: "no-candidate", evidence: found, note: "JSON" },
  {
    url: "https://wojsznis.workable.com/jobs/30606/candidates/new",
    expect: null,
    evidence: found,
    note: "the public application form",
  },
  { url: "https://wojsznis.workable.com/j/03FF356C8B", expect: null, evidence: found },
  { url: at("/jobs/30606/candidates/7000001"), expect: null, evidence: constructed, note: "not below /backend" },
  { url: "https://apply.workable.com/acme/j/abc", expect: null, evidence: found },
  { url: "https://apply.workable.com/backend/candidates/7000001", expect: null, evidence: constructed },
  {
    url: "https://acme.workable.com.evil.test/backend/candidates/7000001",
    expect: null,
    evidence: constructed,
    note: "look-alike host",
  },
  {
    url: "https://acme-workable.com/backend/candidates/7000001",
    expect: null,
    evidence: constructed,
    note: "look-alike host",
  },
  {
    url: "https://acme.workable.com@evil.test/backend/candidates/7000001",
    expect: null,
    evidence: constructed,
    note: "look-alike: user name before the host",
  },
];
