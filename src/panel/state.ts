import { create } from "zustand";

/** Tags that were entered for somebody and could not be sent by themselves, because the tab went on. */
export interface LeftBehind {
  id: string;
  /** The candidate, or what their page called itself. */
  name: string;
  tags: readonly string[];
}

export interface PanelState {
  /** `idle`: nobody pressed a key in the panel for a while. */
  following: "on" | "paused" | "idle";
  /** How the browser calls the key that reads the page; empty when none is set. */
  shortcut: string;
  /** The site last read in this panel that may be allowed for good, as a match pattern. */
  site: string | null;
  /** Whether it is allowed. */
  isAllowed: boolean;
  left: readonly LeftBehind[];
  /** When this browser session began (epoch ms). */
  sessionStart: number;
}

/** What only the panel knows, beside what it shares with the popup. */
export const usePanel = create<PanelState>()(() => ({
  following: "on",
  shortcut: "",
  site: null,
  isAllowed: false,
  left: [],
  sessionStart: Date.now(),
}));
