import type { FindResult, ShownCandidate } from "../../domain/find";
import { type HeldReason, type Intention, intendedName, staleness } from "../../domain/intention";
import { assignNumbers, prepare, rankRecents } from "../../domain/picker";
import { offeredNames } from "../../domain/tag-list";
import type { TagChoice } from "../../messaging/protocol";
import { digest } from "../../storage/digest";
import { readNumbers } from "../../storage/numbers";
import { readTagList, readUses } from "../../storage/read";
import { readSessionId } from "../../storage/session";
import { recentFind, recentFindOfLink } from "../matching/recent-finds";
import { confirmTag } from "../tags/own-tags";
import { refreshTags } from "../tags/refresh";
import { holdIntentions, setIntendedTag, waitingIntentions } from "./intention-store";

let last: Promise<void> = Promise.resolve();

/** Writes tags that exist for a candidate, in place of intentions. */
type Apply = (
  shown: ShownCandidate,
  tags: readonly TagChoice[],
  anyway: boolean,
  intentionIds: readonly string[],
) => Promise<{ ok: boolean }>;

/**
 * Carries out what was entered in popups that are closed by now, by `apply`: existing tags, on a candidate that is certain.
 * All else is held for a person and handed to `onHeld`. One round after the other.
 */
export function carryOutIntentions(apply: Apply, onHeld: (held: readonly Intention[]) => Promise<void>): Promise<void> {
  last = last
    .then(() => carryOut(apply, onHeld))
    .catch((error) => console.error("Quicktag: an intention failed", error));
  return last;
}

async function carryOut(apply: Apply, onHeld: (held: readonly Intention[]) => Promise<void>): Promise<void> {
  const session = await readSessionId();
  const waiting = await waitingIntentions();
  const byPage = new Map<string, Intention[]>();
  for (const one of waiting) {
    const page = `${one.tabId}\n${one.page}\n${one.link ?? ""}`;
    byPage.set(page, [...(byPage.get(page) ?? []), one]);
  }
  for (const group of byPage.values()) {
    const held = await carryOutPage(group, session, apply);
    if (held.length > 0) await onHeld(held);
  }
}

/** Gives those of one page that are held now. */
async function carryOutPage(group: readonly Intention[], session: string, apply: Apply): Promise<Intention[]> {
  const hold = (some: readonly Intention[], reason: HeldReason) =>
    holdIntentions(
      some.map(({ id }) => id),
      reason,
    );
  const held: Intention[] = [];
  const fresh: Intention[] = [];
  for (const one of group) {
    const stale = staleness(one, session, Date.now());
    if (stale === null) fresh.push(one);
    else held.push(...(await hold([one], stale)));
  }
  const [first] = fresh;
  if (!first) return held;
  const result = await (first.link === undefined ? recentFind(first.tabId) : recentFindOfLink(first.tabId, first.link));
  const reason = await whyNot(result, first);
  if (reason || result?.kind !== "found") return [...held, ...(await hold(fresh, reason ?? "not-sure"))];
  const { shown } = result;
  await refreshTags(shown.integrationId);
  const list = await readTagList(shown.integrationId);
  const names = list ? offeredNames(list) : [];
  for (const one of fresh) {
    const meant = await meantTag(one, shown.integrationId, names);
    // The list may not have been refreshed for long: what was deleted since would be made anew.
    const name = meant === null ? null : await confirmTag(shown.integrationId, meant);
    if (name === null) held.push(...(await hold([one], one.tag.digit ? "no-number" : "no-such-tag")));
    else {
      const answer = await apply(shown, [{ name, create: false }], true, [one.id]);
      if (!answer.ok) held.push(...(await hold([one], "failed")));
    }
  }
  return held;
}

/** The existing tag that is meant. A number means its tag of this session; one that got no tag yet, nobody has seen. */
async function meantTag({ id, tag }: Intention, integrationId: string, names: readonly string[]) {
  if (!tag.digit) return intendedName(tag, names);
  const fixed = await readNumbers(integrationId);
  const all = assignNumbers(fixed, rankRecents(prepare(names), await readUses(integrationId)));
  const name = all[tag.digit - 1];
  if (name === undefined) return null;
  const seen = tag.digit <= fixed.length ? intendedName({ typed: "", name }, names) : null;
  if (seen === null) await setIntendedTag(id, { ...tag, name });
  return seen;
}

async function whyNot(result: FindResult | null, { page }: Intention): Promise<HeldReason | null> {
  if (result?.kind === "failed") return "failed";
  if (result?.kind !== "found" || result.shown.certainty.level !== "sure") return "not-sure";
  const { pageUrl } = result.shown;
  return pageUrl !== null && (await digest(pageUrl)) === page ? null : "page-changed";
}
