import type { PageText } from "../domain/facts";
import { type OnPageOptions, preparePage, tagsOnPage } from "../domain/on-page";
import { prepare } from "../domain/picker";

export interface OnPageRequest {
  page: PageText;
  tags: readonly string[];
  options: OnPageOptions;
}

/** As many as are looked at without scrolling. */
const LIMIT = 5;

// A thread of its own: a long list takes longer to make ready than a key may wait.
addEventListener("message", ({ data: { page, tags, options } }: MessageEvent<OnPageRequest>) => {
  const found = tagsOnPage(page, preparePage(prepare(tags)), { ...options, limit: LIMIT });
  postMessage(found.map(({ name }) => name));
});
