import type { Case } from "../rule";

const found = "found";
const constructed = "constructed";
const lookups = [{ by: "candidate", value: "50000001" }] as const;
const at = (path: string) => `https://app.teamtailor.com${path}`;

export const cases: readonly Case[] = [
  {
    url: at("/companies/X@eu/candidates/segment/all/candidate/1"),
    expect: { tenant: "X@eu", lookups: [{ by: "candidate", value: "1" }] },
    evidence: found,
  },
  {
    url: at("/companies/w2uyscMTojM/candidates/segment/all/candidate/50000001"),
    expect: { tenant: "w2uyscMTojM", lookups },
    evidence: found,
    note: "candidate number altered",
  },
  {
    url: at(
      "/companies/AbCdEfGhIjK@na/jobs/5812345/stages/candidate/50000001?modal=%7B%22component%22%3A%22share-link%22%2C%22arg%22%3A%7B%22candidateId%22%3A%2250000002%22%7D%7D",
    ),
    expect: { tenant: "AbCdEfGhIjK@na", lookups },
    evidence: constructed,
    note: "the query names a candidate as well",
  },
  {
    url: at(
      "/companies/AbCdEfGhIjK@na/jobs/5812345/stages/candidate/50000001?modal=%7B%22component%22%3A%22share-link%22%2C%22arg%22%3A%7B%22candidateId%22%3A%2250000001%22%7D%7D",
    ),
    expect: { tenant: "AbCdEfGhIjK@na", lookups },
    evidence: constructed,
  },
  {
    url: at("/companies/AbCdEfGhIjK/jobs/5812345/stages/candidate/50000001"),
    expect: { tenant: "AbCdEfGhIjK", lookups },
    evidence: constructed,
  },
  {
    url: at("/companies/AbCdEfGhIjK%40eu/candidates/segment/all/candidate/50000001"),
    expect: { tenant: "AbCdEfGhIjK@eu", lookups },
    evidence: constructed,
    note: "encoded @",
  },
  {
    url: at("/companies/Ab_d-fGhIjK/candidates/segment/hired/candidate/50000001/?q=x#top"),
    expect: { tenant: "Ab_d-fGhIjK", lookups },
    evidence: constructed,
    note: "trailing slash, more behind it",
  },
  {
    url: at("/companies/AbCdEfGhIjK/candidates/50000001"),
    expect: { tenant: "AbCdEfGhIjK", lookups },
    evidence: constructed,
  },
  {
    url: "https://app.na.teamtailor.com/companies/AbCdEfGhIjK/jobs/5812345/stages/candidate/50000001",
    expect: { tenant: "AbCdEfGhIjK", lookups },
    evidence: constructed,
  },
  { url: at("/candidates/50000001"), expect: { tenant: null, lookups }, evidence: constructed },
  { url: at("/companies/xfpqKcBF8Ew@eu/dashboard"), expect: "no-candidate", evidence: found },
  {
    url: at("/companies/AbCdEfGhIjK/candidates/segment/all?q=eyJjYW5kaWRhdGUiOjF9"),
    expect: "no-candidate",
    evidence: found,
  },
  { url: at("/companies/AbCdEfGhIjK/jobs/5812345"), expect: "no-candidate", evidence: found },
  { url: at("/companies/AbCdEfGhIjK/jobs/5812345/stages"), expect: "no-candidate", evidence: found },
  {
    url: at("/companies/AbCdEfGhIjK/jobs/5812345/stages?modal=%7B%22candidateId%22%3A%2250000001%22%7D"),
    expect: "no-candidate",
    evidence: constructed,
  },
  { url: at("/companies/AbCdEfGhIjK/employee"), expect: "no-candidate", evidence: found },
  { url: at("/companies/AbCdEfGhIjK/candidates/new"), expect: "no-candidate", evidence: constructed },
  { url: at("/companies/AbCdEfGhIjK/settings/candidate/50000001"), expect: "no-candidate", evidence: constructed },
  { url: at("/users/sign_up"), expect: "no-candidate", evidence: found },
  { url: at("/jobs/3528756-internship-retail-network"), expect: null, evidence: found, note: "public posting" },
  { url: "https://polestar.teamtailor.com/jobs/3528756-internship-retail-network", expect: null, evidence: found },
  { url: "https://tt.teamtailor.com/users/new?locale=en", expect: null, evidence: found },
  { url: "https://career.example.com/companies/X/candidates/1", expect: null, evidence: constructed },
  {
    url: "https://app.teamtailor.com.evil.test/candidates/50000001",
    expect: null,
    evidence: constructed,
    note: "look-alike host",
  },
  {
    url: "https://app-teamtailor.com/candidates/50000001",
    expect: null,
    evidence: constructed,
    note: "look-alike host",
  },
  {
    url: "https://app.teamtailor.com@evil.test/candidates/50000001",
    expect: null,
    evidence: constructed,
    note: "look-alike: user name before the host",
  },
];
