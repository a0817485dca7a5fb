import { expect } from "@playwright/test";
import type { Person } from "../../../sandbox/data";
import type { FaultApp, FaultTest } from "../support/fault-app";
import { northwind } from "../support/shared-app";

const ada = northwind.people[0]!;
const TAG = "Excellent Fit";

function sends(app: FaultApp) {
  return app.control.log.requests.filter(({ method }) => method === "POST");
}

/** Stops the background and starts it again, as any use of Quicktag does. */
async function dieAndWake(app: FaultApp): Promise<void> {
  await app.killBackground();
  await app.extensionPage.wake();
}

async function allDone(app: FaultApp, ids: readonly string[]): Promise<void> {
  for (const id of ids) expect(await app.extensionPage.job(id)).toMatchObject({ state: "done", failure: null });
  expect(await app.extensionPage.jobs()).toHaveLength(ids.length);
}

function onlyFor(app: FaultApp, person: Person): void {
  expect(app.control.log.writes.filter(({ candidateId }) => candidateId !== person.komboId)).toEqual([]);
}

/** The background is stopped at each step, and goes on. */
export function backgroundTests(test: FaultTest): void {
  for (const applyBefore of [false, true]) {
    test(`background killed before the answer, with the write ${applyBefore ? "done" : "not done"}: that job and those behind it finish`, async ({
      app,
    }) => {
      app.control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer", applyBefore } }]);
      const ids = await app.extensionPage.add(northwind, ada, TAG, "Freelance", "Career Fair");
      await app.control.faults.waitUntilHeld("answer");
      await dieAndWake(app);
      await allDone(app, ids);
      expect(await app.extensionPage.job(ids[0]!)).toMatchObject({ unanswered: true, attempts: 2 });
      expect(await app.extensionPage.job(ids[1]!)).toMatchObject({ unanswered: false, attempts: 1 });
      app.control.faults.release("answer");
      expect([...app.tagsOf(ada)]).toEqual([...ada.tags, TAG, "Freelance", "Career Fair"]);
      expect(sends(app)).toHaveLength(4);
      onlyFor(app, ada);
    });
  }

  test("background killed at any moment between submit and answer: every tag arrives, once and in order", async ({
    app,
  }) => {
    const asked: { person: Person; tag: string; id: string }[] = [];
    const people = northwind.people.filter((person) => person.synced);
    for (const [step, person] of people.entries()) {
      // No condition to wait for: the test sweeps the moment of the kill, from before the claim to after the answer.
      const deathAfterMs = step * 4;
      const ids = await app.extensionPage.add(northwind, person, TAG, "Freelance");
      await new Promise((resolve) => setTimeout(resolve, deathAfterMs));
      await dieAndWake(app);
      asked.push(...ids.map((id, at) => ({ person, id, tag: at === 0 ? TAG : "Freelance" })));
    }
    await allDone(
      app,
      asked.map(({ id }) => id),
    );
    for (const person of people) expect(app.tagsOf(person)).toEqual([...person.tags, TAG, "Freelance"]);
  });

  test("background killed just as the answer arrives: the candidate never has the tag twice", async ({ app }) => {
    for (const tag of [TAG, "Freelance", "Career Fair", "Remote"]) {
      app.control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer", applyBefore: true } }]);
      const [id] = await app.extensionPage.add(northwind, ada, tag);
      await app.control.faults.waitUntilHeld("answer");
      app.control.faults.release("answer");
      await dieAndWake(app);
      expect(await app.extensionPage.job(id!)).toMatchObject({ state: "done", failure: null });
    }
    expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG, "Freelance", "Career Fair", "Remote"]);
  });

  test("background killed before a retry: the delay and its reason are kept, and the tag arrives", async ({ app }) => {
    const fault = { status: 503, headers: { "Retry-After": "3" } };
    app.control.faults.set([{ match: { method: "POST" }, times: 1, fault }]);
    const [id] = await app.extensionPage.add(northwind, ada, TAG);
    const waiting = await app.extensionPage.job(id!, ({ state, failure }) => state === "queued" && failure !== null);
    await dieAndWake(app);
    expect(await app.extensionPage.job(id!, () => true)).toEqual(waiting);
    expect(await app.extensionPage.job(id!)).toMatchObject({ state: "done" });
    const [first, second] = sends(app);
    expect(second!.at).toBeGreaterThanOrEqual(first!.answeredAt! + 3000);
  });

  test("an update reloads the extension while it sends: it continues by itself", async ({ app }) => {
    app.control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer" } }]);
    const ids = await app.extensionPage.add(northwind, ada, TAG, "Freelance");
    await app.control.faults.waitUntilHeld("answer");
    await app.reload();
    for (const id of ids) expect(await app.extensionPage.job(id)).toMatchObject({ state: "done" });
    app.control.faults.release("answer");
    expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG, "Freelance"]);
    expect(await app.extensionPage.jobs()).toHaveLength(2);
  });

  test("@slow background killed and no page open: the alarm starts it again", async ({ app }) => {
    app.control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer" } }]);
    const [id] = await app.extensionPage.add(northwind, ada, TAG);
    await app.control.faults.waitUntilHeld("answer");
    await app.killBackground();
    expect(await app.extensionPage.job(id!, undefined, 120_000)).toMatchObject({ state: "done", unanswered: true });
    expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG]);
  });
}
