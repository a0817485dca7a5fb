import { failure } from "../../domain/failure";
import type { FindResult } from "../../domain/find";
import type { TagUse } from "../../domain/tag";
import { browser, type Menus, type Tabs } from "../../platform/browser";
import { failureText } from "../../platform/failure-text";
import { isStorageError } from "../../platform/storage-error";
import { text } from "../../platform/text";
import { writePrefill } from "../../storage/prefill";
import { readUses } from "../../storage/read";
import { findByLink } from "../matching/by-link";
import { findInTab } from "../matching/by-tab";
import { plainMessage } from "../notify/messages";
import { notifyIfPending, notifyNothingSent, notifyStorageFull } from "../notify/notify";
import { applyTags } from "../outbox/apply";
import { confirmTag } from "../tags/own-tags";
import { entryOf } from "./entry";

/** After this a write still under way is shown as waiting. */
const PATIENCE_MS = 1500;

/** A chosen menu entry. The click grants access to the tab, so the page can be read without a host permission. */
export async function onMenu(info: Menus.OnClickData, tab: Tabs.Tab | undefined): Promise<void> {
  const entry = entryOf(info.menuItemId);
  if (!entry || tab?.id === undefined) return;
  const link = entry.where === "link" ? (info.linkUrl ?? null) : null;
  // Firefox opens a popup only in the first turn of the gesture, so this comes before anything is awaited.
  if (entry.kind === "other") return openPopup(tab.id, "", link);
  await orSay(tab.id, tagAtOnce(tab.id, entry.tag, link));
}

/** The shortcut "repeat last tag": the tag last used with the integration of the candidate that is open. */
export async function onRepeat(tab: Tabs.Tab | undefined): Promise<void> {
  if (tab?.id !== undefined) await orSay(tab.id, repeat(tab.id));
}

async function repeat(tabId: number): Promise<void> {
  const result = await findInTab({ tabId });
  const last = result.kind === "found" ? await lastUse(result.shown.integrationId) : undefined;
  if (result.kind === "found" && last) await write(tabId, last.name, null, result);
  else await openPopup(tabId, last?.name ?? "", null);
}

/** A gesture that fails because the browser's storage does must not look like nothing happened. */
async function orSay(tabId: number, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!isStorageError(error)) throw error;
    const { what, next } = failureText(failure("storage-unavailable"));
    await notifyNothingSent(tabId, plainMessage(what, next));
  }
}

/** The tag used last, but for one that was taken back. */
async function lastUse(integrationId: string): Promise<TagUse | undefined> {
  return (await readUses(integrationId)).find(({ lastUsedAt, undoneAt = 0 }) => undoneAt < lastUsedAt);
}

async function tagAtOnce(tabId: number, tag: string, link: string | null): Promise<void> {
  const result = link === null ? await findInTab({ tabId }) : await findByLink({ tabId, link });
  await write(tabId, tag, link, result);
}

/** One gesture writes only what is certain, and only a tag that exists; everything else goes on in the popup. */
async function write(tabId: number, tag: string, link: string | null, result: FindResult): Promise<void> {
  if (result.kind !== "found" || result.shown.certainty.level !== "sure") return openPopup(tabId, tag, link);
  const name = await confirmTag(result.shown.integrationId, tag);
  if (name === null) return openPopup(tabId, tag, link);
  // Read from the page a moment ago, in this very gesture: there is nothing it could have moved on from.
  const answer = await applyTags(result.shown, [{ name, create: false }], true);
  if (answer.ok) {
    for (const job of answer.jobs) setTimeout(() => void notifyIfPending(job), PATIENCE_MS);
  } else if (answer.because === "refused" && answer.reason === "storage-full") {
    await notifyStorageFull(tabId);
  } else {
    await openPopup(tabId, tag, link);
  }
}

async function openPopup(tabId: number, tag: string, link: string | null): Promise<void> {
  const intent = writePrefill({ tabId, tag, link, at: Date.now() });
  try {
    await browser.action.openPopup();
  } catch {
    await intent;
    await notifyNothingSent(tabId, plainMessage(text("outcome_open_popup"), text("outcome_open_popup_next")));
  }
}
