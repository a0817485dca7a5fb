import { Refusal } from "./errors";

export type Query = Record<string, string>;

const MAX_PAGE = 250;

function pageSize(query: Query): number {
  const size = Number(query.page_size ?? 100);
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE) {
    throw new Refusal("PLATFORM.INPUT_INVALID", `page_size: a whole number from 1 to ${MAX_PAGE} is needed.`);
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
  if (!Number.isInteger(at) || at < 1) throw new Refusal("PLATFORM.INPUT_INVALID", "cursor: not one of ours.");
  return at;
}

/** One page of a list, with the cursor of the next; callers take the cursor as it is. */
export function paged<T>(all: readonly T[], query: Query) {
  const from = start(query);
  const to = from + pageSize(query);
  const next = to < all.length ? Buffer.from(`from ${to}`).toString("base64url") : null;
  return { status: "success" as const, data: { next, results: all.slice(from, to) } };
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
  if (Number.isNaN(after)) throw new Refusal("PLATFORM.INPUT_INVALID", "updated_after: not a date.");
  return (date) => date.getTime() > after;
}
