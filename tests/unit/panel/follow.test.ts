import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HOST, openPanel, personAt } from "./world";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A panel over p1, found. */
async function over() {
  const panel = await openPanel();
  await pass(1000);
  return panel;
}

describe("a panel beside a tab", () => {
  it("shows who is open, and follows the page to the next", async () => {
    const panel = await over();
    expect(panel.shown()).toBe("p1");
    panel.go("p7");
    await pass(1);
    expect(panel.shown()).toBeNull();
    await pass(1500);
    expect(panel.shown()).toBe("p7");
    expect(panel.asked.map(({ following }) => following === true)).toEqual([false, true]);
  });

  it("counts a key at a sign that means nothing, and at a title that comes late, once it is the same person's page", async () => {
    const panel = await over();
    panel.sign({ status: "complete" });
    await pass(1);
    panel.alt(1);
    expect(panel.written).toEqual([]);
    await pass(500);
    expect(panel.written).toEqual([{ to: "p1", tag: "Alpha", anyway: false }]);
    panel.retitle("p1 · Candidates");
    await pass(1);
    panel.alt(2);
    await pass(2000);
    expect(panel.written.slice(1)).toEqual([{ to: "p1", tag: "Beta", anyway: false }]);
  });

  it("gives no key that waited to somebody else, to another row, or to a later minute", async () => {
    const panel = await over();
    // Looked up anew at the same address: a key pressed before its person was shown may have meant another one.
    panel.retitle("p1 · anew");
    await pass(200);
    expect(panel.shown()).toBeNull();
    panel.sign({ status: "complete" });
    await pass(1);
    panel.alt(1);
    panel.retitle("somebody else at this address");
    await pass(3000);
    expect(panel.written).toEqual([]);
    // Enter takes what is highlighted then, which is not certain yet: the text stays.
    panel.sign({ status: "complete" });
    await pass(1);
    panel.type("alp");
    panel.enter();
    expect(panel.get()).toMatchObject({ notice: { kind: "moving" }, text: "alp" });
    await pass(1000);
    expect(panel.written).toEqual([]);
  });

  it("takes no tag from the first sign of a move until the page is read, and keeps what is typed", async () => {
    const panel = await over();
    panel.go("p7", { tells: false });
    await pass(1);
    panel.type("Beta");
    panel.enter();
    panel.alt(1);
    expect(panel.get()).toMatchObject({ moving: true, text: "Beta", pendingEntries: [] });
    await pass(2000);
    expect(panel.get()).toMatchObject({ notice: { kind: "moving" }, text: "Beta" });
    expect(panel.written).toEqual([]);
    panel.enter();
    await pass(100);
    expect(panel.written).toEqual([{ to: "p7", tag: "Beta", anyway: false }]);
  });

  it("sends what was entered while a page was looked up to that page's candidate, also when the tab goes on", async () => {
    const panel = await over();
    panel.go("p7");
    await pass(400);
    panel.alt(1);
    expect(panel.get().pendingEntries).toHaveLength(1);
    panel.go("p8");
    await pass(400);
    panel.alt(2);
    panel.go("p9");
    await pass(2000);
    expect(panel.written).toEqual([
      { to: "p7", tag: "Alpha", anyway: true },
      { to: "p8", tag: "Beta", anyway: true },
    ]);
    expect(panel.shown()).toBe("p9");
  });

  it("keeps for their candidate what was entered for somebody who must be confirmed, and says so", async () => {
    const panel = await over();
    panel.doubt();
    panel.go("p7");
    await pass(400);
    panel.alt(1);
    panel.go("p8");
    await pass(2000);
    expect(panel.written).toEqual([]);
    expect(panel.panel().left).toMatchObject([{ name: "p7", tags: ["Alpha"] }]);
    expect(panel.session.get("draft:greenhouse:made-up:p7")).toContain("Alpha");
    expect(panel.get().chips).toEqual([]);
  });

  it.each([
    ["is told at once", 0],
    ["is told only after the answer", 2000],
  ])(
    "gives nobody else what was entered on a page that was gone before it was read, and that %s",
    async (_, latency) => {
      const panel = await over();
      panel.delays.read = 300;
      panel.go("p7");
      await pass(200);
      panel.alt(1);
      expect(panel.get().pendingEntries).toHaveLength(1);
      panel.go("p8", { latency });
      await pass(5000);
      expect(panel.shown()).toBe("p8");
      expect(panel.written).toEqual([]);
      // Kept for the page it was entered on, or put aside in view.
      const kept = panel.session.get(`draft:tab:1:${HOST}p7`) ?? panel.get().chips[0]?.choice?.name;
      expect(kept).toContain("Alpha");
    },
  );

  it.each([0, 30, 200])(
    "sends a tag to the person shown at the key, though the tab goes on before that is looked at again, told %i ms later",
    async (latency) => {
      const panel = await over();
      panel.delays.read = 100;
      panel.alt(1);
      panel.go("p8", { latency });
      await pass(3000);
      expect(panel.shown()).toBe("p8");
      expect(panel.written).toEqual([{ to: "p1", tag: "Alpha", anyway: true }]);
      expect(panel.get().candidateChanged).toBeNull();
      expect(panel.panel().left).toEqual([]);
    },
  );

  it("asks where the page shows somebody else and the browser told of no change", async () => {
    const panel = await over();
    panel.go("p8", { latency: 60_000 });
    panel.alt(1);
    await pass(1000);
    expect(panel.written).toEqual([]);
    expect(panel.get().candidateChanged).toMatchObject({ shown: { candidate: { id: "p1" } } });
  });

  it("keeps what waited for somebody apart from what is typed on, which goes along", async () => {
    const panel = await over();
    panel.doubt();
    panel.go("p2");
    await pass(2000);
    panel.alt(1);
    panel.type("be");
    panel.go("p7");
    await pass(20);
    panel.type("bet");
    await pass(400);
    panel.alt(2);
    panel.go("p8");
    await pass(20);
    panel.type("beta");
    await pass(3000);
    expect(panel.get()).toMatchObject({ text: "beta", chips: [] });
    expect(panel.session.get("draft:greenhouse:made-up:p2")).toMatch(/^Alpha\n/);
    expect(panel.session.get("draft:greenhouse:made-up:p7")).toMatch(/^Beta\n/);
    expect(panel.session.get("draft:greenhouse:made-up:p8")).toBe("beta");
    expect(panel.written).toEqual([]);
  });

  it("reads a page that gets its title after the key as after a key", async () => {
    const panel = await over();
    panel.resume();
    panel.readNow();
    await pass(200);
    panel.retitle("Ada");
    await pass(3000);
    expect(panel.asked.every(({ following }) => !following)).toBe(true);
    panel.retitle("Somebody");
    await pass(6000);
    panel.retitle("Somebody else");
    await pass(3000);
    expect(panel.asked.at(-1)).toMatchObject({ following: true });
  });

  it("does not look again for a counter before the title, and looks once for a burst of signs", async () => {
    const panel = await over();
    for (let n = 1; n < 9; n++) {
      panel.retitle(`(${n}) p1 · ATS`);
      await pass(50);
    }
    expect(panel.get().moving).toBe(false);
    expect(panel.asked).toHaveLength(1);
    for (const person of ["p4", "p5", "p6", "p7"]) {
      panel.go(person);
      await pass(40);
    }
    await pass(2000);
    expect(panel.asked).toHaveLength(2);
    expect(panel.shown()).toBe("p7");
  });

  it("asks nothing while nobody sees it, after a pause, and after 15 minutes without a key", async () => {
    const panel = await over();
    panel.document.visibilityState = "hidden";
    panel.go("p7");
    await pass(3000);
    expect(panel.asked).toHaveLength(1);
    panel.document.visibilityState = "visible";
    panel.document.dispatchEvent(new Event("visibilitychange"));
    await pass(2000);
    expect(panel.shown()).toBe("p7");
    panel.pause();
    panel.go("p8");
    await pass(3000);
    expect(panel.get().result).toEqual({ kind: "waits-for-key", because: "paused" });
    expect(panel.asked).toHaveLength(2);
    panel.resume();
    await pass(2000);
    expect(panel.shown()).toBe("p8");
    await pass(panel.IDLE_MS + 31_000);
    expect(panel.panel().following).toBe("idle");
    panel.go("p9");
    await pass(3000);
    expect(panel.asked).toHaveLength(3);
    expect(panel.shown()).toBeNull();
  });

  it("goes with the window's tab and comes back", async () => {
    const panel = await over();
    panel.switchTo(2);
    await pass(2000);
    expect(panel.shown()).toBe("p2");
    panel.switchTo(1);
    await pass(2000);
    expect(panel.shown()).toBe("p1");
  });
});

