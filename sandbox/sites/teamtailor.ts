import { connectorsOf } from "../../src/domain/connector";
import type { Person, SandboxIntegration } from "../data";
import { html } from "./html";
import { fields, missing, plain, titled } from "./layout";
import { byUrlId, companiesOf, jobNumber } from "./people";
import { listPage, type Profile, profilePage } from "./profile";
import { hostOf } from "./request";
import { type PageUrls, route, type Site } from "./site";

const FRAME = { ats: "Teamtailor", look: "teamtailor", moves: "url-first" } as const;
const CONNECTORS = connectorsOf("teamtailor");
const RECRUITING = /^app(\.[a-z]{2,4})?\.teamtailor\.com$/;

/** At stages of anonymised hiring the page shows this instead of the name, and no contacts; the id stays. */
const PSEUDONYM = "Cornflower Platypus";
const HIDDEN_STAGE = "anonymous";

function hiddenProfile(person: Person): Omit<Profile, "hrefOf"> {
  const card = html`<section class="card profile"><h1>${PSEUDONYM}</h1>${fields([["Job", person.job]])}</section>`;
  return { card, title: titled(PSEUDONYM, FRAME.ats) };
}

function pathsIn(company: SandboxIntegration) {
  const home = `/companies/${company.tenant}`;
  return (person: Person): string[] => {
    const job = jobNumber(company, person.job);
    const modal = encodeURIComponent(JSON.stringify({ component: "share-link", arg: { candidateId: person.urlId } }));
    return [
      `${home}/candidates/segment/all/candidate/${person.urlId}`,
      `${home}/jobs/${job}/stages/candidate/${person.urlId}`,
      `${home}/jobs/${job}/stages/candidate/${person.urlId}?modal=${modal}`,
      `${home}/candidates/${person.urlId}`,
      `/candidates/${person.urlId}`,
    ];
  };
}

function answer(company: SandboxIntegration, url: URL): Response | null {
  const paths = pathsIn(company);
  const hrefOf = (person: Person) => paths(person)[0] ?? "/";
  const say = (heading: string) => () => plain(FRAME.ats, FRAME.look, heading, "Nobody is open here.", company);
  const show = ([id]: readonly string[]) => {
    const person = byUrlId(company, id);
    const isHidden = person !== null && url.searchParams.get("stage") === HIDDEN_STAGE;
    return profilePage(FRAME, company, person, { hrefOf, ...(isHidden && hiddenProfile(person)) });
  };
  const own = new URL(url);
  own.pathname = url.pathname.replace(/^\/companies\/[^/]+/, "");
  return route(own, [
    [/^\/candidates\/segment\/all$/, () => listPage(FRAME, company, "Candidates", paths)],
    [/^\/candidates\/(?:segment\/[a-z0-9-]+\/candidate\/)?(\d+)$/, show],
    [/^\/jobs\/\d+\/stages\/candidate\/(\d+)$/, show],
    [/^\/jobs\/\d+\/stages$/, () => listPage(FRAME, company, "Stages", paths)],
    [/^\/jobs\/\d+$/, say("Job")],
    [/^\/dashboard$/, say("Dashboard")],
    [/^\/users\/sign_(?:in|up)$/, say("Sign in")],
  ]);
}

function handle(request: Request): Response {
  if (!RECRUITING.test(hostOf(request))) return plain("Teamtailor careers", FRAME.look, "Open jobs", "A public page.");
  const company = companiesOf(CONNECTORS)[0];
  return (company && answer(company, new URL(request.url))) ?? missing(FRAME.ats, FRAME.look);
}

function examples(company: SandboxIntegration): PageUrls {
  const host = `https://${company.host}`;
  const home = `${host}/companies/${company.tenant}`;
  return {
    list: `${home}/candidates/segment/all`,
    candidate: (person) => pathsIn(company)(person).map((path) => host + path),
    hidden: (person) => `${host}${pathsIn(company)(person)[1]}?stage=${HIDDEN_STAGE}`,
    refused: [
      `${home}/dashboard`,
      `${home}/candidates/segment/all`,
      `${home}/jobs/5000`,
      `${home}/jobs/5000/stages`,
      `${host}/users/sign_in`,
      "https://dale.teamtailor.com/jobs/5000-product-designer",
    ],
  };
}

/** Teamtailor: the company in the path, the candidate last. */
export const teamtailor: Site = {
  id: FRAME.look,
  name: FRAME.ats,
  connectors: CONNECTORS,
  hosts: (host) => host.endsWith(".teamtailor.com"),
  handle,
  examples,
};
