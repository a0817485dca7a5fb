import { describe, expect, it, vi } from "vitest";
import en from "../../../public/_locales/en/messages.json";
import type { Job } from "../../../src/domain/job";
import { delayRemoval, undoOffer } from "../../../src/domain/outbox/undo";
import { failure, job, START } from "../outbox/make";

const messages: Record<string, { message: string; placeholders?: object }> = en;
vi.mock("../../../src/platform/browser", () => ({
  browser: { i18n: { getUILanguage: () => "en" } },
}));
const { showTexts } = await import("../i18n/show-texts");
// The English texts with what they are filled with behind them, in the order given.
showTexts("en", (key) => {
  const { message, placeholders = {} } = messages[key] ?? { message: `missing ${key}` };
  return [message, ...Object.values(placeholders).map((_, at) => `$${at + 1}`)].join(" | ");
});
const { inPage, outcomeMessage } = await import("../../../src/background/notify/messages");

const say = (part: Partial<Job>, holds: Parameters<typeof outcomeMessage>[2] = []) => {
  const one = job(part);
  return outcomeMessage(one, undoOffer(one, [one]), holds);
};

describe("what the page says of a job", () => {
  it.each<[string, Partial<Job>, RegExp, string, RegExp | null]>([
    ["done", { state: "done" }, /^Added/, "good", /^Removes the tag for everyone, whoever added it\.$/],
    ["done, and it was there before", { state: "done", alreadyPresent: true }, /was already on/, "good", null],
    ["done at the second try", { state: "done", unanswered: true }, /^Added/, "good", /Not certain/],
    ["removed", { state: "done", operation: "remove" }, /^Removed/, "good", null],
    ["being sent", { state: "sending" }, /is waiting/, "waiting", /Not certain/],
    ["waiting", { state: "queued" }, /is waiting/, "waiting", /Nothing was sent/],
    ["a removal that waits", { state: "queued", operation: "remove" }, /is waiting/, "waiting", null],
    ["failed", { state: "failed", failure: failure("unknown") }, /was not added/, "bad", null],
    ["a failed removal", { state: "failed", operation: "remove" }, /was not removed/, "bad", null],
    ["failed, with a try without answer", { state: "failed", unanswered: true }, /was not added/, "bad", /Not certain/],
  ])("%s", (_, part, what, tone, undo) => {
    const words = say(part);
    expect(words.what).toMatch(what);
    expect(words.what).toContain("| Python | Ada Example");
    expect(words.tone).toBe(tone);
    if (undo) expect(words.undo?.meaning).toMatch(undo);
    else expect(words.undo).toBeNull();
    expect(JSON.stringify(words)).not.toContain("missing");
  });

  it("names the cause that holds the queue, not that the tag is on its way", () => {
    const on = say({ state: "queued" });
    expect(on.next).toMatch(/on its way/i);
    const hold = { scope: "key", failure: failure("key-invalid"), since: START };
    const held = say({ state: "queued" }, [hold]);
    expect(held.next).toContain(messages.failure_key_invalid_what?.message);
    expect(held.next).not.toMatch(/on its way/i);
  });

  it("says of a removal in doubt why it waits, and that it is not certain", () => {
    const { next } = say(delayRemoval(job({ operation: "remove" }), START));
    expect(next).toMatch(/waits a little/);
    expect(next).toMatch(/Not certain/);
  });

  it("leaves a failure more time to be read than a success", () => {
    expect(say({ state: "failed" }).stayMs).toBeGreaterThan(say({ state: "done" }).stayMs);
  });
});

describe("what a page learns of an outcome", () => {
  const one = job({ state: "done", warnings: ["Python got the default colour"] });
  const words = outcomeMessage(one, undoOffer(one, [one]), []);

  it("is neither the tag nor the person, as long as nobody allows it", () => {
    const said = inPage(words, one, { tag: false, name: false });
    expect(said).toMatchObject({ what: "Tag added", named: null, warnings: [] });
    expect(JSON.stringify(said)).not.toMatch(/Python|Ada/);
  });

  it("is the person where the page writes the name itself, and the tag where the settings say so", () => {
    expect(inPage(words, one, { tag: false, name: true }).named?.what).toMatch(/^Tag added to/);
    const both = inPage(words, one, { tag: true, name: true });
    expect([both.what, both.named?.name, both.warnings]).toEqual([
      'Added "$TAG$" | Python',
      "Ada Example",
      one.warnings,
    ]);
    expect(both.named?.what).toMatch(/^Added "\$TAG\$" to .*Python \| \ufffc/);
  });
});
