import { describe, expect, it } from "vitest";
import { openPopup } from "./keyboard";
import { shown } from "./made";

async function over(...names: string[]) {
  const popup = await openPopup();
  popup.list(...names);
  popup.set({ result: { kind: "found", shown: shown() } });
  return popup;
}

const asides = (popup: Awaited<ReturnType<typeof over>>) => popup.get().chips.map((chip) => chip.typed);

describe("several tags typed", () => {
  it.each(["java, golang", "java; golang", "java、golang", "java，golang"])("go with one Enter: %j", async (typed) => {
    const popup = await over("Java", "Golang");
    popup.type(typed);
    expect(asides(popup)).toEqual(["java"]);
    popup.press("Enter");
    expect(popup.sent).toHaveLength(1);
    expect(popup.names()).toEqual(["Java", "Golang"]);
    expect([popup.field.value, asides(popup)]).toEqual(["", []]);
  });

  it("leaves the comma of an existing tag alone", async () => {
    const popup = await over("Berlin, Mitte", "Berlin", "Java");
    popup.type("berlin, mitte");
    expect(popup.field.value).toBe("berlin, mitte");
    popup.press("Enter");
    expect(popup.names()).toEqual(["Berlin, Mitte"]);
    popup.type("java, berlin, mi");
    popup.press("Enter");
    expect(popup.names()).toEqual(["Berlin, Mitte", "Java", "Berlin, Mitte"]);
  });

  it("sends what is decided and brings the rest back, one at a time, without creating", async () => {
    const popup = await over("Java", "Fired");
    popup.type("hired; nothing like it; java");
    popup.press("Enter");
    expect(popup.names()).toEqual(["Java"]);
    expect([popup.field.value, asides(popup)]).toEqual(["hired", ["nothing like it"]]);
    popup.press("Enter");
    expect(popup.names()).toEqual(["Java"]);
    popup.press("Escape");
    popup.press("Enter");
    expect([popup.field.value, asides(popup)]).toEqual(["nothing like it", []]);
    expect(popup.names()).toEqual(["Java"]);
  });

  it("takes the blank after a comma for no part of the next tag, also where a tag begins with one", async () => {
    const popup = await over("Java", " Lead", "Lead");
    popup.type("java, Lead");
    popup.press("Enter");
    expect(popup.names()).toEqual(["Java", "Lead"]);
    popup.type(" Lead");
    popup.press("Enter");
    expect(popup.names().at(-1)).toBe(" Lead");
  });

  it("goes with an Enter that was pressed while the candidate is checked again, new ones as they were seen", async () => {
    const popup = await over("Java", "Golang");
    popup.paste("Java\nGolang\nBrand new");
    const result = popup.get().result;
    popup.set({ result: null, cachedMatch: shown() });
    popup.press("Enter");
    expect([popup.names(), asides(popup)]).toEqual([[], []]);
    popup.set({ result });
    expect(popup.sent).toEqual([
      {
        to: "kombo-ada",
        tags: [
          { name: "Java", create: false },
          { name: "Golang", create: false },
          { name: "Brand new", create: true },
        ],
      },
    ]);
  });

  it("goes to nobody else whom the check finds then", async () => {
    const popup = await over("Java", "Golang");
    popup.paste("Java\nGolang");
    popup.set({ result: null, cachedMatch: shown() });
    popup.press("Enter");
    const bob = shown({ candidate: { id: "kombo-bob", remoteId: "43", name: "Bob Example", tags: [] } });
    popup.set({ result: { kind: "found", shown: bob } });
    expect([popup.names(), asides(popup)]).toEqual([[], ["Java", "Golang"]]);
  });

  it("shows what is new first when Enter came before the list", async () => {
    const popup = await openPopup();
    popup.paste("java\npyth\nBrand new");
    popup.press("Enter");
    popup.set({ result: { kind: "found", shown: shown() } });
    popup.list("Java", "Python");
    expect([popup.names(), asides(popup)]).toEqual([["Java"], ["pyth", "Brand new"]]);
  });

  it("waits with the comma while an input method composes, and closes at Enter", async () => {
    const popup = await over("設計", "営業");
    popup.input("設計、営業", true);
    expect(asides(popup)).toEqual([]);
    popup.press("Enter");
    expect(popup.names()).toEqual(["設計", "営業"]);
  });

  it("separates what was typed before the list was there", async () => {
    const popup = await openPopup();
    popup.type("java, berlin, mitte; gol");
    popup.press("Enter");
    popup.set({ result: { kind: "found", shown: shown() } });
    popup.list("Java", "Berlin, Mitte", "Golang");
    expect(popup.names()).toEqual(["Java", "Berlin, Mitte", "Golang"]);
  });
});

describe("several tags pasted", () => {
  it("are shown first, then one Enter sends all that is decided", async () => {
    const popup = await over("Excellent Fit", "Career Fair", "Fired");
    popup.paste("• excellent fit\n• Hired\n2. Career Fair\tBrand New Thing");
    expect(asides(popup)).toEqual(["excellent fit", "Hired", "Career Fair", "Brand New Thing"]);
    expect(popup.sent).toEqual([]);
    popup.press("Enter");
    expect(popup.sent[0]?.tags).toEqual([
      { name: "Excellent Fit", create: false },
      { name: "Career Fair", create: false },
      { name: "Brand New Thing", create: true },
    ]);
    expect(popup.field.value).toBe("Hired");
    popup.press("Enter");
    popup.press("Enter");
    expect(popup.sent).toHaveLength(1);
  });
});

describe("Tab", () => {
  it("completes the highlighted tag and leaves when there is nothing to complete", async () => {
    const popup = await over("Excellent Fit", "Front  End");
    expect(popup.press("Tab")).toBe(false);
    popup.type("front");
    expect(popup.press("Tab")).toBe(true);
    expect(popup.field.value).toBe("Front  End");
    expect(popup.press("Tab")).toBe(false);
    popup.press("Enter");
    expect(popup.names()).toEqual(["Front  End"]);
  });

  it("completes what an arrow reached, but no new tag", async () => {
    const popup = await over("Fired");
    popup.type("Hired");
    expect(popup.press("Tab")).toBe(false);
    popup.press("ArrowDown");
    expect(popup.press("Tab")).toBe(true);
    expect(popup.field.value).toBe("Fired");
    popup.input("Other");
    popup.press("Enter");
    expect(popup.press("Tab")).toBe(false);
  });
});
