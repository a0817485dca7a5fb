import { assignSlots, type Pin } from "../domain/picker/pins";
import { tagKey } from "../domain/text/fold";
import { call } from "../messaging/call";
import { rereadOwn } from "./load";
import type { Row } from "./model/row";
import { shownCandidate } from "./selectors";
import { get, type PopupState, set } from "./state";

/** What a row is as a pin; null for what is no tag yet. */
function pinOf({ name, kind, set: of }: Row): Pin | null {
  if (of) return { kind: "set", id: of.id };
  return kind === "create" ? null : { kind: "tag", name };
}

/** The digit that a click on a row's pin gives it, or takes away: its own, else a free one; null where all are pinned. */
export function digitFor(
  { number, kind }: Row,
  { pins, numbers }: Pick<PopupState, "pins" | "numbers">,
): number | null {
  if (kind === "create") return null;
  if (number !== undefined) return number;
  const slots = assignSlots(pins, numbers);
  const free = slots.indexOf(null);
  const at = free >= 0 ? free : slots.findLastIndex((slot) => slot?.pinned === false);
  return at < 0 ? null : at + 1;
}

/** Gives Alt and this digit to the row for good, or frees it where the row has it, or where there is no row. */
export async function pin(row: Row | undefined, digit: number): Promise<void> {
  const shown = shownCandidate(get());
  const before = get().pins[digit - 1] ?? null;
  const wanted = row ? pinOf(row) : null;
  if (!shown || (row && !wanted) || (!row && !before)) return;
  const isSame = before !== null && wanted !== null && keyOf(before) === keyOf(wanted);
  const next = isSame ? null : wanted;
  const request = { integrationId: shown.integrationId, place: digit - 1, pin: next };
  const done = await call("pins.set", request).catch(() => null);
  if (!done) return set({ refusal: "no-answer" });
  await rereadOwn();
  set({ notice: { kind: "pinned", digit, name: next && row ? row.name : null } });
}

const keyOf = (one: Pin): string => (one.kind === "tag" ? `tag ${tagKey(one.name)}` : `set ${one.id}`);
