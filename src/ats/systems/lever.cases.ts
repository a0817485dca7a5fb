import type { Case } from "../rule";

const found = "found";
const constructed = "constructed";
const id = "250d8f03-738a-4bba-a671-8a3d73477145";
const opportunity = { tenant: null, lookups: [{ by: "candidate", value: id }] } as const;

export const cases: readonly Case[] = [
  { url: `https://hire.lever.co/candidates/${id}`, expect: opportunity, evidence: constructed },
  { url: `https://hire.lever.co/candidates/${id}?tab=feedback`, expect: opportunity, evidence: constructed },
  {
    url: `https://hire.lever.co/candidates/${id}/`,
    expect: opportunity,
    evidence: constructed,
    note: "trailing slash",
  },
  { url: `https://hire.lever.co/candidates/${id}/notes#latest`, expect: opportunity, evidence: constructed },
  {
    url: `https://hire.lever.co/candidates/${id.toUpperCase()}`,
    expect: opportunity,
    evidence: constructed,
    note: "upper case",
  },
  { url: `https://hire.eu.lever.co/candidates/${id}`, expect: opportunity, evidence: constructed },
  { url: `https://hire.green.lever.co/candidates/${id}`, expect: opportunity, evidence: constructed },
  { url: `https://hire.sandbox.lever.co/candidates/${id}`, expect: opportunity, evidence: constructed },
  {
    url: `https://hire.lever.co/search/application/${id}`,
    expect: { tenant: null, lookups: [{ by: "application", value: id }] },
    evidence: found,
    note: "goes on to the profile",
  },
  {
    url: `https://hire.eu.lever.co/search/application/${id}`,
    expect: { lookups: [{ by: "application", value: id }] },
    evidence: found,
  },
  { url: "https://hire.lever.co/candidates", expect: "no-candidate", evidence: found },
  { url: "https://hire.lever.co/candidates/archived", expect: "no-candidate", evidence: constructed },
  {
    url: `https://hire.lever.co/jobs/${id}`,
    expect: "no-candidate",
    evidence: constructed,
    note: "a posting: also a UUID",
  },
  {
    url: `https://hire.lever.co/opportunities/${id}`,
    expect: "no-candidate",
    evidence: constructed,
    note: "an address of the API only",
  },
  { url: "https://hire.lever.co/settings/integrations?tab=api", expect: "no-candidate", evidence: found },
  { url: "https://hire.lever.co/developer/documentation", expect: "no-candidate", evidence: found },
  { url: `https://jobs.lever.co/acme/${id}`, expect: null, evidence: constructed, note: "public posting" },
  { url: `https://jobs.eu.lever.co/candidates/${id}`, expect: null, evidence: constructed },
  { url: `https://api.lever.co/v1/candidates/${id}`, expect: null, evidence: constructed },
  {
    url: `https://hire.lever.co.evil.test/candidates/${id}`,
    expect: null,
    evidence: constructed,
    note: "look-alike host",
  },
  { url: `https://evil-hire.lever.co/candidates/${id}`, expect: null, evidence: constructed, note: "look-alike host" },
  {
    url: `https://hire.lever.co@evil.test/candidates/${id}`,
    expect: null,
    evidence: constructed,
    note: "look-alike: user name before the host",
  },
];
