import { describe, expect, it } from "vitest";
import type { FindResult } from "../../../src/domain/find";
import { prepare } from "../../../src/domain/picker";
import { openPopup } from "./keyboard";
import { job, shown } from "./made";

const found = (over: Parameters<typeof shown>[0] = {}): FindResult => ({ kind: "found", shown: shown(over) });
const doubtful = found({ certainty: { level: "ask", reason: "nothing-to-compare" } });
const bob = found({ candidate: { id: "kombo-bob", remoteId: "43", name: "Bob Example", tags: [] } });
const carrying = (...tags: string[]): FindResult =>
  found({ candidate: { id: "kombo-ada", remoteId: "42", name: "Ada Example", tags } });

/** A popup over Ada, with this tag list. */
async function over(result: FindResult | null, ...names: string[]) {
  const popup = await openPopup();
  if (names.length > 0) popup.list(...names);
  popup.set({ result });
  return popup;
}

const existing = (...names: string[]) => names.map((name) => ({ name, create: false }));

it("says no more that a tag is there once another is added, or it is taken off", async () => {
  const popup = await over(carrying("Berlin"), "Berlin", "Python");
  popup.set({ numbers: ["Berlin", "Python"] });
  popup.alt(1);
  expect(popup.get().notice).toEqual({ kind: "already-there", name: "Berlin" });
  popup.alt(2);
  expect(popup.names()).toEqual(["Python"]);
  expect(popup.get().notice).toBeNull();
  popup.alt(1);
  const { takeOff } = await import("../../../src/popup/take-off");
  void takeOff("Berlin");
  expect(popup.get().notice).toBeNull();
});

describe("Enter", () => {
  it("sends the existing tag to the candidate shown and clears the field", async () => {
    const popup = await over(found(), "Excellent Fit", "Python");
    popup.type("excellent fit");
    popup.press("Enter");
    expect(popup.sent).toEqual([{ to: "kombo-ada", tags: existing("Excellent Fit") }]);
    expect(popup.field.value).toBe("");
  });

  it("creates only at the second press, after the row said so", async () => {
    const popup = await over(found(), "Python");
    popup.type("Brand new");
    popup.press("Enter");
    expect(popup.sent).toEqual([]);
    expect(popup.highlighted()).toBe("Brand new");
    popup.press("Enter");
    expect(popup.sent).toEqual([{ to: "kombo-ada", tags: [{ name: "Brand new", create: true }] }]);
  });

  it.each([
    ["Hired", ["Fired"]],
    ["Excelent Fit", ["Excellent Fit"]],
    ["Refferal", ["Referral"]],
  ])("takes no guess: %j with only %j sends nothing, however often it is pressed", async (typed, names) => {
    const popup = await over(found(), ...names);
    popup.type(typed);
    for (let n = 0; n < 3; n++) popup.press("Enter");
    expect(popup.sent).toEqual([]);
    expect(popup.get().notice).toEqual({ kind: "choose" });
    popup.press("ArrowDown");
    popup.press("Enter");
    expect(popup.sent).toEqual([{ to: "kombo-ada", tags: existing(...names) }]);
  });

  it("does not take Bern Office for berg, and creates berg at the second press only", async () => {
    const popup = await over(found(), "Bern Office");
    popup.type("berg");
    popup.press("Enter");
    expect(popup.sent).toEqual([]);
    popup.press("Enter");
    expect(popup.sent).toEqual([{ to: "kombo-ada", tags: [{ name: "berg", create: true }] }]);
  });

  it.each([
    ["exc", "Excellent Fit"],
    ["FIT", "Excellent Fit"],
    ["cellent", "Excellent Fit"],
    ["fit exc", "Excellent Fit"],
    ["cafe", "Café Noir"],
  ])("takes for %j the row in which it really stands", async (typed, name) => {
    const popup = await over(found(), "Excellent Fit", "Café Noir", "Other");
    popup.type(typed);
    popup.press("Enter");
    expect(popup.sent).toEqual([{ to: "kombo-ada", tags: existing(name) }]);
  });
});

