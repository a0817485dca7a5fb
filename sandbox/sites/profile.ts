import type { Person, SandboxIntegration } from "../data";
import { html, type Markup } from "./html";
import { fields, type LinksOf, list, mailto, notes, type Page, page, pager, sidebar, titled } from "./layout";
import { nameOf } from "./people";

/** What the pages of one ATS have in common. */
export type Frame = Pick<Page, "ats" | "look" | "moves" | "headers" | "scripts">;

/** The page with everybody on it. */
export function listPage(frame: Frame, company: SandboxIntegration, heading: string, linksOf: LinksOf): Response {
  const main = list(company, heading, linksOf);
  return page({ ...frame, title: titled(heading, frame.ats), company, main });
}

/** Name, e-mail and job as most profiles show them. */
export function usualCard(person: Person): Markup {
  return html`<section class="card profile"><h1>${nameOf(person)}</h1>${fields([
    ["E-mail", mailto(person)],
    ["Job", person.job],
  ])}</section>`;
}

export interface Profile {
  hrefOf: (person: Person) => string;
  /** The profile itself; the usual card unless given. */
  card?: Markup;
  /** Title of the page; the name in the usual form unless given. */
  title?: string;
}

/** The page of one candidate between misleading things: neighbours, notes, the recruiter. Null when there is nobody. */
export function profilePage(
  frame: Frame,
  company: SandboxIntegration,
  person: Person | null,
  of: Profile,
): Response | null {
  if (!person) return null;
  const { hrefOf, card = usualCard(person), title = titled(nameOf(person), frame.ats) } = of;
  const main = html`${pager(company, person, hrefOf)}${card}${notes()}${sidebar(company, person, hrefOf)}`;
  return page({ ...frame, title, company, main });
}
