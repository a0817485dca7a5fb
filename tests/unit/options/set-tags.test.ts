import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepare } from "../../../src/domain/picker";
import { setTags } from "../../../src/options/model/set-tags";

const NAMES = ["Phone screen", "Referral", "Front  End", "Berlin, Germany", "Café"];
const index = prepare(NAMES);

describe("the tags of a set", () => {
  it.each<[string, readonly string[]]>([
    ["Phone screen, Referral", ["Phone screen", "Referral"]],
    ["referral", ["Referral"]],
    ["front end;cafe\u0301", ["Front  End", "Café"]],
    ["Berlin, Germany", ["Berlin, Germany"]],
    ["Referral,, ,Berlin, Germany", ["Referral", "Berlin, Germany"]],
    [" ", []],
  ])("%j are %j", (typed, tags) => {
    expect(setTags(typed, index)).toEqual({ tags });
  });

  it("are refused where one does not exist, which is named", () => {
    expect(setTags("Referral, Phone scren", index)).toEqual({ unknown: ["Phone scren"] });
  });

  it("never hold a name the list does not hold", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 12 }))), (parts) => {
        const read = setTags(parts.join(","), index);
        if ("tags" in read) for (const tag of read.tags) expect(NAMES).toContain(tag);
      }),
    );
  });
});
