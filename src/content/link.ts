import type { LinkFacts, LinkRecord } from "../domain/facts";
import { differInOneId, leadsNowhere } from "../domain/text/links";
import { attribute, closestTo, frameDocument, parentOf, shadowOf } from "./dom";
import { all, type Place, thisPlace } from "./place";
import { visibleText } from "./walk";

/** Custom elements too (`sr-link`); the text slotted into them is theirs. */
export const LINKS = "[href]:not(link, base)";
const ROWS = "tr, li, article, [role='row' i], [role='listitem' i], [role='option' i]";
const CELLS = "td, th, [role='cell' i], [role='gridcell' i]";
/** A row with more text than this is the page's layout. */
const MAX_ROW = 600;
const MAX_TEXT = 1000;

/** What a person reads on the clicked link to this address, and where Odoo says it leads. */
export function linkFacts(href: string): LinkFacts {
  const place = thisPlace();
  const links = [...all(LINKS, place)].filter((link) => hrefOf(link) === href && place.visibility.shows(link));
  const clicked = focused(links);
  const meant = clicked.length > 0 ? clicked : links;
  const texts = new Set(meant.map((link) => textOf(link, place)).filter(Boolean));
  const rows = new Set(meant.map((link) => rowOf(link, place)));
  const targets = new Set(meant.map((link) => keyOf(recordOf(link))));
  const [row] = rows;
  return {
    text: texts.size === 1 ? [...texts][0]!.slice(0, MAX_TEXT) : "",
    row: rows.size === 1 && row ? visibleText(row, place) : "",
    nowhere: meant.some(
      (link) => attribute(link, "href")?.trim() === "#" || leadsNowhere(href, link.ownerDocument.URL),
    ),
    records: distinct(meant.map(recordOf)),
    ambiguous: texts.size > 1 || targets.size > 1,
  };
}

/**
 * The links that have the focus. A right click gives it, as does the keyboard that opens the menu: of several links with
 * one address it is the only trace of the one that was meant.
 */
function focused(links: readonly Element[]): Element[] {
  const around = new Set<Element>();
  for (let at = activeElement(document); at; at = parentOf(at)) around.add(at);
  return links.filter((link) => around.has(link));
}

function activeElement(root: Document | ShadowRoot): Element | null {
  const active = root.activeElement;
  const inner = active && (shadowOf(active) ?? frameDocument(active));
  return (inner && activeElement(inner)) ?? active;
}

export function hrefOf(link: Element): string | null {
  const href = attribute(link, "href") ?? "";
  return URL.canParse(href, link.baseURI) ? new URL(href, link.baseURI).href : null;
}

export function textOf(link: Element, place: Place): string {
  const lines = [visibleText(link, place), attribute(link, "title"), attribute(link, "aria-label")];
  return [...new Set(lines.map((line) => line?.trim()).filter(Boolean))].join("\n");
}

/** The row, or else the cell, that is about the one person the link leads to; null where there is none. */
export function rowOf(link: Element, place: Place): Element | null {
  return [ROWS, CELLS].map((kind) => closestTo(link, kind)).find((box) => box && isOfOne(box, link, place)) ?? null;
}

/** No row around a layout, another row with links of its own, or a link to somebody else. */
function isOfOne(row: Element, link: Element, place: Place): boolean {
  const links = [...row.querySelectorAll(LINKS)];
  const [href, record] = [hrefOf(link) ?? "", keyOf(recordOf(link))];
  const others = links.some(
    (other) => differInOneId(href, hrefOf(other) ?? "") || ![record, ""].includes(keyOf(recordOf(other))),
  );
  const nested = links.some((other) => closestTo(other, ROWS) !== closestTo(link, ROWS));
  return !others && !nested && !row.querySelector("h1") && visibleText(row, place).length <= MAX_ROW;
}

function recordOf(link: Element): LinkRecord | null {
  const [model, id] = [attribute(link, "data-oe-model"), attribute(link, "data-oe-id")];
  return model && id && /^[a-z0-9_.]{1,64}$/.test(model) && /^\d{1,19}$/.test(id) ? { model, id } : null;
}

const keyOf = (record: LinkRecord | null): string => (record ? `${record.model},${record.id}` : "");

function distinct(records: readonly (LinkRecord | null)[]): LinkRecord[] {
  return [...new Map(records.map((one) => [keyOf(one), one])).values()].filter((one) => one !== null);
}
