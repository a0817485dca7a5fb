import type { ComponentType } from "react";
import type { FindResult, ShownCandidate } from "../domain/find";

/** What differs between the places the field stands in: the popup over one page, and the panel beside many. */
export interface Surface {
  /** It stays open and follows the tab of its window, so that Escape and the settings do not close it. */
  stays: boolean;
  /** Screens of its own in place of the shared ones. */
  screens: Partial<Record<FindResult["kind"], ComponentType>>;
  /** Keeps a key for when it is known whether the page moves; false where it cannot count any more. */
  defer(act: () => void): boolean;
  /** Whether the tab went on from the page this person was shown on, after a tag was entered for them. */
  hasLeft(shown: ShownCandidate): Promise<boolean>;
  /** Tags could not be sent and wait for this person, who is not on screen any more. */
  onKept(name: string, tags: readonly string[]): void;
}

export let surface: Surface = {
  stays: false,
  screens: {},
  defer: () => false,
  hasLeft: async () => false,
  onKept: () => {},
};

/** Says which surface this page is. Call before anything is shown. */
export function setSurface(own: Surface): void {
  surface = own;
}
