/**
 * Whether a link is the page it stands in with an empty hash, as programs write links that only run a script
 * (`<a href="#">`): its address says nothing about where it leads.
 */
export function leadsNowhere(href: string, pageUrl: string): boolean {
  if (!URL.canParse(href) || !URL.canParse(pageUrl)) return false;
  const [link, page] = [new URL(href), new URL(pageUrl)];
  if (link.hash !== "" || !link.href.endsWith("#")) return false;
  page.hash = "";
  link.hash = "";
  return link.href === page.href;
}

/** Whether two addresses differ in nothing but one id: those of two people, or of two of their applications. */
export function differInOneId(one: string, other: string): boolean {
  const [left, right] = [pieces(one), pieces(other)];
  if (left.length !== right.length) return false;
  const different = left.flatMap((piece, at) => (piece === right[at] ? [] : [[piece, right[at]!]]));
  return different.length === 1 && different[0]!.every((piece) => /\d|[^-]-[^-]/.test(piece));
}

const pieces = (href: string): string[] => href.split(/[/?&=#;]+/);
