import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { MessageName, RequestOf } from "../../../src/messaging/protocol";
import { openPopup } from "./keyboard";
import { shown } from "./made";

/** What the background does with an intention: it takes each once, and adds nothing for one it does not have. */
async function popupWithBackground({
  link = null as string | null,
  stores = "later" as "at once" | "later" | "never",
}) {
  await openPopup();
  const onDisk = new Set<string>();
  const added: string[] = [];
  const arrivals: (() => void)[] = [];
  vi.doMock("../../../src/messaging/call", () => ({
    call: async (name: MessageName, request: never) => {
      if (name === "intentions.add") {
        if (stores === "never") throw new Error("no room");
        if (stores === "later") await new Promise<void>((resolve) => arrivals.push(resolve));
        onDisk.add((request as RequestOf<"intentions.add">).id);
      }
      if (name !== "tags.apply") return {};
      const { tags, intentionIds = [] } = request as RequestOf<"tags.apply">;
      const there = intentionIds.filter((id) => onDisk.delete(id));
      if (intentionIds.length === 0 || there.length > 0) added.push(...tags.map((tag) => tag.name));
      return { ok: true, jobs: ["job"] };
    },
  }));
  vi.resetModules();
  const { get, set, usePopup } = await import("../../../src/popup/state");
  const { handOverPendingEntries } = await import("../../../src/popup/intentions");
  const { resolvePendingEntries } = await import("../../../src/popup/pending-entries");
  const { prepare } = await import("../../../src/domain/picker");
  usePopup.subscribe(handOverPendingEntries);
  usePopup.subscribe(resolvePendingEntries);
  set({ tabId: 1, pageUrl: "https://app.greenhouse.io/people", link });
  return {
    added,
    enter: (typed: string) =>
      set({
        pendingEntries: [
          ...get().pendingEntries,
          { ...entry(typed), id: crypto.randomUUID() } as ReturnType<typeof get>["pendingEntries"][number],
        ],
      }),
    find: () => set({ result: { kind: "found", shown: shown() } }),
    list: (...names: string[]) => set({ index: prepare(names), listSettled: true }),
    arrive: () => {
      for (const resolve of arrivals.splice(0)) resolve();
    },
    settle: () => new Promise((resolve) => setTimeout(resolve)),
  };
}

const entry = (typed: string) => ({ typed, choice: null, candidateId: null, revision: -1 });

describe("what was entered early", () => {
  it("is added where the background could not take it", async () => {
    const made = await popupWithBackground({ link: "https://app.greenhouse.io/people/42", stores: "never" });
    made.enter("Excellent Fit");
    made.find();
    made.list("Excellent Fit");
    await made.settle();
    expect(made.added).toEqual(["Excellent Fit"]);
  });

  it("is added once, whenever the background has it on disk and whoever the link leads to", async () => {
    const step = fc.constantFrom("find", "list", "arrive", "enter");
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 8 }),
        fc.constantFrom(null, "https://app.greenhouse.io/people/42"),
        fc.constantFrom("at once" as const, "later" as const, "never" as const),
        async (steps, link, stores) => {
          const made = await popupWithBackground({ link, stores });
          const names = ["Excellent Fit", "Freelance", "Python", "Remote", "Silver Medalist", "Speaks French"];
          const entered: string[] = [];
          const take = {
            find: made.find,
            list: () => made.list(...names),
            arrive: made.arrive,
            enter: () => {
              const name = names[entered.length] as string;
              entered.push(name);
              made.enter(name);
            },
          };
          for (const one of ["enter" as const, ...steps]) {
            if (one !== "enter" || entered.length < names.length) take[one]();
            await made.settle();
          }
          made.find();
          made.list(...names);
          made.arrive();
          await made.settle();
          made.arrive();
          await made.settle();
          expect(made.added.toSorted()).toEqual(entered.toSorted());
        },
      ),
      { numRuns: 60 },
    );
  });
});
