import type { NewBatch } from "../domain/batch/batch";
import { type BatchPlan, countPeople, isIncluded, planBatch } from "../domain/batch/plan";
import type { RowOrigin } from "../domain/batch/row";
import { ownAddresses } from "../domain/own-addresses";
import { prepare } from "../domain/picker";
import type { TagNote } from "../domain/policy/company";
import { offeredNames } from "../domain/tag-list";
import { sameTag } from "../domain/text/same-tag";
import { call } from "../messaging/call";
import type { BatchRefusal } from "../messaging/protocol";
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
  const own = ownAddresses(settings);
  const around = { integrations: settings.integrations, picked, bindings, patterns, own };
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

/** The company's notes on tags that would be added, to be read before they are sent. */
export const notesOf = ({ operation, settings }: PageState, { tags }: BatchPlan): readonly TagNote[] =>
  operation === "remove" ? [] : settings.tagNotes.filter(({ tag }) => tags.some((one) => sameTag(one, tag)));

/**
 * Writes the batch down and starts it. All of it is on disk before anything is sent. Its id stays the same until it is known
 * to be started, so that pressing again after a lost answer makes no second batch.
 */
export async function send(): Promise<void> {
  const state = get();
  const plan = planNow(state);
  if (plan.people.length === 0 || state.sending) return;
  const id = state.sendId ?? crypto.randomUUID();
  set({ sending: true, problem: null, sendId: id });
  let outcome: Outcome = "gone";
  for (let tries = 1; outcome === "gone" && tries <= MOST_TRIES; tries++) {
    outcome = await write(id, plan, state).catch((): Outcome => "gone");
  }
  if (outcome === "started") {
    const texts = new Map(state.texts);
    texts.set(id, new Map((state.found ?? []).map(({ row }) => [row.row, row.text])));
    set({ batchId: id, texts, sendId: null });
  } else {
    set({ problem: outcome === "gone" ? "no-answer" : outcome });
  }
  set({ sending: false, confirming: null });
}

/** `gone`: the background did not answer, or was started anew in the middle and forgot it. */
type Outcome = "started" | "gone" | BatchRefusal;

async function write(id: string, plan: BatchPlan, state: PageState): Promise<Outcome> {
  const batch: NewBatch = {
    id,
    operation: state.operation,
    integrationIds: plan.integrationIds,
    tags: plan.tags,
    people: countPeople(plan.people),
    jobs: plan.jobs,
    rows: state.found?.length ?? 0,
    skipped: plan.skipped,
  };
  const noted = notesOf(state, plan).map(({ tag }) => tag);
  const created = await call("batch.create", { batch, newTags: plan.newTags, noted });
  if (created.refused !== null) return created.refused;
  if (created.begun) return "started";
  let from = 0;
  for (let at = 0; at < plan.people.length; at += SLICE) {
    const people = plan.people.slice(at, at + SLICE);
    const { ok, refused } = await call("batch.add", { id, from, people });
    if (!ok) return refused ?? "gone";
    from += people.reduce((sum, { tags }) => sum + tags.length, 0);
  }
  const { ok, refused } = await call("batch.begin", { id, noted });
  return ok ? "started" : (refused ?? "gone");
}

/** How many of the rows are included. */
export const includedCount = ({ found, choices }: PageState): number =>
  (found ?? []).filter((one) => isIncluded(one, choices)).length;
