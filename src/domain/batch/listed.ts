import type { AtsReference } from "../candidate";
import type { AskSlice } from "./look-up";

/** What pages listed, and a batch may ask for where people are found by the page only; null: anything. */
export type Listed = ReadonlySet<string> | null;

/** How a way to ask for somebody is kept. */
export const listedKey = (by: string, value: string): string => `${by}\n${value}`;

/** Whether a page listed all of these. */
export const isListed = (listed: Listed, { by, values }: Pick<AskSlice, "by" | "values">): boolean =>
  listed === null || values.every((value) => listed.has(listedKey(by, value)));

/** Whether a page listed the one this is about; what a person wrote, or a file, is no page. */
export const isFromPage = (listed: Listed, reference: AtsReference | null): boolean =>
  listed === null || reference?.lookups.some(({ by, value }) => listed.has(listedKey(by, value))) === true;
