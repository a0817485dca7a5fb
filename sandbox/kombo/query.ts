import { ApiError } from "./api-error";
import type { TagPaging } from "./options";

export type Query = Record<string, string>;

const MAX_PAGE = 250;

function pageSize(query: Query): number {
  const size = Number(query.page_size ?? 100);
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE) {
    throw new ApiError("PLATFORM.INPUT_INVALID", `page_size: a whole number from 1 to ${MAX_PAGE} is needed.`);
  }
  return size;
}

function start(query: Query): number {
  if (query.cursor === undefined) return 0;
  const at = Number(
    Buffer.from(query.cursor, "base64url")
      .toString()
      .replace(/^from /, ""),
  );
  if (!Number.isInteger(at) || at < 1) throw new ApiError("PLATFORM.INPUT_INVALID", "cursor: not one of ours.");
  return at;
}

/** Where the next page begins; null at the end. */
function nextStart(paging: TagPaging, from: number, size: number, length: number): number | null {
  const to = from + size;
  if (paging === "endless") return to;
  if (paging === "repeat" && from > 0) return from;
  if (paging === "cycle" && from >= 2 * size) return size;
  return to < length ? to : null;
}

/** How one list is cut into pages. */
interface Pages<T> {
  paging?: TagPaging;
  /** The longest page, whatever is asked for. */
  limit?: number;
  /** Made-up item number `index`, for a list without end. */
  extra?: (index: number) => T;
}

/** One page of a list as records, with the cursor of the next; only the page's own items become records. */
export function paged<T, R>(all: readonly T[], query: Query, record: (item: T) => R, pages: Pages<R> = {}) {
  const { paging = "normal", limit = MAX_PAGE, extra } = pages;
  const size = Math.min(pageSize(query), limit);
  const from = start(query);
  const results = all.slice(from, from + size).map(record);
  if (paging === "endless" && extra) while (results.length < size) results.push(extra(from + results.length));
  const at = nextStart(paging, from, size, all.length);
  const next = at === null ? null : Buffer.from(`from ${at}`).toString("base64url");
  return { status: "success" as const, data: { next, results } };
}

/** A test for one of the comma-separated values; everything passes when the filter is not set. */
export function wanted(list: string | undefined): (value: string) => boolean {
  if (list === undefined || list === "") return () => true;
  const values = new Set(list.split(",").map((value) => value.trim()));
  return (value) => values.has(value);
}

/** A test for the same text in any case; everything passes when the filter is not set. */
export function sameText(text: string | undefined): (value: string) => boolean {
  if (text === undefined) return () => true;
  return (value) => value.toLowerCase() === text.toLowerCase();
}

/** A test for changes after a point in time; everything passes when the filter is not set. */
export function changedAfter(text: string | undefined): (date: Date) => boolean {
  if (text === undefined) return () => true;
  const after = Date.parse(text);
  if (Number.isNaN(after)) throw new ApiError("PLATFORM.INPUT_INVALID", "updated_after: not a date.");
  return (date) => date.getTime() > after;
}
