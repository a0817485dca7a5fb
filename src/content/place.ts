import { query, type Trees, treesOf } from "./dom";
import { ownHost } from "./own";
import { Visibility } from "./visibility";

/** A page during one reading, in which nothing changes: where to look, and what can be seen there. */
export interface Place extends Trees {
  visibility: Visibility;
}

/** This document as it is now, without our own toast. */
export function thisPlace(): Place {
  return { ...treesOf(document, ownHost()), visibility: new Visibility() };
}

/** The elements a selector names in all trees of the page. */
export function* all(selector: string, { roots }: Place): Generator<Element> {
  for (const root of roots) yield* query(root, selector);
}
