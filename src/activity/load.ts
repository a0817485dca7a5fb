import { entriesOf, relationsOf } from "../domain/activity/entry";
import { readHolds } from "../storage/read";
import { readActivity } from "../storage/read-activity";
import { readSettings } from "../storage/settings";
import { set } from "./state";

/** Reading again takes this share of the page's time at most, however many entries there are. */
const READING_SHARE = 0.2;
const SHORTEST_PAUSE_MS = 300;

let pauseMs = SHORTEST_PAUSE_MS;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Reads everything that is shown. */
export async function load(): Promise<void> {
  const start = performance.now();
  try {
    const [jobs, holds, settings] = await Promise.all([readActivity(), readHolds(), readSettings()]);
    const entries = entriesOf(jobs);
    set({ entries, relations: relationsOf(entries), holds, settings, unreadable: false });
  } catch (error) {
    console.warn("Quicktag: the activity could not be read", error);
    set({ unreadable: true });
  }
  pauseMs = Math.max(SHORTEST_PAUSE_MS, (performance.now() - start) / READING_SHARE);
}

/** Reads again soon: a batch changes entries many times a second. */
export function refresh(): void {
  if (timer !== null) return;
  timer = setTimeout(() => {
    timer = null;
    void load();
  }, pauseMs);
}
