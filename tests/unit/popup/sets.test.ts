import { describe, expect, it, vi } from "vitest";
import type { TagSet } from "../../../src/domain/tag-set";
import { openPopup } from "./keyboard";
import { shown } from "./made";

const SET: TagSet = {
  id: "done",
  integrationId: "greenhouse:made-up",
  name: "Phone screen done",
  tags: ["Phone screen", "Senior"],
};
const found = (over = {}) => ({ kind: "found" as const, shown: shown(over) });
const choices = ["Phone screen", "Senior"].map((name) => ({ name, create: false, set: SET.name }));

async function open() {
  const popup = await openPopup();
  popup.set({ tabId: 7, sets: [SET], pins: [null, null, { kind: "set", id: SET.id }] });
  return popup;
}

describe("a tag set in the popup", () => {
  it("goes as a whole by its name and Enter, and by its key, which leaves the text alone", async () => {
    const popup = await open();
    popup.set({ result: found() });
    popup.list("Phone screen", "Senior");
    popup.type("phone screen d");
    popup.press("Enter");
    expect(popup.sent.map(({ tags }) => tags)).toEqual([choices]);
    await vi.waitFor(() => expect(popup.get().submitting).toEqual([]));
    popup.type("sen");
    popup.alt(3);
    await vi.waitFor(() => expect(popup.sent).toHaveLength(2));
    expect(popup.field.value).toBe("sen");
  });

  it("that is not whole in the list sends nothing, and says which tag is missing", async () => {
    const popup = await open();
    popup.set({ result: found() });
    popup.list("Phone screen");
    popup.alt(3);
    expect(popup.sent).toEqual([]);
    expect(popup.get().notice).toEqual({ kind: "set-missing", set: SET.name, tags: ["Senior"] });
  });

  it("entered before the candidate is known goes to them as a whole, and once", async () => {
    const popup = await open();
    popup.list("Phone screen", "Senior");
    popup.type("phone screen d");
    popup.press("Enter");
    expect(popup.get().pendingEntries).toMatchObject([{ setId: SET.id }]);
    popup.set({ result: found() });
    await vi.waitFor(() => expect(popup.sent.map(({ tags }) => tags)).toEqual([choices]));
    expect(popup.get().pendingEntries).toEqual([]);
  });

  it("for somebody who must be confirmed waits for it, as a whole", async () => {
    const popup = await open();
    popup.set({ result: found({ certainty: { level: "ask", reason: "nothing-to-compare" } }) });
    popup.list("Phone screen", "Senior");
    popup.alt(3);
    expect(popup.sent).toEqual([]);
    expect(popup.get().awaitingConfirmation).toEqual(choices);
    await popup.confirm();
    expect(popup.sent.map(({ tags }) => tags)).toEqual([choices]);
  });
});