type Step =
  | { do: "go"; person: string; tells: boolean; loads: boolean; latency: number }
  | { do: "switch"; id: number; latency: number }
  | { do: "title" }
  | { do: "alt"; digit: number }
  | { do: "type" }
  | { do: "wait" };

const latency = fc.integer({ min: 0, max: 40 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("go" as const),
    person: fc.constantFrom("p4", "p5", "p6", "p7", "p8"),
    tells: fc.boolean(),
    loads: fc.boolean(),
    latency,
  }),
  fc.record({ do: fc.constant("switch" as const), id: fc.constantFrom(1, 2, 3), latency }),
  fc.constant({ do: "title" as const }),
  fc.record({ do: fc.constant("alt" as const), digit: fc.constantFrom(1, 2) }),
  fc.constant({ do: "type" as const }),
  fc.constant({ do: "wait" as const }),
);
const plan = fc.array(
  fc.record({
    step,
    pause: fc.integer({ min: 0, max: 900 }),
    read: fc.integer({ min: 0, max: 120 }),
    answer: fc.integer({ min: 0, max: 1500 }),
  }),
  { minLength: 4, maxLength: 30 },
);

it("leaves with the background what is entered while a page is looked up, as long as the answer is not there", async () => {
  const panel = await over();
  panel.go("p7");
  await pass(300);
  panel.type("alpha");
  panel.enter();
  await pass(1);
  expect(panel.given.size).toBe(1);
  await pass(3000);
  expect(panel.given.size).toBe(0);
  expect(panel.written).toEqual([{ to: "p7", tag: "Alpha", anyway: false }]);
});

