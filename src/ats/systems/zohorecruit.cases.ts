import type { Case } from "../rule";

export const cases: readonly Case[] = [
  {
    url: "https://recruit.zoho.eu/recruit/1234/EntityInfo.do?module=Candidates&id=31529000000000000&submodule=Candidates",
    expect: { tenant: "org1234", lookups: [{ by: "candidate", value: "31529000000000000" }] },
    evidence: "found",
    note: "organisation without its 'org'",
  },
  {
    url: "https://recruit.zoho.in/recruit/org60012345678/tab/Candidates/31529000000000001",
    expect: { tenant: "org60012345678", lookups: [{ by: "candidate", value: "31529000000000001" }] },
    evidence: "found",
  },
  {
    url: "https://recruit.zoho.com/recruit/org4314466/EntityInfo.do?module=Candidates&id=67512000001234567",
    expect: { tenant: "org4314466", lookups: [{ by: "candidate", value: "67512000001234567" }] },
    evidence: "found",
  },
  {
    url: "https://recruit.zoho.com/recruit/EntityInfo.do?module=Candidates&id=67512000001234567",
    expect: { tenant: null, lookups: [{ by: "candidate", value: "67512000001234567" }] },
    evidence: "found",
  },
  {
    url: "https://recruit.zoho.com/recruit/org4314466/EntityInfo.do?module=Candidates&submodule=Candidates&id=67512000001234567&entityId=67512000007654321",
    expect: {
      tenant: "org4314466",
      lookups: [
        { by: "candidate", value: "67512000001234567" },
        { by: "application", value: "67512000007654321" },
      ],
    },
    evidence: "found",
    note: "entityId is the application",
  },
  {
    url: "https://recruit.zoho.com/recruit/org4314466/EntityInfo.do?module=Candidates&submodule=Applications&id=67512000007654321",
    expect: { tenant: "org4314466", lookups: [{ by: "application", value: "67512000007654321" }] },
    evidence: "constructed",
    note: "with submodule=Applications the id is the application; not seen in an address bar",
  },
  {
    url: "https://recruit.zoho.com/recruit/org4314466/tab/Applications/67512000007654321",
    expect: { tenant: "org4314466", lookups: [{ by: "application", value: "67512000007654321" }] },
    evidence: "constructed",
    note: "not seen in an address bar",
  },
  {
    url: "https://recruit.zoho.com.au/recruit/org700123/tab/Candidates/31529000000000001",
    expect: { tenant: "org700123", lookups: [{ by: "candidate", value: "31529000000000001" }] },
    evidence: "constructed",
  },
  {
    url: "https://recruit.zoho.com.cn/recruit/org700123/tab/Candidates/31529000000000001",
    expect: { tenant: "org700123", lookups: [{ by: "candidate", value: "31529000000000001" }] },
    evidence: "constructed",
  },
  {
    url: "https://recruit.zoho.jp/recruit/org700123/tab/Candidates/31529000000000001",
    expect: { tenant: "org700123", lookups: [{ by: "candidate", value: "31529000000000001" }] },
    evidence: "constructed",
  },
  {
    url: "https://recruit.zoho.sa/recruit/org700123/tab/Candidates/31529000000000001",
    expect: { tenant: "org700123", lookups: [{ by: "candidate", value: "31529000000000001" }] },
    evidence: "constructed",
  },
  {
    url: "https://recruit.zoho.ae/recruit/org700123/tab/Candidates/31529000000000001",
    expect: { tenant: "org700123", lookups: [{ by: "candidate", value: "31529000000000001" }] },
    evidence: "constructed",
  },
  {
    url: "https://recruit.zoho.com/recruit/org4314466/EntityInfo.do?module=JobOpenings&id=67512000001111111&submodule=JobOpenings&autoClick=applications",
    expect: "no-candidate",
    evidence: "found",
    note: "job opening",
  },
  {
    url: "https://recruit.zoho.in/recruit/org60012345678/tab/JobOpenings/31529000000000009",
    expect: "no-candidate",
    evidence: "found",
    note: "job opening",
  },
  {
    url: "https://recruit.zoho.com/recruit/org4314466/ImportParser.do?module=Candidates&type=importfromdocument",
    expect: "no-candidate",
    evidence: "found",
  },
  {
    url: "https://recruit.zoho.com/recruit/org4314466/ShowSetup.do?tab=customize&subTab=hp",
    expect: "no-candidate",
    evidence: "found",
  },
  {
    url: "https://recruit.zoho.com/recruit/org894803276/Candidates",
    expect: "no-candidate",
    evidence: "found",
    note: "list",
  },
  {
    url: "https://recruit.zoho.com/recruit/org4314466/tab/Candidates",
    expect: "no-candidate",
    evidence: "constructed",
  },
  {
    url: "https://recruit.zoho.com/recruit/org4314466/EntityInfo.do?module=Clients&id=67512000001234567",
    expect: "no-candidate",
    evidence: "constructed",
  },
  {
    url: "https://recruit.zoho.com/recruit/org4314466/EntityInfo.do?module=Interviews&id=67512000001234567",
    expect: "no-candidate",
    evidence: "constructed",
  },
  {
    url: "https://recruit.zoho.com/recruit/v2/Candidates/67512000001234567",
    expect: null,
    evidence: "constructed",
    note: "API",
  },
  {
    url: "https://books.zoho.eu/app#/contacts/139996000000000000",
    expect: null,
    evidence: "found",
    note: "another Zoho product",
  },
  {
    url: "https://acme.zohorecruit.com/jobs/Careers/67512000001111111/Engineer",
    expect: null,
    evidence: "constructed",
    note: "public careers site",
  },
  {
    url: "https://recruit.zoho.uk/recruit/org700123/tab/Candidates/31529000000000001/",
    expect: { tenant: "org700123", lookups: [{ by: "candidate", value: "31529000000000001" }] },
    evidence: "constructed",
  },
  {
    url: "https://recruit.zohocloud.ca/recruit/org700123/tab/Candidates/31529000000000001?a=b#c",
    expect: { tenant: "org700123", lookups: [{ by: "candidate", value: "31529000000000001" }] },
    evidence: "constructed",
  },
  {
    url: "https://recruit.zoho.com/recruit/org4314466/EditEntity.do?id=67512000001234567&module=Candidates",
    expect: { tenant: "org4314466", lookups: [{ by: "candidate", value: "67512000001234567" }] },
    evidence: "constructed",
    note: "form for editing",
  },
  {
    url: "https://recruit.zoho.com/recruit/org4314466/EntityInfo.do?module=%43andidates&id=67512000001234567",
    expect: { tenant: "org4314466", lookups: [{ by: "candidate", value: "67512000001234567" }] },
    evidence: "constructed",
    note: "encoded letter",
  },
  {
    url: "https://recruit.zoho.com/recruit/org4314466/ShowTab.do?module=Candidates&cvid=67512000000000999",
    expect: "no-candidate",
    evidence: "constructed",
    note: "cvid is a list view",
  },
  {
    url: "https://recruit.zoho.eu/recruit/org700123/ShowTab.do?module=Candidates&cvid=31529000000000999",
    facts: { declared: { quickView: ['{"module":"Leads","id":31529000000000001}'] } },
    expect: { tenant: "org700123", lookups: [{ by: "candidate", value: "31529000000000001" }] },
    evidence: "constructed",
    note: "quick view of a candidate; the number is beyond what JavaScript keeps exactly",
  },
  {
    url: "https://recruit.zoho.eu/recruit/org700123/tab/JobOpenings/31529000000000555",
    facts: {
      declared: {
        quickView: ['{"module":"Applications","id":"31529000000000007"}'],
        rowIds: ["31529000000000006", "31529000000000007"],
        rowParams: ['{"candId":"31529000000000002"}', '{"candId":"31529000000000001"}'],
      },
    },
    expect: {
      tenant: "org700123",
      lookups: [
        { by: "candidate", value: "31529000000000001" },
        { by: "application", value: "31529000000000007" },
      ],
    },
    evidence: "constructed",
    note: "quick view of an application; its row names the candidate",
  },
  {
    url: "https://recruit.zoho.eu/recruit/org700123/tab/Candidates",
    facts: {
      declared: {
        quickView: ['{"module":"Applications","id":"31529000000000007"}'],
        rowIds: ["31529000000000007"],
        rowParams: [],
      },
    },
    expect: { tenant: "org700123", lookups: [{ by: "application", value: "31529000000000007" }] },
    evidence: "constructed",
    note: "rows and their parameters out of step: only the application is certain",
  },
  {
    url: "https://recruit.zoho.eu/recruit/org700123/tab/Candidates/31529000000000001",
    facts: { declared: { quickView: ['{"module":"Leads","id":"31529000000000002"}'] } },
    expect: { tenant: "org700123", lookups: [{ by: "candidate", value: "31529000000000001" }] },
    evidence: "constructed",
    note: "the address wins over what is left of a quick view",
  },
  {
    url: "https://recruit.zoho.eu/recruit/org700123/tab/Candidates",
    facts: {
      declared: {
        quickView: ['{"module":"Leads","id":"31529000000000001"}', '{"module":"Leads","id":"31529000000000002"}'],
      },
    },
    expect: "no-candidate",
    evidence: "constructed",
    note: "two quick views: neither",
  },
  {
    url: "https://recruit.zoho.eu/recruit/org700123/tab/Clients",
    facts: { declared: { quickView: ['{"module":"Clients","id":"31529000000000001"}'] } },
    expect: "no-candidate",
    evidence: "constructed",
  },
  {
    url: "https://recruit.zoho.com/recruit/org4314466/EntityInfo.do?module=Candidates&id=1&id=2",
    expect: "no-candidate",
    evidence: "constructed",
    note: "two ids: neither",
  },
  {
    url: "https://recruit.zoho.com.evil.test/recruit/org700123/tab/Candidates/31529000000000001",
    expect: null,
    evidence: "constructed",
  },
  {
    url: "https://recruit.zoho.net/recruit/org700123/tab/Candidates/31529000000000001",
    expect: null,
    evidence: "constructed",
  },
  { url: "https://crm.zoho.com/crm/org700123/tab/Candidates/31529000000000001", expect: null, evidence: "constructed" },
];
