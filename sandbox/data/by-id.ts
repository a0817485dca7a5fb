import { company } from "./company";
import { hex, uuid } from "./ids";
import { crew } from "./names";
import { manyTags } from "./tags";

const twoOpportunities = { first: "Fay", last: "Specimen", emails: ["fay.specimen@example.com"] };

/** One person may have several opportunities here, each with tags of its own; this company also has 5,000 tags. */
export const lever = company({
  code: "LarkspurLever",
  connector: "lever",
  organisation: "Larkspur Example",
  tenant: null,
  host: "hire.lever.co",
  seeds: [
    { ...twoOpportunities, job: "Backend Engineer" },
    ...crew(5, { ...twoOpportunities, job: "Engineering Manager", tags: ["Leadership"] }),
  ],
  ids: (index) => {
    const id = uuid(`lever candidate ${index}`);
    return {
      remoteId: id,
      applicationRemoteId: uuid(`lever application ${index}`),
      remoteUrl: `https://hire.lever.co/candidates/${id}`,
    };
  },
  tags: manyTags(5000),
});

export const ashby = company({
  code: "HeronAshby",
  connector: "ashby",
  organisation: "Heron Example",
  tenant: null,
  host: "app.ashbyhq.com",
  seeds: crew(6, { first: "Gil", last: "Instance" }),
  ids: (index) => {
    const id = uuid(`ashby candidate ${index}`);
    return {
      remoteId: id,
      applicationRemoteId: uuid(`ashby application ${index}`),
      remoteUrl: `https://app.ashbyhq.com/candidate-searches/new/right-side/candidates/${id}`,
    };
  },
});

/** Addresses show a number, Workable's API (and so Kombo) another form of it. */
export const workable = company({
  code: "BirchWorkable",
  connector: "workable",
  organisation: "Birch Example",
  tenant: "birch",
  host: "birch.workable.com",
  seeds: crew(7, { first: "Hugo", last: "Template" }),
  ids: (index) => {
    const number = 216_000_100 + index * 7;
    return {
      remoteId: (number + 1234).toString(16),
      urlId: String(number),
      applicationRemoteId: (number + 1234).toString(16),
      remoteUrl: `https://birch.workable.com/backend/jobs/3768447/candidates/${number}`,
    };
  },
});

export const smartrecruiters = company({
  code: "CedarSmart",
  connector: "smartrecruiters",
  organisation: "Cedar Example",
  tenant: null,
  host: "www.smartrecruiters.com",
  seeds: crew(8, { first: "Ida", last: "Mockup" }),
  ids: (index) => {
    const application = uuid(`smartrecruiters application ${index}`);
    return {
      remoteId: uuid(`smartrecruiters candidate ${index}`),
      applicationRemoteId: application,
      remoteUrl: `https://www.smartrecruiters.com/app/people/applications/${application}`,
    };
  },
});

export const teamtailor = company({
  code: "DaleTeamtailor",
  connector: "teamtailor",
  organisation: "Dale Example",
  tenant: "Qt1DaleEx_a@eu",
  host: "app.teamtailor.com",
  seeds: crew(9, { first: "Jon", last: "Dummy" }),
  ids: (index) => ({
    remoteId: String(50_100_001 + index),
    applicationRemoteId: String(60_100_001 + index),
    remoteUrl: `https://app.teamtailor.com/companies/Qt1DaleEx_a@eu/candidates/segment/all/candidate/${50_100_001 + index}`,
  }),
});

export const recruitee = company({
  code: "ElmRecruitee",
  connector: "recruitee",
  organisation: "Elm Example",
  tenant: "89001",
  host: "app.recruitee.com",
  seeds: crew(10, { first: "Kim", last: "Standin" }),
  ids: (index) => ({
    remoteId: String(46_100_001 + index),
    applicationRemoteId: String(47_100_001 + index),
    remoteUrl: `https://app.recruitee.com/#/dashboard/overview?candidate=${46_100_001 + index}&company=89001`,
  }),
});

/** Seventeen digits and more: beyond what a JavaScript number can hold. */
export const zoho = company({
  code: "FirZoho",
  connector: "zohorecruit",
  organisation: "Fir Example",
  tenant: "org20099887766",
  host: "recruit.zoho.eu",
  seeds: crew(11, { first: "Lea", last: "Prototype" }),
  ids: (index) => ({
    remoteId: String(31_529_000_000_420_001n + BigInt(index)),
    applicationRemoteId: String(315_290_000_007_420_001n + BigInt(index)),
    remoteUrl: null,
  }),
});

/** A candidate belongs to one job here, so it is its own application. */
export const wttj = company({
  code: "GroveJungle",
  connector: "welcometothejungle",
  organisation: "Grove Example",
  tenant: "Gr0veEx",
  host: "www.welcomekit.co",
  seeds: crew(12, { first: "Max", last: "Pattern" }),
  ids: (index) => {
    const reference = `wttj-${hex(`wttj ${index}`, 24)}`;
    return { remoteId: reference, applicationRemoteId: reference, remoteUrl: null };
  },
});
