import type { Page } from "@playwright/test";

/** What sticks out of the page, is cut off, or is too small to hit; empty when all is well. */
export function layoutProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const say = (element: Element, what: string) =>
      `${what}: <${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.slice(0, 60)}`;
    const root = document.documentElement;
    const found =
      root.scrollWidth > root.clientWidth ? [`page is ${root.scrollWidth} wide in ${root.clientWidth}`] : [];
    for (const element of document.querySelectorAll("body *")) {
      const box = element.getBoundingClientRect();
      // A field scrolls its own text.
      if (box.width === 0 || element.closest(".unseen, input")) continue;
      const style = getComputedStyle(element);
      if (box.right > root.clientWidth + 1 || box.left < -1) found.push(say(element, "sticks out"));
      // What ends in an ellipsis has its whole text as a title.
      const told = style.textOverflow === "ellipsis" && element.closest("[title]");
      const hides = style.overflowX === "hidden" || style.overflowX === "clip";
      if (hides && !told && element.scrollWidth > element.clientWidth + 1) found.push(say(element, "cut off"));
      if (style.overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1 && !told)
        found.push(say(element, "cut off below"));
      if (style.overflowX === "auto" && element.scrollWidth > element.clientWidth + 1)
        found.push(say(element, "scrolls sideways"));
    }
    return found;
  });
}
