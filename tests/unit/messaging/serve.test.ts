import { beforeEach, describe, expect, it, vi } from "vitest";

/** The browser's side of a message, as far as `serve` sees it. */
const listeners: ((message: unknown, sender: object, answer: (reply: unknown) => void) => unknown)[] = [];
vi.mock("../../../src/platform/browser", () => ({
  browser: {
    runtime: { id: "quicktag-id", onMessage: { addListener: (one: (typeof listeners)[0]) => listeners.push(one) } },
  },
  ownOrigin: () => "chrome-extension://quicktag-id/",
}));

const { isOwnPage, serve } = await import("../../../src/messaging/serve");

const origin = "chrome-extension://quicktag-id/";
const popup = { id: "quicktag-id", url: `${origin}src/popup/index.html`, origin: "chrome-extension://quicktag-id" };

describe("who may ask", () => {
  it.each<[string, object, boolean]>([
    ["the popup", popup, true],
    ["an own page in a tab", { ...popup, url: `${origin}src/options/index.html`, tab: { id: 1 } }, true],
    ["an own page where the browser gives no origin", { id: popup.id, url: popup.url }, true],
    [
      "a content script",
      { id: popup.id, url: "https://app.greenhouse.io/people/1", origin: "https://app.greenhouse.io", tab: { id: 1 } },
      false,
    ],
    [
      "a content script with an address made to look like ours",
      { id: popup.id, url: `https://evil.test/${origin}`, origin: "https://evil.test" },
      false,
    ],
    ["a page whose origin is not ours, whatever its address", { ...popup, origin: "https://evil.test" }, false],
    ["an extension whose id begins like ours", { id: popup.id, url: "chrome-extension://quicktag-id2/x.html" }, false],
    ["another extension", { ...popup, id: "other" }, false],
    ["nobody", {}, false],
  ])("%s", (_who, sender, expected) => {
    expect(isOwnPage(sender as never, "quicktag-id", origin)).toBe(expected);
  });
});

describe("serving", () => {
  const clear = vi.fn(async () => ({ removed: 3 }));
  const undo = vi.fn(async () => Promise.reject(new Error("no disk")));

  beforeEach(() => {
    listeners.length = 0;
    clear.mockClear();
    serve({ "history.clear": clear, "jobs.undo": undo } as never);
  });

  const send = (message: unknown, sender: object = popup) =>
    new Promise<unknown>((resolve) => {
      if (listeners[0]?.(message, sender, resolve) !== true) resolve("not answered");
    });

  it("answers an own page with what the handler gives", async () => {
    expect(await send({ quicktag: "history.clear", request: {} })).toEqual({ ok: true, response: { removed: 3 } });
  });

  it("gives a handler's error as data", async () => {
    expect(await send({ quicktag: "jobs.undo", request: { jobId: "1" } })).toEqual({
      ok: false,
      error: "no disk",
      storage: false,
    });
  });

  it("says when it was the browser's storage that failed", async () => {
    undo.mockImplementationOnce(async () => Promise.reject(new DOMException("no room", "UnknownError")));
    const reply = await send({ quicktag: "jobs.undo", request: { jobId: "1" } });
    expect(reply).toMatchObject({ ok: false, storage: true });
  });

  it("leaves a content script, and words it does not know, without an answer", async () => {
    const page = { ...popup, url: "https://app.greenhouse.io/", origin: "https://app.greenhouse.io" };
    expect(await send({ quicktag: "history.clear", request: {} }, page)).toBe("not answered");
    for (const message of [
      { quicktag: "toString" },
      { quicktag: "constructor" },
      { quicktag: 1 },
      null,
      "history.clear",
    ]) {
      expect(await send(message)).toBe("not answered");
    }
    expect(clear).not.toHaveBeenCalled();
  });
});
