import { type PageIndex, preparePage, tagsOnPage } from "../../src/domain/on-page";
import { prepare } from "../../src/domain/picker";

let index: PageIndex;

/** Makes the list ready. */
export function ready(tags: readonly string[]): void {
  index = preparePage(prepare(tags));
}

/** How long (ms) the function takes for this text. */
export function once(text: string): number {
  const start = performance.now();
  tagsOnPage({ text }, index, { name: "Ada Example", uses: [], carried: [] });
  return performance.now() - start;
}
