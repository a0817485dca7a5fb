import type { PageEmail } from "../../domain/facts";
import type { Case } from "../rule";

const found = "found";
const constructed = "constructed";
const id = "0e6b06f7-b56c-4507-8da1-9567a7bf6d24";
const person = { tenant: null, lookups: [{ by: "candidate", value: id }] } as const;
const either = { tenant: null, lookups: [{ by: "application", value: id }, ...person.lookups] } as const;
const at = (path: string) => `https://www.smartrecruiters.com/app${path}`;
const colleague: PageEmail = { address: "colleague@example.org", place: "text", candidateLike: true };

export const cases: readonly Case[] = [
  { url: at(`/people/applications/${id}`), expect: either, evidence: found },
  { url: at(`/people/applications/${id}/`), expect: either, evidence: constructed, note: "trailing slash" },
  { url: at(`/people/applications/${id}/notes?tab=1#x`), expect: either, evidence: found },
  { url: at(`/people/applications/${id.toUpperCase()}`), expect: either, evidence: constructed, note: "upper case" },
  { url: `https://smartrecruiters.com/app/people/candidates/${id}`, expect: person, evidence: found },
  { url: at(`/people/candidates/${id}`), expect: person, evidence: constructed },
  { url: at(`/people/profile/${id}`), expect: person, evidence: constructed },
  {
    url: at("/people/11111111-2222-4333-8444-555555555555/messages"),
    expect: { lookups: [{ by: "candidate", value: "11111111-2222-4333-8444-555555555555" }] },
    evidence: found,
    note: "id altered; legacy route",
  },
  { url: `https://app.smartrecruiters.com/app/people/applications/${id}`, expect: either, evidence: constructed },
  {
    url: at(`/people/applications/${id}`),
    facts: { declared: { email: ["Berlin", "ada@example.com"] }, emails: [colleague] },
    expect: { tenant: null, lookups: [...either.lookups, { by: "email", value: "ada@example.com" }] },
    evidence: constructed,
    note: "the profile's own e-mail, not a colleague's",
  },
  {
    url: at(`/people/applications/${id}/screening`),
    expect: either,
    evidence: found,
    note: "screening exists on applications only",
  },
  { url: at(`/people/profile/${id}/notes`), expect: person, evidence: found },
  { url: at("/people/applications/"), expect: "no-candidate", evidence: found },
  { url: at("/people"), expect: "no-candidate", evidence: found },
  { url: at("/people/applications/12345"), expect: "no-candidate", evidence: constructed },
  {
    url: at("/communities/details/43958b7e-97b4-4465-9ed2-5324193e8c8f/prospects"),
    expect: "no-candidate",
    evidence: found,
  },
  { url: at("/home/"), expect: "no-candidate", evidence: found },
  { url: at("/employee-portal/68246e5512d84f4c00a19e62/job-applications"), expect: "no-candidate", evidence: found },
  { url: at("/interviews/int-001"), expect: "no-candidate", evidence: found },
  { url: at(`/jobs/details/${id}/people`), expect: "no-candidate", evidence: constructed },
  { url: at(`/jobs/details/${id}`), expect: "no-candidate", evidence: constructed },
  { url: "https://www.smartrecruiters.com/", expect: null, evidence: found, note: "the vendor's site" },
  { url: `https://www.smartrecruiters.com/people/applications/${id}`, expect: null, evidence: constructed },
  {
    url: "https://jobs.smartrecruiters.com/PaloAltoNetworks2/744000101959216-software-engineering-manager-netsec-?oga=true",
    expect: null,
    evidence: found,
  },
  { url: `https://careers.smartrecruiters.com/app/people/applications/${id}`, expect: null, evidence: constructed },
  {
    url: `https://www.smartrecruiters.com.evil.test/app/people/applications/${id}`,
    expect: null,
    evidence: constructed,
    note: "look-alike host",
  },
  {
    url: `https://www.smartrecruiters.com@evil.test/app/people/applications/${id}`,
    expect: null,
    evidence: constructed,
    note: "look-alike: user name before the host",
  },
];