it("never tags anybody but the person beside the panel at the key press, whatever the tabs do", async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(plan, async (steps) => {
      vi.useFakeTimers();
      const panel = await over();
      /** Where the tab was lately: the browser's events come up to 40 ms late, faster than anybody sees and presses. */
      const lately: { url: string; until: number }[] = [];
      const moves = (act: () => void) => {
        lately.push({ url: panel.url(), until: Date.now() + 41 });
        act();
      };
      /** Whom each key press was meant for, by what the panel said. */
      const meant: { person: string; tag: string }[] = [];
      const press = (tag: string, act: () => void) => {
        const { moving, pageUrl, tabId } = panel.get();
        const person = panel.shown() ?? (pageUrl === null ? null : personAt(pageUrl));
        act();
        if (person === null || tabId === null) return;
        const before = lately.filter(({ until }) => until >= Date.now()).map(({ url }) => url);
        const isStale = ![panel.url(), ...before].map(personAt).includes(person);
        // Whoever is still shown after a sign of a move gets the tag only if they are still open.
        if (moving && isStale) return;
        expect(isStale, "the panel showed a stale person").toBe(false);
        meant.push({ person, tag });
      };
      for (const { step, pause, read, answer } of steps) {
        Object.assign(panel.delays, { read, answer });
        if (step.do === "go") moves(() => panel.go(step.person, step));
        else if (step.do === "switch") moves(() => panel.switchTo(step.id, step.latency));
        else if (step.do === "title") panel.retitle(`${personAt(panel.url())} changed ${Date.now()}`);
        else if (step.do === "alt") press(step.digit === 1 ? "Alpha" : "Beta", () => panel.alt(step.digit));
        else if (step.do === "type") {
          panel.type("beta");
          press("Beta", panel.enter);
        }
        await pass(pause);
      }
      await pass(5000);
      for (const { to, tag } of panel.written) {
        const at = meant.findIndex((one) => one.person === to && one.tag === tag);
        expect(at, `${tag} went to ${to}, meant ${JSON.stringify(meant)}`).toBeGreaterThanOrEqual(0);
        meant.splice(at, 1);
        sent += 1;
      }
      // Closing it now sends nothing a second time.
      expect([...panel.given]).toEqual([]);
      // It has come to rest where the tab is.
      expect(panel.get()).toMatchObject({ moving: false, pageUrl: panel.url() });
      expect(`${HOST}${panel.shown()}`).toBe(panel.url());
    }),
    { numRuns: 150 },
  );
  expect(sent).toBeGreaterThan(100);
}, 120_000);