describe("a tag the candidate carries", () => {
  it("is found first, and Enter there changes nothing", async () => {
    const popup = await over(carrying("Referral"), "Employee Referral", "Referral");
    popup.type("refer");
    popup.press("Enter");
    expect(popup.sent).toEqual([]);
    expect(popup.get().notice).toEqual({ kind: "already-there", name: "Referral" });
    expect(popup.field.value).toBe("refer");
    popup.press("ArrowDown");
    popup.press("Enter");
    expect(popup.sent).toEqual([{ to: "kombo-ada", tags: existing("Employee Referral") }]);
  });

  it("is found although the list does not have it, or spells it otherwise", async () => {
    const popup = await over(carrying("Referral", " FRONT  end"), "Employee Referral", "Front End");
    for (const typed of ["refer", "front"]) {
      popup.input(typed);
      popup.press("Enter");
    }
    expect(popup.sent).toEqual([]);
    expect(popup.get().notice).toEqual({ kind: "already-there", name: " FRONT  end" });
  });

  it("keeps its number, and Alt with it changes nothing", async () => {
    const popup = await over(carrying("Silver Medalist"), "Silver Medalist", "Hybrid");
    popup.set({ numbers: ["Silver Medalist", "Hybrid"] });
    popup.alt(1);
    expect(popup.sent).toEqual([]);
    expect(popup.get().notice).toEqual({ kind: "already-there", name: "Silver Medalist" });
    popup.alt(2);
    expect(popup.names()).toEqual(["Hybrid"]);
  });

  it("may be added again while it is being removed, and asked for again while it is on its way", async () => {
    const popup = await over(carrying("Referral"), "Employee Referral", "Referral", "Rehire");
    popup.set({
      jobs: [job({ tag: "Referral", operation: "remove", state: "queued" }), job({ tag: "Rehire", state: "queued" })],
    });
    for (const typed of ["refer", "reh"]) {
      popup.input(typed);
      popup.press("Enter");
    }
    expect(popup.names()).toEqual(["Referral", "Rehire"]);
  });
});

describe("a highlight", () => {
  it("stays on its tag when the list is refreshed", async () => {
    const popup = await over(found(), "Java", "Python");
    popup.type("py");
    popup.press("ArrowDown");
    expect(popup.highlighted()).toBe("py");
    popup.press("ArrowUp");
    popup.list("Java", "PyCharm", "PyTest", "Python");
    popup.press("Enter");
    expect(popup.names()).toEqual(["Python"]);
  });

  it("stays on what stood first for what is typed", async () => {
    const popup = await over(found(), "Python");
    popup.type("py");
    popup.list("PyCharm", "Python");
    expect(popup.highlighted()).toBe("Python");
    popup.press("Enter");
    expect(popup.names()).toEqual(["Python"]);
  });

  it("on a new tag stays there, and never becomes an existing one", async () => {
    const popup = await over(found(), "Java");
    popup.type("se");
    popup.press("Enter");
    popup.list("Java", "Sexual harassment training");
    expect(popup.highlighted()).toBe("se");
    popup.press("Enter");
    expect(popup.sent).toEqual([{ to: "kombo-ada", tags: [{ name: "se", create: true }] }]);
  });

  it("whose row is gone takes nothing", async () => {
    const popup = await over(found(), "Python", "PyTest");
    popup.type("py");
    popup.press("ArrowDown");
    popup.list("PyTest");
    popup.press("Enter");
    expect(popup.sent).toEqual([]);
    expect(popup.get().notice).toEqual({ kind: "row-gone" });
    popup.press("Enter");
    expect(popup.names()).toEqual(["PyTest"]);
  });
});

