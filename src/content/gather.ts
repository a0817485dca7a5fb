import { LINE_PLACES, MAX_TEXT, type PageFacts, type Reads } from "../domain/facts";
import { declared } from "./declared";
import { bodyOf, nameOf, rootOf, titleOf } from "./dom";
import { EmailCollector } from "./emails";
import { isFilling } from "./filling";
import { ownHost } from "./own";
import { all, type Place, thisPlace } from "./place";
import { Standing } from "./standing";
import { documentBox } from "./visibility";
import { visibleText, Walk } from "./walk";

const HEADINGS = "h1, h2, h3, [role='heading' i]";
const MAX_HEADINGS = 100;
const MAX_HEADING = 300;
/** A page that takes longer is cut short: the background waits two seconds for an answer. */
const BUDGET_MS = 1400;

/** Reads what any page gives and what the rules declared. Changes nothing, keeps nothing, decides nothing. */
export function gather(reads: Reads): PageFacts {
  const deadline = performance.now() + BUDGET_MS;
  const urlBefore = location.href;
  const host = ownHost();
  const place = thisPlace();
  // What identifies the candidate first: a page may hold more than there is time for.
  const wanted = Object.entries(reads).map(([name, read]) => [name, declared(read, place)] as const);
  const headings = headingLines(place);
  const text = new TextKeeper();
  const emails = new EmailCollector();
  const walk = new Walk(place.shadows, {
    onLine(line, pieces, source) {
      text.keep(line, source);
      emails.fromLine(line, pieces, source);
    },
    onElement: (element, box) => nameOf(element) === "a" && emails.fromLink(element, box),
    skip: (element) => element === host,
    deadline,
  });
  const top = bodyOf(document) ?? rootOf(document);
  if (top) walk.read(top, documentBox(document));
  const truncated = walk.cut || text.length > MAX_TEXT;
  const shown = truncated ? [...headings, ...text.lines] : text.lines;
  const places = (truncated ? LINE_PLACES.heading.repeat(headings.length) : "") + text.places;
  return {
    urlBefore,
    urlAfter: location.href,
    title: titleOf(document),
    text: shown.join("\n").slice(0, MAX_TEXT),
    places,
    emails: emails.all(),
    declared: Object.fromEntries(wanted),
    headings,
    truncated,
    filling: isFilling(document, text.length, place),
  };
}

/** Keeps lines until there are enough, and goes on counting. */
class TextKeeper {
  readonly lines: string[] = [];
  readonly #standing = new Standing();
  /** A letter a line. */
  places = "";
  length = -1;

  keep(line: string, source: Element | null): void {
    if (this.length < MAX_TEXT) {
      this.lines.push(line);
      this.places += this.#standing.of(source);
    }
    this.length += line.length + 1;
  }
}

function headingLines(place: Place): string[] {
  const lines: string[] = [];
  for (const element of all(HEADINGS, place)) {
    if (lines.length >= MAX_HEADINGS) break;
    if (!place.visibility.shows(element)) continue;
    lines.push(
      ...visibleText(element, place)
        .split("\n")
        .filter(Boolean)
        .map((line) => line.slice(0, MAX_HEADING)),
    );
  }
  return lines.slice(0, MAX_HEADINGS);
}
