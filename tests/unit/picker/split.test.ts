import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { existing, prepare, splitPaste, splitTyped } from "../../../src/domain/picker";
import { tagKey } from "../../../src/domain/text/fold";
import { distinctTags } from "../../../src/domain/text/same-tag";
import { tagName } from "./generated";

const index = prepare([
  "Java",
  "Berlin",
  "Berlin, Mitte",
  "R&D; Labs",
  "1. Choice",
  "- Hold",
  "Berlin, Mitte, Nord",
  "設計、開発",
]);

describe("splitPaste", () => {
  it.each([
    ["Java", null],
    ["Java,", null],
    ["", null],
    ["Berlin, Mitte", null],
    ["R&D; Labs", null],
    ["1. Choice", null],
    ["- Hold", null],
    ["設計、開発", null],
    ["Java, Golang", ["Java", "Golang"]],
    ["Java; Golang;", ["Java", "Golang"]],
    ["Java\tGolang\tRust", ["Java", "Golang", "Rust"]],
    ["Java\r\nGolang\n\n", ["Java", "Golang"]],
    ["Java, Berlin, Mitte, Golang", ["Java", "Berlin, Mitte", "Golang"]],
    ["Berlin, Mitte, Nord, Java", ["Berlin, Mitte, Nord", "Java"]],
    ["Java, java , Golang, JAVA", ["Java", "Golang"]],
    ["設計、営業，経理；法務", ["設計", "営業", "経理", "法務"]],
    ["مبيعات، تسويق؛ مالية", ["مبيعات", "تسويق", "مالية"]],
    ["• Java\n• Golang", ["Java", "Golang"]],
    ["- Java\n- Golang\n- Hold", ["Java", "Golang", "- Hold"]],
    ["* Java\n* Golang", ["Java", "Golang"]],
    ["1. Java\n2. Golang\n3. Choice", ["Java", "Golang", "Choice"]],
    ["1) Java\n2) Golang", ["Java", "Golang"]],
    ["- [ ] Java\n- [x] Golang", ["Java", "Golang"]],
    ["• Java", ["Java"]],
    ["Java •", null],
    ["-Pro, *nix, .NET, 3.5 years", ["-Pro", "*nix", ".NET", "3.5 years"]],
    ["• Java, Golang; Berlin, Mitte", ["Java", "Golang", "Berlin, Mitte"]],
  ])("makes %j into %j", (text, tags) => expect(splitPaste(text, index)).toEqual(tags));

  it("finds every tag of any list again, whatever its name holds, written a line each", () => {
    const lists = fc.array(
      tagName.filter((name) => !/[\n\r\v\f\u0085\u2028\u2029\t]/.test(name)),
      { minLength: 2, maxLength: 5 },
    );
    fc.assert(
      fc.property(lists, fc.constantFrom("", "• ", "- ", "1. ", "2) "), (names, mark) => {
        const known = prepare(names);
        const wanted = distinctTags(names);
        fc.pre(wanted.length > 1);
        const found = splitPaste(names.map((name) => mark + name).join("\n"), known) ?? [];
        expect(found.map(tagKey).sort()).toEqual(wanted.map(tagKey).sort());
        for (const one of found) expect(existing(known, one)).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

describe("splitTyped", () => {
  it.each([
    ["Java", [], "Java"],
    ["Java,", ["Java"], ""],
    ["Java; Go", ["Java"], "Go"],
    ["a, b;c、d", ["a", "b", "c"], "d"],
    ["Berlin,", [], "Berlin,"],
    ["Berlin, Mi", [], "Berlin, Mi"],
    ["Berlin, Mitte", [], "Berlin, Mitte"],
    ["Berlin, Go", ["Berlin"], "Go"],
    ["berlin, mitte; Go", ["berlin, mitte"], "Go"],
    ["Java, Berlin, Mi", ["Java"], "Berlin, Mi"],
    [" , ,", [], ""],
  ])("closes in %j the tags %j and leaves %j", (text, closed, rest) =>
    expect(splitTyped(text, index)).toEqual({ closed, rest }),
  );

  it("never cuts a tag of the list, at no letter of it", () => {
    fc.assert(
      fc.property(fc.array(tagName, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (names, which, end) => {
        const name = names[which % names.length]!;
        const known = prepare(names);
        expect(splitTyped(name, known)).toEqual({ closed: [], rest: name });
        const typed = name.slice(0, 1 + (end % name.length));
        // A letter cut in two folds differently by itself.
        fc.pre(known.folded.some((one) => one.startsWith(typed.trim().toLowerCase())));
        expect(splitTyped(typed, known).closed).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
