import type { Candidate } from "../candidate";

/** What Kombo is asked by. An e-mail is asked for alone; ids many at a time. */
export type AskBy = "candidate" | "application" | "kombo" | "email";

/** A question for Kombo about one row. */
export interface Ask {
  integrationId: string;
  by: AskBy;
  value: string;
}

/** Whom a value means. */
export interface Hit {
  value: string;
  candidate: Candidate;
}

/** Ids in one request: a list gives 100 records a page, and proxies take addresses of some thousand characters. */
export const MOST_IDS = 100;
const MOST_CHARACTERS = 4000;

/** One request. */
export interface AskSlice {
  integrationId: string;
  by: AskBy;
  values: string[];
}

export const askKey = ({ integrationId, by, value }: Ask): string => JSON.stringify([integrationId, by, value]);

/** The questions put together into as few requests as may be, each question once, in the order of the rows. */
export function slicesOf(asks: readonly Ask[]): AskSlice[] {
  const slices: AskSlice[] = [];
  const open = new Map<string, { slice: AskSlice; length: number }>();
  const seen = new Set<string>();
  for (const ask of asks) {
    const { integrationId, by, value } = ask;
    // A comma would make two ids of one, and an empty one would ask for everybody.
    if (seen.has(askKey(ask)) || value === "" || value.includes(",")) continue;
    seen.add(askKey(ask));
    const lane = JSON.stringify([integrationId, by]);
    const before = by === "email" ? undefined : open.get(lane);
    const length = encodeURIComponent(value).length + 3;
    if (before && before.slice.values.length < MOST_IDS && before.length + length <= MOST_CHARACTERS) {
      before.slice.values.push(value);
      before.length += length;
    } else {
      const slice = { integrationId, by, values: [value] };
      slices.push(slice);
      open.set(lane, { slice, length });
    }
  }
  return slices;
}
