import { MOST_LINKS, type PageLink, type PageLinks } from "../domain/batch/page-links";
import { shownOf } from "../domain/batch/shown-of";
import { attribute, bodyOf, documentOf, parentOf } from "./dom";
import { hrefOf, LINKS, rowOf, textOf } from "./link";
import { all, type Place, thisPlace } from "./place";
import { visibleText } from "./walk";

/** A page may have any number of links; what is read by then is given. */
const MOST_MS = 1500;
const MAX_TEXT = 300;
/** The links people see on this page, or in their selection on it, with what is read of each. */
export function pageLinks(): PageLinks {
  const place = thisPlace();
  const selection = getSelection();
  const within = selection && !selection.isCollapsed ? selection : null;
  const end = performance.now() + MOST_MS;
  const links: PageLink[] = [];
  let cut = false;
  for (const link of all(LINKS, place)) {
    cut = links.length >= MOST_LINKS || performance.now() > end;
    if (cut) break;
    const href = hrefOf(link);
    if (href === null || (within && !isIn(link, within)) || !place.visibility.shows(link)) continue;
    links.push({ href, text: said(link, place) });
  }
  return { pageUrl: location.href, links, ...(within ? { told: null, loaded: null } : counted(place)), cut };
}

/** The link's own text; where it has none, what its row says. */
function said(link: Element, place: Place): string {
  const own = textOf(link, place);
  const row = own === "" ? rowOf(link, place) : null;
  return (row ? visibleText(row, place) : own).slice(0, MAX_TEXT);
}

/** Whether any of it is selected; what stands in a shadow root is where its host is. */
function isIn(link: Element, selection: Selection): boolean {
  for (let at: Element | null = link; at; at = parentOf(at)) {
    if (documentOf(at) === document && at.getRootNode() === document) return selection.containsNode(at, true);
  }
  return false;
}

/** How many rows the page says its list has, and how many of them are there. */
function counted(place: Place): Pick<PageLinks, "told" | "loaded"> {
  for (const grid of all("[aria-rowcount]", place)) {
    const told = Number(attribute(grid, "aria-rowcount"));
    const loaded = grid.querySelectorAll("[aria-rowindex], [role='row' i], tr").length;
    if (told > loaded) return { told, loaded };
  }
  const body = bodyOf(document);
  const said = body && shownOf(visibleText(body, place).slice(0, 200_000));
  return said ?? { told: null, loaded: null };
}
