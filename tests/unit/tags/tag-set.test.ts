import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyTagList } from "../../../src/domain/tag-list";
import {
  cleanSet,
  confirmMembers,
  MAX_SET_TAGS,
  type TagSet,
  tagSetProblem,
  withoutSet,
  withSet,
} from "../../../src/domain/tag-set";
import { tagKey } from "../../../src/domain/text/fold";

const set = (part: Partial<TagSet> = {}): TagSet => ({
  id: "a",
  integrationId: "lever:made-up",
  name: "Phone screen done",
  tags: ["Strong fit", "Contacted", "Phone screen"],
  ...part,
});
const NOW = 1_700_000_000_000;
const listOf = (names: readonly string[], syncedAt = NOW - 1000) => ({
  ...emptyTagList("lever:made-up"),
  ids: names.map((_, at) => String(at)),
  names: [...names],
  syncedAt,
});

describe("keeping a set", () => {
  it("trims the name and keeps each tag once", () => {
    expect(cleanSet(set({ name: "  Phone   screen ", tags: ["A", "a", " ", "B"] }))).toMatchObject({
      name: "Phone screen",
      tags: ["A", "B"],
    });
  });

  it.each([
    [{}, null],
    [{ name: "" }, "no-name"],
    [{ name: "x".repeat(81) }, "no-name"],
    [{ tags: [] }, "no-tags"],
    [{ tags: Array.from({ length: MAX_SET_TAGS + 1 }, (_, at) => `Tag ${at}`) }, "too-many"],
  ] as const)("%j: %s", (part, problem) => expect(tagSetProblem(set(part), [])).toBe(problem));

  it("a name is taken once for each integration, and by the set itself it may be kept", () => {
    const other = set({ id: "b", name: "phone screen DONE" });
    expect(tagSetProblem(set(), [other])).toBe("name-taken");
    expect(tagSetProblem(set(), [{ ...other, integrationId: "lever:another" }])).toBeNull();
    expect(tagSetProblem(set(), [set({ tags: ["X"] })])).toBeNull();
  });

  it("a set takes the place of the one with its id, and no other set changes", () => {
    const sets = [set(), set({ id: "b", name: "B" }), set({ integrationId: "lever:another" })];
    expect(withSet(sets, set({ id: "b", name: "C" })).map(({ name }) => name)).toEqual([
      sets[0]!.name,
      "C",
      sets[2]!.name,
    ]);
    expect(withSet(sets, set({ id: "c" }))).toHaveLength(4);
    expect(withoutSet(sets, set())).toEqual(sets.slice(1));
  });
});

describe("confirming the members of a set", () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[A-Za-z][A-Za-z ]{1,8}[a-z]$/), {
    selector: tagKey,
    minLength: 1,
    maxLength: 12,
  });

  it("gives the list's own spellings, or names what is missing; never both parts less than the set", () => {
    fc.assert(
      fc.property(names, names, (listed, wanted) => {
        const { names: confirmed, missing } = confirmMembers(listOf(listed), wanted, NOW);
        for (const name of confirmed) expect(listed).toContain(name);
        for (const name of missing) expect(listed.map(tagKey)).not.toContain(tagKey(name));
        expect(confirmed.length + missing.length).toBe(wanted.length);
      }),
    );
  });

  it("in other case it is the same tag, in the list's spelling", () => {
    expect(confirmMembers(listOf(["Strong Fit"]), ["strong fit"], NOW)).toEqual({ names: ["Strong Fit"], missing: [] });
  });

  it("a list that is too old, or none, confirms nothing", () => {
    const old = listOf(["Strong fit"], NOW - 25 * 3_600_000);
    for (const list of [old, undefined])
      expect(confirmMembers(list, ["Strong fit"], NOW).missing).toEqual(["Strong fit"]);
  });
});
