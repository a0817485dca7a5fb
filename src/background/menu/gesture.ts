import { failure } from "../../domain/failure";
import type { FindResult, ShownCandidate } from "../../domain/find";
import type { TagUse } from "../../domain/tag";
import type { ApplySetAnswer } from "../../messaging/protocol";
import { browser, type Menus, type Tabs } from "../../platform/browser";
import { failureText } from "../../platform/failure-text";
import { isStorageError } from "../../platform/storage-error";
import { text } from "../../platform/text";
import { digest } from "../../storage/digest";
import { loadTexts } from "../../storage/language";
import { type Prefill, writePrefill } from "../../storage/prefill";
import { readUses } from "../../storage/read";
import { bestEffort } from "../best-effort";
import { onDemand } from "../load";
import type { TabRequest } from "../matching/lookup";
import { callPage } from "../matching/page";
import { lookingMessage, plainMessage } from "../notify/messages";
import { notifyNothingSent, notifyStorageFull } from "../notify/nothing-sent";
import { notifyIfPending } from "../notify/notify";
import { applyTags, pageOf } from "../outbox/apply";
import { applySet } from "../outbox/apply-set";
import { findSet } from "../tags/find-set";
import { confirmTag } from "../tags/own-tags";
import { entryOf, setOfKey } from "./entry";
import { onTagMany } from "./many";
import { onOpenPanel } from "./panel";

/** After this a set's write still under way is shown as waiting. */
const PATIENCE_MS = 1500;

/** Where a gesture was made: a tab, or a frame in it, and the link it was about. */
interface Gesture {
  tab: Tabs.Tab & { id: number };
  link: string | null;
  frame: TabRequest["frame"];
}

/** A chosen menu entry. The click grants access to the tab, so the page can be read without a host permission. */
export async function onMenu(info: Menus.OnClickData, tab: Tabs.Tab | undefined): Promise<void> {
  const entry = entryOf(info.menuItemId);
  if (!entry || !hasId(tab)) return;
  const link = entry.where === "link" ? (info.linkUrl ?? null) : null;
  const gesture = { tab, link, frame: link === null ? frameOf(info) : undefined };
  // Firefox opens a popup or panel only in the first turn of the gesture, so this comes before anything is awaited.
  if (entry.kind === "panel") return onOpenPanel(tab);
  if (entry.kind === "many") return onTagMany(entry.tag === "" ? null : tab.id);
  if (entry.kind === "other") return openPopup(gesture, { tag: "" }, false);
  await orSay(tab.id, () => (entry.kind === "set" ? setAtOnce(gesture, entry.tag) : tagAtOnce(gesture, entry.tag)));
}

/** A set chosen in the menu: all of it is written, or nothing and the popup opens with it. */
async function setAtOnce(gesture: Gesture, key: string): Promise<void> {
  const { integrationId, id } = setOfKey(key);
  const set = await findSet(integrationId, id);
  const wanted = { tag: set?.tags.join(", ") ?? "", ...(set && { setId: id }) };
  const result = await findFor(gesture);
  const fits = result.kind === "found" && result.shown.certainty.level === "sure";
  if (!fits || result.shown.integrationId !== integrationId) return openPopup(gesture, wanted);
  await afterwards(gesture, wanted, await applySet(result.shown, id, true, pageFor(gesture, result.shown)));
}

async function findFor({ tab, link, frame }: Gesture): Promise<FindResult> {
  const { findByLink, findInTab } = await onDemand();
  const inPage = { tabId: tab.id, ...(frame && { frame }) };
  return link === null ? findInTab(inPage) : findByLink({ tabId: tab.id, link });
}

/** The page the gesture was made on, which need not be the candidate's. */
function pageFor({ tab, link, frame }: Gesture, shown: ShownCandidate): ReturnType<typeof pageOf> {
  const isElsewhere = link !== null || frame !== undefined;
  return pageOf(isElsewhere ? { pageUrl: tab.url ?? null, fromLink: true } : shown);
}

/** The shortcut "repeat last tag": the tag last used with the integration of the candidate that is open. */
export async function onRepeat(tab: Tabs.Tab | undefined): Promise<void> {
  if (hasId(tab)) await orSay(tab.id, () => repeat({ tab, link: null, frame: undefined }));
}

