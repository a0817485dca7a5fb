import type { EmailPlace, PageEmail } from "../domain/facts";
import { emailsInMailto, findEmails } from "../domain/text/emails";
import { attribute, closestTo, fits, nameOf, parentOf, rectOf } from "./dom";
import type { OnLine } from "./lines";
import { type Box, touches } from "./visibility";

/** Where other people's addresses stand: menus, notes, comments, activity, references, followers, lists of messages. */
const ELSEWHERE = [
  "nav",
  "footer",
  "aside",
  ...["navigation", "contentinfo", "menu", "menubar", "complementary", "log", "banner"].map(
    (role) => `[role="${role}"]`,
  ),
  ...[
    "comment",
    "note",
    "chatter",
    "activity",
    "timeline",
    "follower",
    "referee",
    "referral",
    "reference",
    "colleague",
    "footer",
    "navbar",
    "topbar",
    "user-menu",
    "account",
    "signed-in",
    "message",
    "interviewer",
    "recruiter",
    "hiring-team",
  ].flatMap((word) => [`[class*="${word}" i]`, `[id*="${word}" i]`]),
].join(",");

/** Gathers distinct addresses; the same one twice keeps its better place. */
export class EmailCollector {
  readonly #found = new Map<string, PageEmail>();

  /** Reads a line; each address stands where its `@` stands. */
  readonly fromLine: OnLine<Element> = (line, pieces) => {
    if (pieces.length === 0) return;
    for (const { address, at } of findEmails(line)) {
      const source = pieces.findLast(({ start }) => start <= at)?.source;
      if (source) this.#add(address, nameOf(source) === "input" ? "input" : "text", source);
    }
  };

  fromLink(link: Element, box: Box): void {
    const href = attribute(link, "href") ?? "";
    if (!/^\s*mailto:/i.test(href) || !touches(rectOf(link), box.flow)) return;
    for (const address of emailsInMailto(href)) this.#add(address, "mailto", link);
  }

  all(): PageEmail[] {
    return [...this.#found.values()];
  }

  #add(address: string, place: EmailPlace, at: Element): void {
    const known = this.#found.get(address);
    if (known?.candidateLike) return;
    const candidateLike = !standsElsewhere(at);
    if (!known || candidateLike) this.#found.set(address, { address, place, candidateLike });
  }
}

/** What holds the whole page: a class such as `erecruiter` on it says nothing about the place. */
const WHOLE = "html, body, main, [role=main]";

/** Looks through shadow roots and frames too: a comment's web component is a comment. */
function standsElsewhere(element: Element | null): boolean {
  for (let at = element && closestTo(element, ELSEWHERE_OR_TOP); at; at = outward(at)) {
    if (fits(at, ELSEWHERE) && !fits(at, WHOLE)) return true;
  }
  return false;
}

/** The tops of trees stand in for all they hold: above them is a host or a frame. */
const ELSEWHERE_OR_TOP = `${ELSEWHERE},html`;

function outward(element: Element): Element | null {
  const parent = parentOf(element);
  return parent && closestTo(parent, ELSEWHERE_OR_TOP);
}
