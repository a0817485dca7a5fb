/** A rule that works: a number after `/candidates/` on one host. */
export const ruleFile = ({ id, name, host }) => `import { digits } from "../common/ids";
import { idAfter, segments } from "../common/url";
import { byCandidate, candidate } from "../common/verdict";
import type { Given, Rule, Verdict } from "../rule";

const HOST = "${host}";

function read({ url }: Given): Verdict {
  if (url.hostname !== HOST) return null;
  const id = idAfter(segments(url.pathname), ["candidates"], digits);
  return candidate(null, id ? byCandidate(id) : null);
}

/** ${name}: the candidate's number stands in the address. */
export const ${id}: Rule = {
  id: "${id}",
  matches: ["https://${host}/*"],
  read,
};
`;

/** Examples that hold for the rule as written; real addresses take their place. */
export const casesFile = ({ host }) => {
  const example = (path, expect) => `  { url: "https://${host}${path}", expect: ${expect}, evidence: "constructed" },`;
  const found = (id) => `{ tenant: null, lookups: [{ by: "candidate", value: "${id}" }] }`;
  const wide = (path, expect, note) => `  {
    url: "https://${host}${path}",
    expect: ${expect},
    evidence: "constructed",${note ? `\n    note: "${note}",` : ""}
  },`;
  return `import type { Case } from "../rule";

export const cases: readonly Case[] = [
${wide("/candidates/4711", found("4711"))}
${wide("/jobs/12/candidates/4711/?tab=notes", found("4711"), "within a job")}
${example("/candidates", '"no-candidate"')}
${example("/candidates/new", '"no-candidate"')}
${wide(".evil.test/candidates/4711", "null", "look-alike host")}
];
`;
};

/** A made-up company that uses the ATS, so that the sandbox has somebody to show. */
export const companyFile = ({ id, name, host }) => `import { company } from "./company";
import { crew } from "./names";

/** A company with ${name}. */
export const ${id}Company = company({
  code: "${id.slice(0, 14)}",
  connector: "${id}",
  organisation: ${JSON.stringify(`${name} Example`)},
  tenant: null,
  host: "${host}",
  seeds: crew(20, { first: "Uma", last: "Sample" }),
  ids: (index) => ({
    remoteId: String(4_701 + index),
    applicationRemoteId: String(8_701 + index),
    remoteUrl: null,
  }),
});
`;

/** A stand-in with a list, a profile, and pages where nobody is open. */
export const siteFile = ({ id, name, host }) => `import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { missing, plain } from "./layout";
import { byUrlId, companiesOf } from "./people";
import { listPage, profilePage } from "./profile";
import { type PageUrls, route, type Site } from "./site";

const FRAME = { ats: ${JSON.stringify(name)}, look: "${id}" } as const;
const CONNECTORS = connectorsOf("${id}");

const paths = ({ urlId }: Person) => [\`/candidates/\${urlId}\`, \`/jobs/12/candidates/\${urlId}?tab=notes\`];
const hrefOf = (person: Person) => \`/candidates/\${person.urlId}\`;

function answer(company: SandboxIntegration, url: URL): Response | null {
  const say = (heading: string) => () => plain(FRAME.ats, FRAME.look, heading, "Nobody is open here.", company);
  return route(url, [
    [/^\\/candidates$/, () => listPage(FRAME, company, "Candidates", paths)],
    [/^\\/candidates\\/new$/, say("New candidate")],
    [
      /^(?:\\/jobs\\/\\d+)?\\/candidates\\/(\\d+)$/,
      ([found]) => profilePage(FRAME, company, byUrlId(company, found), { hrefOf }),
    ],
    [/^\\/jobs\\/\\d+$/, say("Job")],
    [/^\\/$/, say("Dashboard")],
  ]);
}

function handle(request: Request): Response {
  const company = companiesOf(CONNECTORS)[0];
  return (company && answer(company, new URL(request.url))) ?? missing(FRAME.ats, FRAME.look);
}

function examples(company: SandboxIntegration): PageUrls {
  const home = \`https://\${company.host}\`;
  const id = company.people[0]?.urlId ?? "";
  return {
    list: \`\${home}/candidates\`,
    candidate: (person) => paths(person).map((path) => home + path),
    refused: [\`\${home}/\`, \`\${home}/candidates\`, \`\${home}/candidates/new\`, \`\${home}/jobs/\${id}\`],
  };
}

/** ${name}: pages load one by one. */
export const ${id}: Site = {
  id: FRAME.look,
  name: FRAME.ats,
  connectors: CONNECTORS,
  hosts: (host) => host === "${host}",
  handle,
  examples,
};
`;