const hasId = (tab: Tabs.Tab | undefined): tab is Gesture["tab"] => tab?.id !== undefined;

const frameOf = ({ frameId, frameUrl }: Menus.OnClickData): Gesture["frame"] =>
  frameId && frameUrl && /^https?:/.test(frameUrl) ? { id: frameId, url: frameUrl } : undefined;

async function repeat(gesture: Gesture): Promise<void> {
  const result = await findFor(gesture);
  const last = result.kind === "found" ? await lastUse(result.shown.integrationId) : undefined;
  if (result.kind === "found" && last) await write(gesture, last.name, result);
  else await openPopup(gesture, { tag: last?.name ?? "" });
}

/** At once, so that a key does not look lost; it says nothing about anybody. */
async function tellLooking(tabId: number): Promise<void> {
  await loadTexts();
  await callPage(tabId, "showToast", lookingMessage(text("looking")));
}

/** The popup says it from here on. */
const tellNoMore = (tabId: number): Promise<unknown> => callPage(tabId, "showToast", lookingMessage(null));

/** A gesture that fails because the browser's storage does must not look like nothing happened. */
async function orSay(tabId: number, work: () => Promise<void>): Promise<void> {
  void bestEffort(tellLooking(tabId));
  try {
    await work();
  } catch (error) {
    if (!isStorageError(error)) throw error;
    await loadTexts();
    const { what, next } = failureText(failure("storage-unavailable"));
    await notifyNothingSent(tabId, plainMessage(what, next));
  }
}

/** The tag used last, but for one that was taken back. */
async function lastUse(integrationId: string): Promise<TagUse | undefined> {
  return (await readUses(integrationId)).find(({ lastUsedAt, undoneAt = 0 }) => undoneAt < lastUsedAt);
}

async function tagAtOnce(gesture: Gesture, tag: string): Promise<void> {
  await write(gesture, tag, await findFor(gesture));
}

/** One gesture writes only what is certain, and only a tag that exists; everything else goes on in the popup. */
async function write(gesture: Gesture, tag: string, result: FindResult): Promise<void> {
  if (result.kind !== "found" || result.shown.certainty.level !== "sure") return openPopup(gesture, { tag });
  const name = await confirmTag(result.shown.integrationId, tag);
  if (name === null) return openPopup(gesture, { tag });
  // Read from the page a moment ago, in this very gesture: there is nothing it could have moved on from.
  const page = pageFor(gesture, result.shown);
  await afterwards(gesture, { tag }, await applyTags(result.shown, [{ name, create: false }], true, [], page));
}

/** What the popup is to open with. */
type Wanted = Pick<Prefill, "tag" | "setId">;

/** What came of the write: said where it takes long or the disk is full, left to the popup where it was refused. */
async function afterwards(gesture: Gesture, wanted: Wanted, answer: ApplySetAnswer): Promise<void> {
  if (answer.ok) {
    const [first, ...others] = answer.jobs;
    // Who is tagged with what, at once; a set is told when it is done, or takes long.
    if (first !== undefined && others.length === 0) void notifyIfPending(first);
    else for (const job of answer.jobs) setTimeout(() => void notifyIfPending(job), PATIENCE_MS);
  } else if (answer.because === "refused" && answer.reason === "storage-full") {
    await notifyStorageFull(gesture.tab.id);
  } else {
    await openPopup(gesture, wanted);
  }
}

/** `isTold`: the page says that somebody is looked for. A frame's candidate is shown in the popup as a link's is: by the frame's address. */
async function openPopup({ tab, link, frame }: Gesture, wanted: Wanted, isTold = true): Promise<void> {
  const page = tab.url === undefined ? null : digest(tab.url);
  const intent = Promise.resolve(page).then((digested) =>
    writePrefill({ tabId: tab.id, ...wanted, link: link ?? frame?.url ?? null, page: digested, at: Date.now() }),
  );
  try {
    await browser.action.openPopup();
    if (isTold) void tellNoMore(tab.id);
  } catch {
    await intent;
    await loadTexts();
    await notifyNothingSent(tab.id, plainMessage(text("outcome_open_popup"), text("outcome_open_popup_next")));
  }
}
