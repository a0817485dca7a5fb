import type { Person, SandboxIntegration } from "../data";
import { html, type Markup } from "./html";
import { emailOf, nameOf, neighbours } from "./people";

export interface Page {
  /** Product the page stands in for. */
  ats: string;
  /** Class of the page's colours; the site's id. */
  look: string;
  title: string;
  company?: SandboxIntegration;
  main: Markup;
  /** Names of further scripts in `browser/`. */
  scripts?: readonly string[];
  /** `url-first` changes the address, then the page; `load` loads pages as of old. */
  moves?: "url-first" | "load";
  status?: number;
  headers?: Record<string, string>;
}

/** A whole page around `main`: banner, signed-in recruiter, footer. Style and scripts come from the same host, so any CSP fits. */
export function page(of: Page): Response {
  const { ats, company } = of;
  const moves = of.moves ?? "load";
  const scripts = [...(moves === "load" ? [] : ["spa"]), ...(of.scripts ?? [])];
  const body = html`<!doctype html>
<html lang="en" class="look-${of.look}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${of.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/stand-in/style.css">
</head>
<body>
<p class="stand-in">Stand-in for ${ats}. Made-up people. Not affiliated.</p>
<nav class="top-menu"><strong>${ats}</strong>${
    company &&
    html`<span>${company.organisation}</span><span class="user-menu">Signed in as recruiter@example.org</span>`
  }</nav>
<main id="app">${of.main}</main>
<footer>Questions? <a href="mailto:support@example.org">support@example.org</a></footer>
${scripts.map((name) => html`<script src="/stand-in/${name}.js"></script>`)}
</body>
</html>`;
  return new Response(body.text, {
    status: of.status ?? 200,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...of.headers },
  });
}

/** Title of a page in the form the real systems use, marked as a stand-in. */
export function titled(what: string, ats: string): string {
  return `${what} - ${ats} (stand-in)`;
}

/** Sends the browser to another path on the same host. */
export function redirect(to: string): Response {
  return new Response(null, { status: 302, headers: { location: to } });
}

/** A page that says there is nothing here. */
export function missing(ats: string, look: string): Response {
  const main = html`<section class="card"><h1>Page not found</h1><p>There is nothing at this address.</p></section>`;
  return page({ ats, look, title: titled("Not found", ats), main, status: 404 });
}

/** A plain page of the ATS with no candidate on it: settings, a job, a dashboard. */
export function plain(
  ats: string,
  look: string,
  heading: string,
  text: string,
  company?: SandboxIntegration,
): Response {
  const main = html`<section class="card"><h1>${heading}</h1><p>${text}</p></section>`;
  return page({ ats, look, title: titled(heading, ats), company, main });
}

/** Where each person of a list is to be found: one link for each address. */
export type LinksOf = (person: Person) => readonly string[];

/** The list of candidates: each row links to every address of that person, the everyday one by name. */
export function list(company: SandboxIntegration, heading: string, linksOf: LinksOf): Markup {
  const row = (person: Person) => {
    const [first = "", ...others] = linksOf(person).map(path);
    return html`<tr data-person="${person.urlId}"><td><a class="name" href="${first}">${nameOf(person)}</a></td><td>${person.job}</td>
<td class="others">${others.map((href, at) => html`<a href="${href}">view ${at + 2}</a> `)}</td></tr>`;
  };
  return html`<section class="card"><h1>${heading}</h1><table class="list"><thead><tr><th>Name</th><th>Job</th><th>Other views</th></tr></thead>
<tbody>${company.people.map(row)}</tbody></table></section>`;
}

/** Buttons that open the neighbours in the list. Real buttons where the app moves without loading, links where it loads. */
export function pager(company: SandboxIntegration, person: Person, hrefOf: (person: Person) => string): Markup {
  const { previous, next } = neighbours(company, person);
  return html`<p class="pager"><a id="previous" class="button" href="${path(hrefOf(previous))}">Previous</a>
<a id="next" class="button" href="${path(hrefOf(next))}">Next</a></p>`;
}

/** Other candidates beside the open one: their names and ids must mislead nobody. */
export function sidebar(company: SandboxIntegration, person: Person, hrefOf: (person: Person) => string): Markup {
  const others = company.people.filter((one) => one !== person).slice(0, 5);
  return html`<aside class="sidebar"><h2>Also in this job</h2><ul>${others.map(
    (one) => html`<li data-id="${one.urlId}"><a href="${path(hrefOf(one))}">${nameOf(one)}</a></li>`,
  )}</ul></aside>`;
}

/** A note of a colleague and a referee: two addresses that are not the candidate's. */
export function notes(): Markup {
  return html`<section class="notes comments card"><h2>Notes</h2>
<article class="note"><b>Colleague</b> <span>colleague@example.org</span><p>Spoke on the phone. Friendly and well prepared.</p></article>
<article class="note reference"><b>Referee</b> <a href="mailto:referee@example.net">referee@example.net</a><p>Can be called on weekdays.</p></article>
</section>`;
}

/** A mailto link to the candidate. */
export function mailto(person: Person): Markup {
  const address = emailOf(person);
  return html`<a href="mailto:${address}">${address}</a>`;
}

/** Label and value pairs of a profile. */
export function fields(pairs: readonly (readonly [label: string, value: Markup | string | number])[]): Markup {
  return html`<dl class="fields">${pairs.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
}

/** Absolute addresses become paths on the same host, so that a stand-in on another port works as well. */
function path(href: string): string {
  return href.replace(/^https?:\/\/[^/]+/, "");
}
