import type { Job } from "../../domain/job";
import { withOwnTag, withoutOwnTag } from "../../domain/tag-list";
import { confirmMembers } from "../../domain/tag-set";
import { readTagList } from "../../storage/read";
import { bestEffort } from "../best-effort";
import { refreshNow } from "./refresh";
import { changeTagList } from "./tag-store";

/** How long somebody who chose a menu entry waits for the list before the popup opens instead (ms). */
const PATIENCE_MS = 4000;

/** A tag that was added is offered at once; one whose add was undone is not. */
export function rememberOutcome({ state, operation, target, tag, undoes, row, createsTag }: Job): void {
  if (state !== "done") return;
  // A batch's tag that was there before is in the list already; to look for it after each answer would cost.
  if (row !== undefined && !createsTag) return;
  const { integrationId } = target;
  if (operation === "add") {
    void bestEffort(changeTagList(integrationId, (list) => withOwnTag(list, tag, Date.now())));
  } else if (undoes !== null) {
    void bestEffort(changeTagList(integrationId, (list) => withoutOwnTag(list, tag)));
  }
}

/**
 * The exact name of a tag that surely exists, for gestures that send without showing a list; null when it does not, or
 * when that cannot be found out in time. Asks Kombo once if the list is too old to tell.
 */
export async function confirmTag(integrationId: string, name: string): Promise<string | null> {
  return (await confirmTags(integrationId, [name])).names[0] ?? null;
}

/** The same for several tags at once: the names of those that surely exist, and those that are missing. */
export async function confirmTags(integrationId: string, tags: readonly string[]) {
  const known = confirmMembers(await readTagList(integrationId), tags, Date.now());
  if (known.missing.length === 0) return known;
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([refreshNow(integrationId), patience]);
  return confirmMembers(await readTagList(integrationId), tags, Date.now());
}
