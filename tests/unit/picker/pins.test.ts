import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignSlots, PIN_PLACES, type Pin, pinAt } from "../../../src/domain/picker/pins";
import { tagKey } from "../../../src/domain/text/fold";

const tag = (name: string): Pin => ({ kind: "tag", name });
const aPin: fc.Arbitrary<Pin> = fc.oneof(
  fc.constantFrom("A", "a", "B", "C", "D").map(tag),
  fc.constantFrom("1", "2").map((id): Pin => ({ kind: "set", id })),
);
const places = fc.integer({ min: 0, max: PIN_PLACES - 1 });
const steps = fc.array(fc.tuple(places, fc.option(aPin)), { maxLength: 30 });
const numbers = fc.uniqueArray(fc.constantFrom("A", "B", "C", "D", "E", "F", "G", "H", "I", "J"), {
  maxLength: PIN_PLACES,
});
const keyOf = (pin: Pin) => (pin.kind === "tag" ? `t${tagKey(pin.name)}` : `s${pin.id}`);

describe("pins", () => {
  it("stand where they were put last, and nowhere else", () => {
    fc.assert(
      fc.property(steps, (all) => {
        let pins: readonly (Pin | null)[] = [];
        for (const [place, pin] of all) {
          const before = pins;
          pins = pinAt(pins, place, pin);
          expect(pins).toHaveLength(PIN_PLACES);
          expect(pins[place]).toEqual(pin);
          const keys = pins.flatMap((one) => (one ? [keyOf(one)] : []));
          expect(new Set(keys).size).toBe(keys.length);
          pins.forEach((one, at) => {
            if (at !== place && one !== null) expect(one).toEqual(before[at]);
          });
        }
      }),
    );
  });

  it("keep their keys whatever the session's tags are, and these keep their order at the free ones", () => {
    fc.assert(
      fc.property(steps, numbers, (all, session) => {
        const pins = all.reduce<readonly (Pin | null)[]>((before, [place, pin]) => pinAt(before, place, pin), []);
        const slots = assignSlots(pins, session);
        pins.forEach((pin, at) => {
          if (pin) expect(slots[at]).toEqual({ ...pin, pinned: true });
        });
        const free = slots.flatMap((slot) => (slot && !slot.pinned && slot.kind === "tag" ? [slot.name] : []));
        const pinned = new Set(pins.flatMap((pin) => (pin ? [keyOf(pin)] : [])));
        const rest = session.filter((name) => !pinned.has(keyOf(tag(name))));
        expect(free).toEqual(rest.slice(0, free.length));
        expect(free.length).toBe(Math.min(rest.length, PIN_PLACES - pins.filter(Boolean).length));
      }),
    );
  });

  it("without any pin the keys are the session's", () => {
    expect(assignSlots([], ["A", "B"]).map((slot) => slot && slot.kind === "tag" && slot.name)).toEqual([
      "A",
      "B",
      ...Array(7).fill(null),
    ]);
  });
});
