import type { EmailPlace, PageEmail } from "../domain/facts";

/** Bounded on both sides, so that no page can make it slow. */
const ADDRESS = /[a-z0-9._%+'-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi;

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

  fromText(text: string, place: EmailPlace, at: Element): void {
    if (!text.includes("@")) return;
    for (const [match] of text.matchAll(ADDRESS)) this.#add(match, place, at);
  }

  fromLink(link: HTMLAnchorElement): void {
    const href = link.getAttribute("href") ?? "";
    if (!/^mailto:/i.test(href)) return;
    // A "mail this page to a friend" link has no address before the question mark.
    const address = href.slice("mailto:".length).split("?")[0] ?? "";
    this.fromText(decode(address), "mailto", link);
  }

  all(): PageEmail[] {
    return [...this.#found.values()];
  }

  #add(match: string, place: EmailPlace, at: Element): void {
    const address = match.toLowerCase().replace(/^[.'-]+/, "");
    const candidateLike = !standsElsewhere(at);
    const known = this.#found.get(address);
    if (!known || (candidateLike && !known.candidateLike)) this.#found.set(address, { address, place, candidateLike });
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What holds the whole page: a class such as `erecruiter` on it says nothing about the place. */
const WHOLE = "html, body, main, [role=main]";

/** Looks through shadow roots and frames too: a comment's web component is a comment. */
function standsElsewhere(element: Element | null): boolean {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    for (let box = at.closest(ELSEWHERE); box; box = box.parentElement?.closest(ELSEWHERE) ?? null) {
      if (!box.matches(WHOLE)) return true;
    }
  }
  return false;
}

/** By kind of node, not by class: a frame's nodes are of the frame's own classes. */
function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  if (root.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return (root as ShadowRoot).host;
  return root.nodeType === Node.DOCUMENT_NODE ? ((root as Document).defaultView?.frameElement ?? null) : null;
}
