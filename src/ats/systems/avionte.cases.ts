import type { Case } from "../rule";

export const cases: readonly Case[] = [
  {
    url: "http://aquesst.myavionte.com/staff/compas_sharejob.aspx?rIdEnc=-hg_B3LwZLE&rpIdEnc=yI1ooZ1aihc",
    expect: null,
    evidence: "found",
    note: "a job shared with the public; ids are encoded",
  },
  {
    url: "https://login.myavionte.com/login/callback?connection=acme-federated-saml-sso",
    expect: null,
    evidence: "found",
    note: "sign-in",
  },
  {
    url: "https://hire.myavionte.com/app/careers/#/jobs/c8f-WuNtN_g/f4eUdCSFYjo/general",
    expect: null,
    evidence: "found",
    note: "public careers page",
  },
  { url: "https://tfs.avionte.com/247-wfp", expect: null, evidence: "found" },
  {
    url: "https://hire.myavionte.com/sonar/v2/jobBoard/EtnB8FiDM4U/MoaInVnOAMg/",
    expect: null,
    evidence: "found",
    note: "public API",
  },
  { url: "https://api.avionte.com/front-office/v1/talent/123456", expect: null, evidence: "found", note: "API" },
  { url: "https://developer.avionte.com/reference", expect: null, evidence: "found" },
  {
    url: "https://avionteboldsupport.zendesk.com/hc/en-us/articles/51056081913491-Job-Page-Overview",
    expect: null,
    evidence: "found",
    note: "help centre",
  },
  {
    url: "https://maple.myavionte.com/staff/talent/4711",
    expect: { tenant: "maple", lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }], needsPage: true },
    evidence: "constructed",
    note: "a guess: counts only when the page agrees",
  },
  {
    url: "https://maple.myavionte.com/app/#/applicant/yI1ooZ1aihc",
    expect: { tenant: "maple", lookups: [], needsPage: true },
    evidence: "constructed",
    note: "an encoded id is no use to Kombo",
  },
  {
    url: "https://maple.myavionte.com/staff/page.aspx?talentId=4711",
    expect: { tenant: "maple", lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }], needsPage: true },
    evidence: "constructed",
  },
  { url: "https://maple.myavionte.com", expect: "no-candidate", evidence: "constructed" },
  { url: "https://maple.myavionte.com.evil.test/staff/talent/4711", expect: null, evidence: "constructed" },
  { url: "https://evil-myavionte.com/staff/talent/4711", expect: null, evidence: "constructed" },
  { url: "https://maple.myavionte.com/staff/", expect: "no-candidate", evidence: "constructed" },
  {
    url: "https://maple.myavionte.com/staff/talents.aspx",
    expect: "no-candidate",
    evidence: "constructed",
    note: "list",
  },
];
