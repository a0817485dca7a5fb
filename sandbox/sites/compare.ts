import type { Person, SandboxIntegration } from "../data";
import { html } from "./html";
import { fields, mailto, page, titled } from "./layout";
import { nameOf } from "./people";
import type { Frame } from "./profile";

/** Two candidates side by side: neither address may be taken for "the" candidate's. */
export function comparePage(frame: Frame, company: SandboxIntegration): Response {
  const known = company.people.filter((one) => one.synced);
  const column = (person: Person) => html`<section class="card profile"><h2>${nameOf(person)}</h2>
${fields([
  ["E-mail", mailto(person)],
  ["Job", person.job],
])}</section>`;
  const main = html`<h1>Possible duplicates</h1>${known.slice(0, 2).map(column)}`;
  return page({ ...frame, title: titled("Possible duplicates", frame.ats), company, main });
}
