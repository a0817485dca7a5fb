import { roots } from "./walk";

/** Enough for a name and its row, too little for a page. */
const MAX = 2000;

/** What a person reads on the links to this address: their text, and that of the row or card they stand in. */
export function linkText(href: string): string {
  const texts: string[] = [];
  for (const root of roots(document)) {
    for (const link of root.querySelectorAll<HTMLAnchorElement>("a[href]")) {
      if (link.href !== href) continue;
      const row = link.closest("tr, li, article, [role='row'], [role='listitem'], [role='option']");
      texts.push(link.textContent, link.title, link.ariaLabel ?? "", row?.textContent ?? "");
    }
  }
  return texts.join(" ").slice(0, MAX);
}
