import { describe, expect, it } from "vitest";
import { INTENTION_MS, type Intention, staleness } from "../../../src/domain/intention";

const at = (createdAt: number): Intention => ({
  id: "1",
  tabId: 1,
  page: "digest",
  session: "now",
  tag: { typed: "Python", name: null },
  createdAt,
  held: null,
});

describe("staleness", () => {
  it.each([
    [0, null],
    [INTENTION_MS - 1, null],
    [INTENTION_MS, "too-old"],
    // Twenty entered in one millisecond are numbered on from it.
    [-20, null],
    // A clock set back: nobody knows how old it is.
    [-60_000, "too-old"],
  ] as const)("an age of %i ms is %s", (age, expected) => {
    expect(staleness(at(1_000_000), "now", 1_000_000 + age)).toBe(expected);
  });

  it("nothing outlives its session", () => {
    expect(staleness(at(0), "another", 0)).toBe("restarted");
  });
});
