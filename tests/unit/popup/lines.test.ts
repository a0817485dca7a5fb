import { describe, expect, it } from "vitest";
import { lineKind } from "../../../src/popup/model/line";
import { lines, outcomesForOthers, STAYS_MS } from "../../../src/popup/model/lines";
import { job, NOW } from "./made";

const failure = { kind: "offline", code: null, message: null, logUrl: null, retryAfterMs: null } as const;
const none = new Set<string>();

describe("which jobs get a line", () => {
  it("shows this popup's own for as long as it is open", () => {
    const own = job({ updatedAt: NOW - 2 * STAYS_MS });
    expect(lines([own], none, NOW)).toEqual([]);
    expect(lines([own], new Set([own.id]), NOW)).toEqual([own]);
  });

  it("keeps what just finished in an earlier popup, and everything unfinished", () => {
    const fresh = job({ updatedAt: NOW - STAYS_MS + 1 });
    const old = { updatedAt: NOW - 100 * STAYS_MS };
    const open = [
      job({ ...old, state: "queued" }),
      job({ ...old, state: "sending" }),
      job({ ...old, state: "failed" }),
    ];
    expect(lines([fresh, ...open], none, NOW)).toHaveLength(4);
  });

  it("puts the newest first", () => {
    const [first, second] = [job(), job()];
    expect(lines([first, second], none, NOW)).toEqual([second, first]);
  });

  it("gives the line of an undone job to its removal, and back when that failed", () => {
    const add = job();
    const removal = job({ operation: "remove", undoes: add.id });
    expect(lines([add, removal], none, NOW)).toEqual([removal]);
    const failed = job({ operation: "remove", undoes: add.id, state: "failed" });
    expect(lines([add, failed], none, NOW)).toEqual([failed, add]);
  });
});

describe("what a line says", () => {
  it.each([
    ["added", job(), false],
    ["already-present", job({ alreadyPresent: true }), false],
    ["removed", job({ operation: "remove" }), false],
    ["adding", job({ state: "sending" }), false],
    ["adding", job({ state: "queued" }), false],
    ["removing", job({ state: "queued", operation: "remove" }), false],
    ["waiting-add", job({ state: "queued" }), true],
    ["waiting-remove", job({ state: "queued", operation: "remove" }), true],
    ["add-failed", job({ state: "failed", failure }), true],
    ["remove-failed", job({ state: "failed", failure, operation: "remove" }), true],
    ["cancelled", job({ state: "cancelled" }), false],
  ] as const)("%s", (kind, one, waits) => {
    expect(lineKind(one, waits)).toBe(kind);
  });
});

describe("outcomes for somebody else", () => {
  const bobs = { target: { ...job().target, candidateId: "kombo-bob", name: "Bob Example" } };

  it("are told by the popup over the tab they were asked for in, whoever it shows", () => {
    const added = job({ ...bobs, updatedAt: NOW });
    const failed = job({ ...bobs, state: "failed", updatedAt: NOW + 1 });
    const early = job({ ...bobs, updatedAt: NOW - 1 });
    const elsewhere = job({ ...bobs, tabId: 8 });
    const waiting = job({ ...bobs, state: "queued" });
    const own = job();
    const all = [added, failed, early, elsewhere, waiting, own];
    expect(outcomesForOthers(all, [own], { tabId: 7, openedAt: NOW })).toEqual([added, failed]);
    expect(outcomesForOthers(all, [own], { tabId: null, openedAt: NOW })).toEqual([]);
  });
});
