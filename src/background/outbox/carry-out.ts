import type { FindResult, ShownCandidate } from "../../domain/find";
import { type HeldReason, type Intention, intendedName, staleness } from "../../domain/intention";
import { assignNumbers, prepare, rankRecents } from "../../domain/picker";
import { assignSlots } from "../../domain/picker/pins";
import { isRequestedBy, type Requester, requesterIn } from "../../domain/requester";
import { offeredNames } from "../../domain/tag-list";
import type { TagChoice } from "../../messaging/protocol";
import { digest } from "../../storage/digest";
import { readNumbers } from "../../storage/numbers";
import { readTagList, readUses } from "../../storage/read";
import { readSessionId } from "../../storage/session";
import { readSettings } from "../../storage/settings";
import { readPins } from "../../storage/tag-sets";
import { recentFind, recentFindOfLink } from "../matching/recent-finds";
import { isOwnerOpen } from "../notify/popups";
import { findSet } from "../tags/find-set";
import { confirmTags } from "../tags/own-tags";
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
  const requester = requesterIn(await readSettings());
  const waiting = (await waitingIntentions()).filter(({ owner }) => owner === undefined || !isOwnerOpen(owner));
  const byPage = new Map<string, Intention[]>();
  for (const one of waiting) {
    const page = `${one.tabId}\n${one.page}\n${one.link ?? ""}`;
    byPage.set(page, [...(byPage.get(page) ?? []), one]);
  }
  for (const group of byPage.values()) {
    const held = await carryOutPage(group, { session, requester }, apply);
    if (held.length > 0) await onHeld(held);
  }
}

/** The browser session, and who is signed in. */
interface Here {
  session: string;
  requester: Requester | null;
}

/** Gives those of one page that are held now. */
async function carryOutPage(group: readonly Intention[], here: Here, apply: Apply): Promise<Intention[]> {
  const hold = (some: readonly Intention[], reason: HeldReason) =>
    holdIntentions(
      some.map(({ id }) => id),
      reason,
    );
  const held: Intention[] = [];
  const fresh: Intention[] = [];
  for (const one of group) {
    const stale = isRequestedBy(one, here.requester) ? staleness(one, here.session, Date.now()) : "other-user";
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
    const meant = await meantTags(one, shown.integrationId, names);
    // The list may not have been refreshed for long: what was deleted since would be made anew.
    const sure = meant && (await confirmTags(shown.integrationId, meant.tags));
    if (!sure || sure.missing.length > 0) {
      held.push(...(await hold([one], one.tag.digit && !meant ? "no-number" : "no-such-tag")));
      continue;
    }
    const from = meant.set === undefined ? {} : { set: meant.set };
    const choices = sure.names.map((name) => ({ name, create: false, ...from }));
    const answer = await apply(shown, choices, true, [one.id]);
    if (!answer.ok) held.push(...(await hold([one], "failed")));
  }
  return held;
}

interface Meant {
  tags: readonly string[];
  /** The name of the set they come from. */
  set?: string;
}

/**
 * The existing tag that is meant, or all of a set. A number means what is pinned there, else its tag of this session; one
 * that got no tag yet, nobody has seen.
 */
async function meantTags({ id, tag }: Intention, integrationId: string, names: readonly string[]) {
  if (tag.set !== undefined) return membersOf(integrationId, tag.set);
  if (!tag.digit) return only(intendedName(tag, names));
  const pins = await readPins(integrationId);
  const fixed = await readNumbers(integrationId);
  const all = assignNumbers(fixed, rankRecents(prepare(names), await readUses(integrationId)));
  const slot = assignSlots(pins, all)[tag.digit - 1];
  if (!slot) return null;
  if (slot.kind === "set") return membersOf(integrationId, slot.id);
  const isSeen = slot.pinned || fixed.includes(slot.name);
  const seen = isSeen ? intendedName({ typed: "", name: slot.name }, names) : null;
  if (seen === null) await setIntendedTag(id, { ...tag, name: slot.name });
  return only(seen);
}

const only = (name: string | null): Meant | null => (name === null ? null : { tags: [name] });

async function membersOf(integrationId: string, id: string): Promise<Meant | null> {
  const set = await findSet(integrationId, id);
  return set ? { tags: set.tags, set: set.name } : null;
}

async function whyNot(result: FindResult | null, { page }: Intention): Promise<HeldReason | null> {
  if (result?.kind === "failed") return "failed";
  if (result?.kind !== "found" || result.shown.certainty.level !== "sure") return "not-sure";
  const { pageUrl } = result.shown;
  return pageUrl !== null && (await digest(pageUrl)) === page ? null : "page-changed";
}
