import type { Case } from "../rule";

export const cases: readonly Case[] = [
  {
    url: "https://www.welcomekit.co/dashboard/o/Pg4eV6k/jobs/WTTJ_KmqkD1Y/card/wttj-d655345409a6097309156b05",
    expect: {
      tenant: "Pg4eV6k",
      lookups: [
        { by: "candidate", value: "wttj-d655345409a6097309156b05" },
        { by: "application", value: "wttj-d655345409a6097309156b05" },
      ],
    },
    evidence: "found",
  },
  {
    url: "https://www.welcomekit.co/dashboard/o/dkxzma3/jobs/2XMOI_yq66e6b/new-candidate/392777",
    expect: "no-candidate",
    evidence: "found",
    note: "form for a new candidate; the number is a stage",
  },
  {
    url: "https://www.welcomekit.co/dashboard/o/dkxzma3/jobs/2XMOI_yq66e6b",
    expect: "no-candidate",
    evidence: "constructed",
    note: "a job's board",
  },
  { url: "https://www.welcomekit.co/api/v1/external/organizations/aEioU123", expect: null, evidence: "found" },
  { url: "https://kinetix-tech.welcomekit.co/", expect: null, evidence: "found", note: "public careers site" },
  { url: "https://agaetis.welcomekit.co/", expect: null, evidence: "found", note: "public careers site" },
  {
    url: "https://www.welcomekit.co/dashboard/o/Pg4eV6k/jobs/WTTJ_KmqkD1Y/card/wttj-d655345409a6097309156b05/?from=mail#notes",
    expect: {
      tenant: "Pg4eV6k",
      lookups: [
        { by: "candidate", value: "wttj-d655345409a6097309156b05" },
        { by: "application", value: "wttj-d655345409a6097309156b05" },
      ],
    },
    evidence: "constructed",
  },
  {
    url: "https://www.welcomekit.co/dashboard/o/Gr0veEx/jobs/GROVE_abc1234/card/grove%2Dd655345409a6097309156b05/messages",
    expect: {
      tenant: "Gr0veEx",
      lookups: [
        { by: "candidate", value: "grove-d655345409a6097309156b05" },
        { by: "application", value: "grove-d655345409a6097309156b05" },
      ],
    },
    evidence: "constructed",
    note: "encoded hyphen, tab of the card",
  },
  {
    url: "https://www.welcomekit.co/dashboard/o/Pg4eV6k/jobs/WTTJ_KmqkD1Y/card/",
    expect: "no-candidate",
    evidence: "constructed",
  },
  {
    url: "https://www.welcomekit.co/dashboard/o/Pg4eV6k/jobs/WTTJ_KmqkD1Y/card/WTTJ_KmqkD1Y",
    expect: "no-candidate",
    evidence: "constructed",
    note: "a job's reference in the candidate's place",
  },
  { url: "https://www.welcomekit.co/dashboard/o/Pg4eV6k/", expect: "no-candidate", evidence: "constructed" },
  {
    url: "https://www.welcometothejungle.com/en/companies/acme/jobs/card/wttj-d655345409a6097309156b05",
    expect: null,
    evidence: "constructed",
    note: "the public job site",
  },
  {
    url: "https://www.welcomekit.co.evil.test/dashboard/o/Pg4eV6k/jobs/WTTJ_KmqkD1Y/card/wttj-d655345409a6097309156b05",
    expect: null,
    evidence: "constructed",
  },
];
