import { tagKey } from "../text/fold";
import { MAX_RECENTS } from "./recents";

/** What a person gave one of Alt+1…9 for good: a tag, or a set by its id. */
export type Pin = { kind: "tag"; name: string } | { kind: "set"; id: string };

/** The pins of one integration, one place a key; null where none is pinned. */
export type Pins = readonly (Pin | null)[];

/** What a key takes: `pinned` as a person said, else a tag the session gave it. */
export type Slot = (Pin & { pinned: true }) | { kind: "tag"; name: string; pinned: false };

export const PIN_PLACES = MAX_RECENTS;

const keyOf = (pin: Pin): string => (pin.kind === "tag" ? `tag ${tagKey(pin.name)}` : `set ${pin.id}`);

/** The pins with this one at a place (0…8); null takes it away. What is pinned elsewhere already moves there. */
export function pinAt(pins: Pins, place: number, pin: Pin | null): Pins {
  return Array.from({ length: PIN_PLACES }, (_, at) => {
    if (at === place) return pin;
    const other = pins[at] ?? null;
    return pin !== null && other !== null && keyOf(other) === keyOf(pin) ? null : other;
  });
}

/**
 * What each of Alt+1…9 takes: pins at their own places, the session's tags in their order at the free ones. `numbers`:
 * what `assignNumbers` gave. A pin keeps its place though its tag or set is gone: no other tag must stand under its key.
 */
export function assignSlots(pins: Pins, numbers: readonly string[]): (Slot | null)[] {
  const pinned = new Set(pins.flatMap((pin) => (pin ? [keyOf(pin)] : [])));
  const rest = numbers.filter((name) => !pinned.has(keyOf({ kind: "tag", name })));
  return Array.from({ length: PIN_PLACES }, (_, at): Slot | null => {
    const pin = pins[at];
    if (pin) return { ...pin, pinned: true };
    const name = rest.shift();
    return name === undefined ? null : { kind: "tag", name, pinned: false };
  });
}
