import type { Hold, Job } from "../domain/job";
import { assignNumbers, prepare, rankRecents } from "../domain/picker";
import { offeredNames } from "../domain/tag-list";
import { allowedNames } from "../domain/tag-rules/check";
import { call } from "../messaging/call";
import { isStorageError } from "../platform/storage-error";
import { readNumbers, writeNumbers } from "../storage/numbers";
import { readHolds, readJobsByHand, readTagList, readUses } from "../storage/read";
import { readPins, readTagSetsOf } from "../storage/tag-sets";
import { get, type PopupState, set } from "./state";

/** After this long without a tag list, what was entered becomes the recruiter's decision instead of a wait. */
const LIST_PATIENCE_MS = 8000;

let loaded: string | null = null;
/** The names the index was made of: preparing a long list takes a while, so it is done only when they changed. */
let prepared: readonly string[] = [];

/** Shows the cached tag list at once and has it refreshed behind; of the one that is shown only the latter. */
export async function loadTags(integrationId: string): Promise<void> {
  if (loaded === integrationId) return refreshAgain(integrationId);
  loaded = integrationId;
  prepared = [];
  set({
    index: prepare([]),
    uses: [],
    numbers: [],
    pins: [],
    sets: [],
    active: null,
    listSettled: false,
    listFailed: null,
  });
  void rereadOwn();
  await rereadTags();
  const patience = setTimeout(() => {
    if (loaded !== integrationId) return;
    settle(integrationId, { listFailed: "not-fetched" });
  }, LIST_PATIENCE_MS);
  const failed = await refresh(integrationId);
  clearTimeout(patience);
  if (loaded !== integrationId) return;
  await rereadTags();
  settle(integrationId, { listFailed: failed });
}

/** Why the list could not be brought up to date; null when it is. The background asks Kombo only when it is old. */
const refresh = (integrationId: string): Promise<PopupState["listFailed"]> =>
  call("tags.refresh", { integrationId }).then(
    ({ failure }) => (failure === null ? null : "not-fetched"),
    (error) => (isStorageError(error) ? "not-kept" : "not-fetched"),
  );

/** The panel stays open for hours: with each person the list may have grown old. */
async function refreshAgain(integrationId: string): Promise<void> {
  if (!get().listSettled) return;
  const listFailed = await refresh(integrationId);
  if (loaded === integrationId) set({ listFailed });
}

/** Reads list and recents again; the list last, because it may be long. */
export async function rereadTags(): Promise<void> {
  const id = loaded;
  if (!id) return;
  const [uses, list, numbers] = await Promise.all([readUses(id), readTagList(id), readNumbers(id)]);
  if (loaded !== id) return;
  set({ uses, numbers: assignNumbers(get().numbers, numbers) });
  if (!list) return;
  const names = offeredNames(list);
  if (!same(names, prepared)) {
    // The header first: fifty thousand names would hold up its painting.
    await new Promise((done) => setTimeout(done));
    if (loaded !== id) return;
    prepared = names;
    set({ index: prepare(allowedNames(get().settings.tagRules, names)) });
  }
  // Before the first refresh the list holds only what was created here.
  if (list.syncedAt > 0 || get().listSettled) settle(id, {});
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, at) => name === b[at]);

/** Reads tag sets and pins again. */
export async function rereadOwn(): Promise<void> {
  const id = loaded;
  if (!id) return;
  const [sets, pins] = await Promise.all([readTagSetsOf(id), readPins(id)]);
  if (loaded === id) set({ sets, pins });
}

export async function rereadUses(): Promise<void> {
  const id = loaded;
  if (!id) return;
  const uses = await readUses(id);
  if (loaded !== id) return;
  set({ uses });
  if (get().listSettled) settle(id, {});
}

/** It is known which tags there are: from now on they may be taken, and those without a number get one. */
function settle(integrationId: string, more: { listFailed?: PopupState["listFailed"] }): void {
  const { numbers: before, index, uses } = get();
  const numbers = assignNumbers(before, rankRecents(index, uses));
  // At once: what was pressed early counts on the numbers, too.
  set({ ...more, listSettled: true, numbers });
  if (numbers.length > before.length) void writeNumbers(integrationId, numbers).catch(() => {});
}

/**
 * Reads the outbox again; what is shown of it follows from it alone. False, and said, where the browser refuses to read it:
 * on a full disk Chrome closes the whole database, with what it stored a moment ago.
 */
export async function rereadJobs(): Promise<boolean> {
  const read = await Promise.all([readJobsByHand(), readHolds()]).catch(() => null);
  if (read === null) set({ refusal: "outbox-unreadable" });
  else showJobs(...read);
  return read !== null;
}

function showJobs({ jobs, cleared }: { jobs: Job[]; cleared: Job[] }, holds: Hold[]): void {
  const before = get();
  if (before.refusal === "outbox-unreadable") set({ refusal: null });
  const isAny = jobs.length + cleared.length + before.jobs.length + before.cleared.length > 0;
  if (isAny || holds.length !== before.holds.length) set({ jobs, cleared, holds });
}
