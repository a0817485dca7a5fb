import { create } from "zustand";
import { type ActivityFilter, type Entry, NO_FILTER, type Relations, relationsOf } from "../domain/activity/entry";
import type { Hold } from "../domain/job";
import { DEFAULT_SETTINGS, type Settings } from "../domain/settings";

/** How far back the charts look, and how a list is narrowed by time; null: everything that is kept. */
export type Period = "today" | "week" | "month" | null;

export interface ActivityState {
  settings: Settings;
  /** Null until they are read. */
  entries: readonly Entry[] | null;
  relations: Relations;
  holds: readonly Hold[];
  /** The browser could not read its own storage. */
  unreadable: boolean;
  period: Period;
  filter: Omit<ActivityFilter, "since">;
  /** The entry in view, by its id: it stays in view while others come in above it. */
  activeId: string | null;
}

const { since: _, ...anyTime } = NO_FILTER;

export const useActivity = create<ActivityState>(() => ({
  settings: DEFAULT_SETTINGS,
  entries: null,
  relations: relationsOf([]),
  holds: [],
  unreadable: false,
  period: null,
  filter: anyTime,
  activeId: null,
}));

export const { getState: get, setState: set } = useActivity;

/** Narrows the list by these as well. */
export const narrow = (change: Partial<ActivityState["filter"]>): void =>
  set({ filter: { ...get().filter, ...change } });

/** Everything is in the list again. */
export const showAll = (): void => set({ filter: anyTime, period: null });
