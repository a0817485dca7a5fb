import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CONFIRMED_MS,
  confirmedName,
  emptyTagList,
  mergeTags,
  OWN_TAG_MS,
  offeredNames,
  type TagChange,
  type TagList,
  withOwnTag,
  withoutOwnTag,
} from "../../../src/domain/tag-list";

const NOW = Date.UTC(2026, 10, 28);
const HOUR = 3_600_000;
const kombo = (...names: string[]): TagChange[] => names.map((name, at) => ({ id: `t${at}`, name }));
const list = (...names: string[]): TagList => mergeTags(emptyTagList("i"), kombo(...names), NOW);

describe("a tag this browser added", () => {
  it("is offered and confirmed at once, and goes when Kombo shows it, in whatever case", () => {
    const added = withOwnTag(list("Python"), "Career Fair", NOW);
    expect(offeredNames(added)).toEqual(["Python", "Career Fair"]);
    expect(confirmedName(added, "career fair", NOW + HOUR)).toBe("Career Fair");
    const shown = mergeTags(added, [{ id: "t9", name: "career fair" }], NOW + HOUR);
    expect(offeredNames(shown)).toEqual(["Python", "career fair"]);
  });

  it("stays through refreshes that began before Kombo had to show it, and not longer", () => {
    const added = withOwnTag(list("Python"), "Career Fair", NOW);
    expect(offeredNames(mergeTags(added, [], NOW + OWN_TAG_MS - 1))).toContain("Career Fair");
    expect(offeredNames(mergeTags(added, [], NOW + OWN_TAG_MS))).not.toContain("Career Fair");
  });

  it("is confirmed no longer once its add was undone", () => {
    const undone = withoutOwnTag(withOwnTag(list("Python"), "Career Fair", NOW), "CAREER FAIR");
    expect(confirmedName(undone, "Career Fair", NOW)).toBeNull();
  });
});

describe("what may be sent without looking", () => {
  it("is only what a complete list of the last day has", () => {
    expect(confirmedName(list("Python"), "python", NOW + CONFIRMED_MS - 1)).toBe("Python");
    expect(confirmedName(list("Python"), "python", NOW + CONFIRMED_MS)).toBeNull();
    expect(confirmedName(list("Python"), "python", NOW - 1)).toBeNull();
    expect(confirmedName(undefined, "python", NOW)).toBeNull();
    expect(confirmedName(emptyTagList("i"), "python", NOW)).toBeNull();
  });

  it("keeps the exact name among names that differ in case alone", () => {
    expect(confirmedName(list("python", "Python", "PYTHON"), "PYTHON", NOW)).toBe("PYTHON");
  });

  it("is never a tag that was deleted", () => {
    const deleted = mergeTags(list("Python", "Java"), [{ id: "t0", name: null }], NOW + HOUR);
    expect(confirmedName(deleted, "Python", NOW + HOUR)).toBeNull();
    expect(confirmedName(deleted, "Java", NOW + HOUR)).toBe("Java");
  });
});

it("Kombo's names come back byte for byte, whatever happens in between", () => {
  const change = fc.oneof(
    fc.record({ kind: fc.constant("own" as const), name: fc.string({ minLength: 1 }) }),
    fc.record({ kind: fc.constant("undo" as const), name: fc.string({ minLength: 1 }) }),
    fc.record({ kind: fc.constant("refresh" as const), names: fc.array(fc.string({ minLength: 1 })) }),
  );
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      let current = emptyTagList("i");
      const known = new Map<string, string>();
      changes.forEach((one, step) => {
        if (one.kind === "own") current = withOwnTag(current, one.name, NOW + step);
        else if (one.kind === "undo") current = withoutOwnTag(current, one.name);
        else {
          const tags = one.names.map((name, at) => ({ id: `${at}`, name }));
          for (const { id, name } of tags) known.set(id, name);
          current = mergeTags(current, tags, NOW + step);
        }
      });
      expect(current.names).toEqual([...known.values()]);
      for (const { name } of current.own) expect(current.names).not.toContain(name);
    }),
  );
});
