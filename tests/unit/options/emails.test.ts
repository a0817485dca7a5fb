import { describe, expect, it } from "vitest";
import { isEmail, withEmail } from "../../../src/options/model/emails";

describe("e-mail addresses", () => {
  it.each(["robin@example.com", "r.o+b@mail.example.org", " robin@example.com "])("takes %j", (text) =>
    expect(isEmail(text)).toBe(true),
  );

  it.each([
    "",
    "robin",
    "robin@",
    "@example.com",
    "robin@example",
    "a b@example.com",
    "a@b@example.com",
    "a@example..com",
  ])("does not take %j", (text) => expect(isEmail(text)).toBe(false));

  it("are listed once, whatever their case", () => {
    expect(withEmail(["robin@example.com"], " Kim@Example.com ")).toEqual(["robin@example.com", "kim@example.com"]);
    expect(withEmail(["robin@example.com"], "ROBIN@example.com")).toBe("twice");
    expect(withEmail([], "robin")).toBe("shape");
  });
});
