import type { NewBatch } from "../domain/batch/batch";
import { type BatchPlan, isIncluded, planBatch } from "../domain/batch/plan";
import type { RowOrigin } from "../domain/batch/row";
import { prepare } from "../domain/picker";
import { offeredNames } from "../domain/tag-list";
import { call } from "../messaging/call";
import { takePageLinks } from "../storage/page-links";
import { readBindings, readTagList, readUrlPatterns } from "../storage/read";
import { readSettings } from "../storage/settings";
import { inputOfLinks, inputOfText } from "./model/input";
import { type Answers, lookUpRows } from "./model/look-up";
import { resolver, typedNames } from "./model/tags";
import { understandRow } from "./model/understand";
import { EMPTY_INDEX, get, type PageState, set, showFound, takeInput } from "./state";

const answers: Answers = new Map();
/** The look-up that runs. `isDropped`: another one took its place. */
let current: { isStopped: boolean; isDropped: boolean } | null = null;

/** Reads what the page needs, and the links it was opened with. */
export async function load(): Promise<void> {
  await reload();
  const id = new URLSearchParams(location.search).get("links");
  if (id === null) return;
  // A reload of the page does not bring them back.
  history.replaceState(null, "", location.pathname);
  const links = await takePageLinks(id);
  const input = links && inputOfLinks(links);
  set({ fromPage: input && input.rows.length > 0 ? "read" : links ? "nobody" : "unreadable" });
  if (input && input.rows.length > 0) takeInput(input);
}

/** Settings and what is remembered, read again. */
export async function reload(): Promise<void> {
  const [settings, bindings, patterns] = await Promise.all([readSettings(), readBindings(), readUrlPatterns()]);
  const { picked } = get();
  const isThere = settings.integrations.some(({ id }) => id === picked);
  set({ settings, bindings, patterns, picked: isThere ? picked : (settings.integrations[0]?.id ?? null) });
}

/** Takes what stands in the text field. */
export function readText(origin: RowOrigin = "text"): void {
  if (get().text.trim() !== "") takeInput(inputOfText(get().text, origin));
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Looks all rows up, until it is done or `stopLookUp` ends it. A second call takes the place of the first. */
export async function lookUp(): Promise<void> {
  const { input, settings, picked, bindings, patterns } = get();
  if (!input || input.tooMany !== null) return;
  if (current) Object.assign(current, { isStopped: true, isDropped: true });
  const mine = { isStopped: false, isDropped: false };
  current = mine;
  const around = { integrations: settings.integrations, picked, bindings, patterns };
  set({ lookingUp: { done: 0, total: 0 }, lookUpFailure: null, problem: null });
  // Long lists are read in pieces, so that the page stays alive.
  const rows = [];
  for (const [at, raw] of input.rows.entries()) {
    rows.push(understandRow(raw, input.roles, around));
    if (at % 200 === 199) await wait(0);
  }
  const lists = loadTagLists([...new Set(rows.flatMap(({ integrationId }) => integrationId ?? []))]);
  const { rows: found, failure } = await lookUpRows(rows, answers, {
    ask: (slice) => call("batch.lookUp", slice),
    wait,
    now: Date.now,
    isStopped: () => mine.isStopped,
    onProgress: (done, total) => mine.isDropped || set({ lookingUp: { done, total } }),
  }).catch(() => ({ rows: [], failure: null }));
  await lists;
  if (mine.isDropped) return;
  current = null;
  set({ lookingUp: null, lookUpFailure: failure });
  if (found.length > 0) showFound(found);
  else set({ problem: "no-answer" });
}

/** Ends the look-up; what was not reached is shown as such. */
export function stopLookUp(): void {
  if (current) current.isStopped = true;
}

async function loadTagLists(ids: readonly string[]): Promise<void> {
  for (const integrationId of ids) {
    await call("tags.refresh", { integrationId }).catch(() => undefined);
    const list = await readTagList(integrationId);
    const tagLists = new Map(get().tagLists);
    tagLists.set(integrationId, list ? prepare(offeredNames(list)) : EMPTY_INDEX);
    set({ tagLists });
  }
}

/** What would be sent now. */
export function planNow(state: PageState): BatchPlan {
  const { found, choices, settings, operation, tagLists, deliberate, tagText } = state;
  const resolve = resolver(settings.integrations, { settings, operation, tagLists, deliberate });
  return planBatch(found ?? [], choices, namesNow(state, tagText), resolve);
}

/** The names that stand in the tag field. */
export function namesNow({ tagLists, picked }: PageState, tagText: string): string[] {
  const index = (picked && tagLists.get(picked)) || [...tagLists.values()][0] || EMPTY_INDEX;
  return typedNames(tagText, index);
}

/** Includes a row, or leaves it out. */
export function choose(rows: readonly number[], isIn: boolean): void {
  const choices = new Map(get().choices);
  for (const row of rows) choices.set(row, isIn);
  set({ choices, confirming: null });
}

/** People a message carries. */
const SLICE = 250;
/** Tries when the background was started anew in the middle. */
const MOST_TRIES = 3;

/** Writes the batch down and starts it. All of it is on disk before anything is sent. */
export async function send(): Promise<void> {
  const state = get();
  const plan = planNow(state);
  if (plan.people.length === 0 || state.sending) return;
  set({ sending: true, problem: null });
  try {
    for (let tries = 1; ; tries++) {
      const outcome = await write(plan, state);
      if (outcome === "gone" && tries < MOST_TRIES) continue;
      if (outcome === "gone") set({ problem: "no-answer" });
      else if ("refused" in outcome) set({ problem: outcome.refused });
      else {
        const texts = new Map(state.texts);
        texts.set(outcome.id, new Map((state.found ?? []).map(({ row }) => [row.row, row.text])));
        set({ batchId: outcome.id, texts });
      }
      break;
    }
  } catch {
    set({ problem: "no-answer" });
  }
  set({ sending: false, confirming: null });
}

async function write(
  plan: BatchPlan,
  { operation, found }: PageState,
): Promise<{ id: string } | { refused: NonNullable<PageState["problem"]> } | "gone"> {
  const batch: NewBatch = {
    id: crypto.randomUUID(),
    operation,
    integrationIds: plan.integrationIds,
    tags: plan.tags,
    people: plan.people.length,
    jobs: plan.jobs,
    rows: found?.length ?? 0,
    skipped: plan.skipped,
  };
  const { id } = batch;
  const { refused } = await call("batch.create", { batch, newTags: plan.newTags });
  if (refused !== null) return { refused };
  let from = 0;
  for (let at = 0; at < plan.people.length; at += SLICE) {
    const people = plan.people.slice(at, at + SLICE);
    const { ok } = await call("batch.add", { id, from, people }).catch(() => ({ ok: false }));
    if (!ok) return "gone";
    from += people.reduce((sum, { tags }) => sum + tags.length, 0);
  }
  const { ok } = await call("batch.move", { id, move: "start" });
  return ok ? { id } : "gone";
}

/** How many of the rows are included. */
export const includedCount = ({ found, choices }: PageState): number =>
  (found ?? []).filter((one) => isIncluded(one, choices)).length;
