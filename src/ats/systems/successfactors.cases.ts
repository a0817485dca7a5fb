import type { Case } from "../rule";

export const cases: readonly Case[] = [
  {
    url: "https://hcm55preview.sapsf.eu/xi/ui/rcmjobreqsummary/pages/jobReqSummary.xhtml?bplte_company=acme&_s.crb=REDACTED",
    expect: "no-candidate",
    evidence: "found",
  },
  {
    url: "https://hcm55preview.sapsf.eu/acme?fbacme_o=recruiting&_s.crb=REDACTED&recruiting_os=jobreqDetail&recruiting_ns=jobreqDetail&recruiting_mode=796",
    expect: "no-candidate",
    evidence: "found",
    note: "recruiting_mode is a requisition",
  },
  {
    url: "https://hcm55preview.sapsf.eu/xi/ui/rcmdashboard/pages/index.xhtml?bplte_company=acme&_s.crb=REDACTED",
    expect: "no-candidate",
    evidence: "found",
  },
  {
    url: "https://hcm55preview.sapsf.eu/acme?fbacme_n=recruiting&itrModule=rcm&recruiting_ns=local%20questions&bplte_company=acme&_s.crb=REDACTED",
    expect: "no-candidate",
    evidence: "found",
  },
  {
    url: "https://hcm55preview.sapsf.eu/acme?fbacme_n=recruiting&itrModule=rcm&recruiting_ns=candidate%20search%20standalone&bplte_company=acme&_s.crb=REDACTED",
    expect: "no-candidate",
    evidence: "found",
  },
  {
    url: "https://hcm55preview.sapsf.eu/xi/ui/rcminterviewschedule/pages/rcmInterviewScheduling.xhtml?bplte_company=acme&_s.crb=REDACTED",
    expect: "no-candidate",
    evidence: "found",
  },
  {
    url: "https://hcm55preview.sapsf.eu/xi/ui/emailcampaign/pages/index.xhtml?bplte_company=acme&_s.crb=REDACTED",
    expect: "no-candidate",
    evidence: "found",
  },
  {
    url: "https://hcm55.sapsf.eu/xi/ui/rcmoffer/pages/MassOfferDetailSummary.xhtml",
    expect: "no-candidate",
    evidence: "found",
  },
  {
    url: "https://performancemanager5.successfactors.eu/acme?bplte_company=SAP&fbacme_n=recruiting&recruiting%5fns=joblisting%20detail&itrModule=rcm&recruiting_mode=266576&selected_lang=en_US",
    expect: "no-candidate",
    evidence: "found",
    note: "recruiting_mode is a requisition",
  },
  {
    url: "https://performancemanager5.successfactors.eu/acme?bplte_company=SAP&fbacme_n=recruiting&recruiting%5fns=joblisting%20summary&itrModule=rcm",
    expect: "no-candidate",
    evidence: "found",
  },
  {
    url: "https://performancemanager5.successfactors.eu/sf/careers/jobsearch?bplte_company=SAP",
    expect: "no-candidate",
    evidence: "found",
  },
  {
    url: "https://performancemanager4.successfactors.com/xi/ui/rcmcommon/pages/jobReqPrintPreview.xhtml?drawButtons=true&jobID=1687&isExternal=true",
    expect: "no-candidate",
    evidence: "found",
  },
  { url: "https://performancemanager10.successfactors.com/sf/home", expect: "no-candidate", evidence: "found" },
  {
    url: "https://performancemanager8.successfactors.com/sf/home?bplte_company=acme&_s.crb=REDACTED",
    expect: "no-candidate",
    evidence: "found",
  },
  { url: "https://career10.successfactors.com/careers?company=x", expect: null, evidence: "found" },
  { url: "https://career10.successfactors.com/portalcareer?_s.crb=x", expect: null, evidence: "found" },
  {
    url: "https://performancemanager.successfactors.eu/LandingPage_logout.html",
    expect: "no-candidate",
    evidence: "found",
  },
  { url: "https://hcm2preview.sapsf.eu/LandingPage_sessiontimeout.html", expect: "no-candidate", evidence: "found" },
  {
    url: "https://performancemanager5.successfactors.eu/acme?fbacme_n=recruiting&recruiting_ns=candidate%20profile&candidateId=4711&bplte_company=oakEx&itrModule=rcm",
    expect: { tenant: "oakEx", lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }] },
    evidence: "constructed",
    note: "the one candidate address in public code, with the shell's parameters",
  },
  {
    url: "https://hcm55.sapsf.eu/acme?recruiting%5fns=candidate%20profile&candidateId=4711",
    expect: { tenant: null, lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }] },
    evidence: "constructed",
    note: "encoded name of the parameter",
  },
  {
    url: "https://hcm44.sapsf.com/acme?recruiting_ns=candidate%20profile&candidateId=4711",
    expect: { lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }] },
    evidence: "constructed",
  },
  {
    url: "https://hcm15preview.sapsf.cn/acme?recruiting_ns=candidate%20profile&candidateId=4711",
    expect: { lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }] },
    evidence: "constructed",
  },
  {
    url: "https://siemensps.successfactors.eu/acme?fbacme_n=recruiting&itrModule=rcm&bplte_company=oakEx",
    expect: { tenant: "oakEx", lookups: [], needsPage: true },
    evidence: "constructed",
    note: "the shell moves by form: nothing in the address",
  },
  {
    url: "https://hcm-eu10.hr.cloud.sap/sf/recruiting/candidate",
    expect: { tenant: null, lookups: [], needsPage: true },
    evidence: "constructed",
    note: "SAP's new domain, not confirmed",
  },
  {
    url: "https://hcm55.sapsf.eu/xi/ui/rcmcandidate/pages/profile.xhtml?bplte_company=oakEx",
    expect: { tenant: "oakEx", lookups: [], needsPage: true },
    evidence: "constructed",
  },
  {
    url: "https://hcm55.sapsf.eu/xi/ui/rcmcandidate/pages/profile.xhtml?bplte_company=oakEx",
    facts: { text: "Ada Example\nCandidate ID: 4711\nSource" },
    expect: { tenant: "oakEx", lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }] },
    evidence: "constructed",
    note: "the field the administrator may switch on",
  },
  {
    url: "https://hcm55.sapsf.eu/xi/ui/rcmcandidate/pages/profile.xhtml",
    facts: { declared: { candidateId: [" 4711 "] } },
    expect: { lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }] },
    evidence: "constructed",
    note: "the same as an input",
  },
  {
    url: "https://hcm55.sapsf.eu/xi/ui/rcmcandidate/pages/profile.xhtml",
    facts: {
      text: "Candidate ID 4711 … Candidate ID 4712",
      emails: [{ address: "ada@example.com", place: "text", candidateLike: true }],
    },
    expect: { lookups: [{ by: "email", value: "ada@example.com" }], needsPage: true },
    evidence: "constructed",
    note: "two ids: neither, the e-mail remains",
  },
  {
    url: "https://hcm55.sapsf.eu/acme?recruiting_ns=jobreqDetail&candidateId=4711&recruiting_mode=796",
    expect: "no-candidate",
    evidence: "constructed",
  },
  { url: "https://hcm55.sapsf.eu/sf/timesheet?candidateId=4711", expect: "no-candidate", evidence: "constructed" },
  { url: "https://hcm55.sapsf.eu/sf/recruiting/interviewcentral", expect: "no-candidate", evidence: "found" },
  {
    url: "https://api4.successfactors.com/odata/v2/Candidate(4711)",
    expect: null,
    evidence: "constructed",
    note: "API host",
  },
  {
    url: "https://acme.jobs2web.com/acme?recruiting_ns=candidate%20profile&candidateId=4711",
    expect: null,
    evidence: "constructed",
  },
  {
    url: "https://hcm55.sapsf.eu.evil.test/acme?recruiting_ns=candidate%20profile&candidateId=4711",
    expect: null,
    evidence: "constructed",
  },
  {
    url: "https://hcm55.sapsf.eu/acme?fbacme_n=recruiting&itrModule=rcm&recruiting_mode=796",
    expect: "no-candidate",
    evidence: "constructed",
    note: "a requisition on a page without a name",
  },
  {
    url: "https://hcm55.sapsf.eu/sf/recruiting/detail?jobID=1687&candidateId=4711",
    expect: "no-candidate",
    evidence: "constructed",
  },

  // SAP's newer domain: preview and sales hosts, and what is not the recruiters' side.
  {
    url: "https://hcm-eu10-preview.hr.cloud.sap/xi/ui/rcmcandidate/pages/profile.xhtml?bplte_company=oakEx",
    facts: { text: "Ada Example Candidate ID: 4,711 Source" },
    expect: { tenant: "oakEx", lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }] },
    evidence: "found",
    note: "the label with a colon, the number with a separator",
  },
  {
    url: "https://hcm-us20-sales.hr.cloud.sap/acme?recruiting_ns=candidate%20profile&candidateId=4711",
    expect: { tenant: null, lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }] },
    evidence: "constructed",
  },
  { url: "https://hcm-eu10-preview.hr.cloud.sap/sf/start", expect: "no-candidate", evidence: "found" },
  {
    url: "https://hcm-eu10-sales.hr.cloud.sap/sf/home?bplte_company=oakEx",
    expect: "no-candidate",
    evidence: "found",
  },
  { url: "https://hcm-us20-sales.hr.cloud.sap/login?company=oakEx", expect: "no-candidate", evidence: "found" },
  { url: "https://oak.jobs.hr.cloud.sap/search/?candidateId=4711", expect: null, evidence: "found", note: "careers" },
  { url: "https://oak.lms.hr.cloud.sap/learning/user/home.do", expect: null, evidence: "found", note: "learning" },
  {
    url: "https://oak.jobs.hr.cloud.sap/acme?recruiting_ns=candidate%20profile&candidateId=4711",
    expect: null,
    evidence: "constructed",
  },
  {
    url: "https://hcm-eu10.hr.cloud.sap.evil.test/acme?recruiting_ns=candidate%20profile&candidateId=4711",
    expect: null,
    evidence: "constructed",
  },
  ...(
    [
      ["Candidate ID: 4.711", "4711"],
      ["Candidate ID\n4\u202f711\n", "4711"],
      ["CANDIDATE\u00a0ID 4711.", "4711"],
      ["Kandidaten-ID: 1.234.567", "1234567"],
      ["Candidate ID 4,71", null],
      ["Candidate ID: 4711/2", null],
      ["Candidate ID 4,711 and again Candidate ID: 4711", "4711"],
    ] as const
  ).map(
    ([text, id]): Case => ({
      url: "https://hcm55.sapsf.eu/xi/ui/rcmcandidate/pages/profile.xhtml",
      facts: { text },
      expect: id
        ? { lookups: [{ by: "candidate", value: id, needsPageMatch: true }] }
        : { lookups: [], needsPage: true },
      evidence: "constructed",
      note: `on the page: ${JSON.stringify(text)}`,
    }),
  ),
  {
    url: "https://hcm55.sapsf.eu/xi/ui/rcmcandidate/pages/profile.xhtml",
    facts: { declared: { candidateId: ["4,711"] } },
    expect: { lookups: [{ by: "candidate", value: "4711", needsPageMatch: true }] },
    evidence: "constructed",
    note: "an input whose value has a separator",
  },
];
