import { LINE_PLACES, type LinePlace } from "../domain/facts";
import { fits, parentOf } from "./dom";

const named = (words: readonly string[]) => words.flatMap((word) => [`[class*="${word}" i]`, `[id*="${word}" i]`]);
const roles = (names: readonly string[]) => names.map((role) => `[role="${role}" i]`);

/** What each place looks like; the first that fits an element counts, and the innermost element that fits any. */
const SELECTORS: readonly (readonly [LinePlace, string])[] = [
  [LINE_PLACES.button, ["button", "summary", ...roles(["button", "tab", "option", "menuitem", "switch"])].join()],
  [LINE_PLACES.heading, ["h1", "h2", "h3", "h4", ...roles(["heading"])].join()],
  [
    LINE_PLACES.note,
    [...roles(["log", "feed"]), ...named(["comment", "note", "chatter", "activity", "timeline", "message"])].join(),
  ],
  [
    LINE_PLACES.frame,
    [
      "nav, footer, aside",
      ...roles([
        "navigation",
        "contentinfo",
        "menu",
        "menubar",
        "complementary",
        "banner",
        "toolbar",
        "tablist",
        "search",
      ]),
      ...named(["navbar", "sidebar", "topbar", "breadcrumb", "dropdown", "filter", "footer", "similar", "recently"]),
      ...named(["job-description", "jobdescription", "job-ad", "recommended"]),
    ].join(),
  ],
];
/** What holds the whole page: a class on it says nothing about a place. */
const WHOLE = "html, body, main, [role=main]";

/** Where the text of an element stands, told by the elements around it, through shadow roots and frames. */
export class Standing {
  readonly #known = new Map<Element, LinePlace>();

  of(element: Element | null): LinePlace {
    if (element === null) return LINE_PLACES.content;
    const known = this.#known.get(element);
    if (known !== undefined) return known;
    const own = fits(element, WHOLE) ? undefined : SELECTORS.find(([, selector]) => fits(element, selector))?.[0];
    const around = this.of(parentOf(element));
    // A heading or a button of a menu belongs to the menu.
    const outer = around === LINE_PLACES.frame || around === LINE_PLACES.note ? around : own;
    const place = outer ?? around;
    this.#known.set(element, place);
    return place;
  }
}