describe("what is entered early", () => {
  it("waits for the answer and then is resolved as if typed slowly", async () => {
    const popup = await over(null);
    popup.type("exc");
    popup.press("Enter");
    expect(popup.get().pendingEntries.map((one) => one.typed)).toEqual(["exc"]);
    popup.set({ result: found() });
    expect(popup.sent).toEqual([]);
    popup.list("Excellent Fit", "Python");
    expect(popup.sent).toEqual([{ to: "kombo-ada", tags: existing("Excellent Fit") }]);
  });

  it.each(["Brand new", "Hired", "berg"])("comes back into the field when %j cannot be resolved", async (typed) => {
    const popup = await over(found());
    popup.type(typed);
    popup.press("Enter");
    popup.press("Enter");
    popup.list("Fired", "Bern Office");
    expect(popup.sent).toEqual([]);
    expect([popup.field.value, popup.get().chips]).toEqual([typed, []]);
  });

  it("keeps the caret in the field at an early Tab, and takes the same tag as Tab and Enter later", async () => {
    const popup = await over(null);
    popup.type("exc");
    expect(popup.press("Tab")).toBe(true);
    popup.press("Enter");
    popup.set({ result: found() });
    popup.list("Excellent Fit");
    expect(popup.names()).toEqual(["Excellent Fit"]);
    expect(popup.press("Tab")).toBe(false);
  });

  it("waits beside the field when something else stands in it, and is no new tag there", async () => {
    const popup = await over(null);
    popup.type("Brand new");
    popup.press("Enter");
    popup.type("pyt");
    popup.set({ result: found() });
    popup.list("Python");
    expect(popup.field.value).toBe("pyt");
    popup.press("Enter");
    expect(popup.names()).toEqual(["Python"]);
    popup.press("Enter");
    expect([popup.field.value, popup.names()]).toEqual(["Brand new", ["Python"]]);
    popup.press("Enter");
    popup.press("Enter");
    expect(popup.sent.at(-1)?.tags).toEqual([{ name: "Brand new", create: true }]);
  });

  it("of another integration's list is looked up anew, not created", async () => {
    const popup = await over(null, "Only in the other list");
    popup.type("only");
    popup.press("Enter");
    popup.set({ index: prepare([]), listSettled: false });
    popup.set({ result: found() });
    popup.list("Python");
    expect(popup.sent).toEqual([]);
    expect(popup.field.value).toBe("Only in the other list");
  });

  it("says what the candidate has already", async () => {
    const popup = await over(null);
    popup.type("berlin");
    popup.press("Enter");
    popup.set({ result: found() });
    popup.list("Berlin", "Python");
    expect(popup.sent).toEqual([]);
    expect(popup.get().notice).toEqual({ kind: "already-there", name: "Berlin" });
  });

  it("goes to nobody else than the one on screen when it was pressed", async () => {
    const popup = await over(null, "Python");
    popup.set({ cachedMatch: shown() });
    popup.type("python");
    popup.press("Enter");
    popup.set({ result: bob });
    expect(popup.sent).toEqual([]);
    expect(popup.get().chips.map((chip) => chip.typed)).toEqual(["Python"]);
  });

  it("stays where no candidate was found", async () => {
    const popup = await over(null);
    popup.type("python");
    popup.press("Enter");
    popup.list("Python");
    popup.set({ result: { kind: "unreadable-page" } });
    expect(popup.sent).toEqual([]);
    expect(popup.get().pendingEntries.map((one) => one.typed)).toEqual(["python"]);
  });

  it("is not sent to the person in the tab while the recruiter names somebody else", async () => {
    const popup = await over(null, "Python");
    popup.type("python");
    popup.press("Enter");
    popup.set({ byHand: "asked" });
    popup.set({ result: found() });
    expect(popup.sent).toEqual([]);
    popup.set({ byHand: false });
    expect(popup.sent).toHaveLength(1);
  });
});

describe("an uncertain match", () => {
  it("asks first, and sends after Yes", async () => {
    const popup = await over(doubtful, "Python");
    popup.type("python");
    popup.press("Enter");
    expect(popup.sent).toEqual([]);
    await popup.confirm();
    expect(popup.sent).toEqual([{ to: "kombo-ada", tags: existing("Python") }]);
  });

  it("sends nothing after No and keeps the tag", async () => {
    const popup = await over(doubtful, "Python");
    popup.type("python");
    popup.press("Enter");
    popup.deny();
    expect(popup.sent).toEqual([]);
    expect(popup.get().chips.map((chip) => chip.typed)).toEqual(["Python"]);
    expect(popup.get().byHand).toBe("not-this-one");
  });
});
