import type { Person } from "../data";
import { html } from "./html";
import { fields, list, mailto, missing, page, pager, titled } from "./layout";
import { byUrlId, companiesOf, nameOf } from "./people";
import { type PageUrls, route, type Site } from "./site";

const ATS = "Unknown ATS";
const LOOK = "unknown";
const HOME = "https://jobs.unknown-ats.test";

/** The page carries what must never be sent: a session in the address, a CSRF value in the form. */
const pathOf = (person: Person) => `/people/${person.urlId}?session_token=secret123`;

function handle(request: Request): Response {
  const company = companiesOf(["greenhouse"])[0];
  if (!company) return missing(ATS, LOOK);
  const show = (person: Person | null) => {
    if (!person) return null;
    const main = html`${pager(company, person, pathOf)}<section class="card"><h1>${nameOf(person)}</h1>
<input type="hidden" name="csrf_token" value="secret456">
${fields([
  ["E-mail", mailto(person)],
  ["Job", person.job],
])}</section>`;
    return page({ ats: ATS, look: LOOK, title: titled(nameOf(person), ATS), company, main });
  };
  const all = () => {
    const main = list(company, "People", (person) => [pathOf(person)]);
    return page({ ats: ATS, look: LOOK, title: titled("People", ATS), company, main });
  };
  const answer = route(new URL(request.url), [
    [/^\/(?:people\/?)?$/, all],
    [/^\/people\/(\d+)$/, ([id]) => show(byUrlId(company, id))],
  ]);
  return answer ?? missing(ATS, LOOK);
}

/** A system no rule knows, with the people of the first Greenhouse company: what token search is for. */
export const unknown: Site = {
  id: LOOK,
  name: ATS,
  connectors: [],
  hosts: (host) => host === "jobs.unknown-ats.test",
  handle,
  examples: (): PageUrls => ({
    list: `${HOME}/people`,
    candidate: (person) => [HOME + pathOf(person)],
    refused: [`${HOME}/people`],
  }),
};

/** The address of a person there. */
export function unknownUrl(person: Person): string {
  return HOME + pathOf(person);
}
