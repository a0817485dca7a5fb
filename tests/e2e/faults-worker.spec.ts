import type { Person } from "../../sandbox/data";
import { until } from "../harness/until";
import { Profile } from "./support/profile";
import { expect, northwind, type SharedApp, test } from "./support/shared-app";

const ada = northwind.people[0]!;
const TAG = "Excellent Fit";

function sends(app: SharedApp) {
  return app.control.log.requests.filter(({ method }) => method === "POST");
}

/** Stops the worker and starts it again, as any use of Quicktag does. */
async function dieAndWake(app: SharedApp): Promise<void> {
  await app.browser.killWorker();
  await app.extensionPage.wake();
}

async function allDone(app: SharedApp, ids: readonly string[]): Promise<void> {
  for (const id of ids) expect(await app.extensionPage.job(id)).toMatchObject({ state: "done", failure: null });
  expect(await app.extensionPage.jobs()).toHaveLength(ids.length);
}

function onlyFor(app: SharedApp, person: Person): void {
  expect(app.control.log.writes.filter(({ candidateId }) => candidateId !== person.komboId)).toEqual([]);
}

for (const applyBefore of [false, true]) {
  test(`worker killed before the answer, with the write ${applyBefore ? "done" : "not done"}: that job and those behind it finish`, async ({
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

test("worker killed at any moment between submit and answer: every tag arrives, once and in order", async ({ app }) => {
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

test("worker killed just as the answer arrives: the candidate never has the tag twice", async ({ app }) => {
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

test("worker killed before a retry: the delay and its reason are kept, and the tag arrives", async ({ app }) => {
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

test("the browser crashes and restarts: the tags arrive without any action", async ({ display, sandbox }) => {
  sandbox.control.reset();
  const profile = await Profile.connectedTo(northwind, display, sandbox);
  sandbox.control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer" } }]);
  const first = await profile.launch();
  const ids = await (await profile.openExtensionPage(first)).add(northwind, ada, TAG, "Freelance");
  await sandbox.control.faults.waitUntilHeld("answer");
  await first.kill();
  expect(sandbox.control.tagsOf(ada.komboId)).toEqual(ada.tags);

  const second = await profile.launch();
  try {
    await until("both tags to arrive", () => sandbox.control.tagsOf(ada.komboId).length === ada.tags.length + 2);
    sandbox.control.faults.release("answer");
    const again = await profile.openExtensionPage(second);
    for (const id of ids) expect(await again.job(id)).toMatchObject({ state: "done" });
    expect(sandbox.control.tagsOf(ada.komboId)).toEqual([...ada.tags, TAG, "Freelance"]);
  } finally {
    await second.close();
    profile.remove();
  }
});

test("@slow worker killed and no page open: the alarm starts it again", async ({ app }) => {
  app.control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer" } }]);
  const [id] = await app.extensionPage.add(northwind, ada, TAG);
  await app.control.faults.waitUntilHeld("answer");
  await app.browser.killWorker();
  expect(await app.extensionPage.job(id!, undefined, 120_000)).toMatchObject({ state: "done", unanswered: true });
  expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG]);
});

test("@slow a retry in some minutes survives the worker going to sleep", async ({ display, sandbox }) => {
  sandbox.control.reset();
  const profile = await Profile.connectedTo(northwind, display, sandbox);
  const fault = { code: "REMOTE.SERVICE_UNAVAILABLE", headers: { "Retry-After": "100" } };
  sandbox.control.faults.set([{ match: { method: "POST" }, times: 1, fault }]);
  const unattended = await profile.launch();
  try {
    // Closed, so that no page of Quicktag is open during the wait.
    const extensionPage = await profile.openExtensionPage(unattended);
    await extensionPage.add(northwind, ada, TAG);
    await extensionPage.close();
    await until("the tag", () => sandbox.control.tagsOf(ada.komboId).includes(TAG), 200_000);
    const [first, second] = sandbox.control.log.requests.filter(({ method }) => method === "POST");
    expect(second!.at - first!.answeredAt!).toBeGreaterThanOrEqual(100_000);
  } finally {
    await unattended.close();
    profile.remove();
  }
});

test("@slow an answer after 5.5 minutes arrives, without a debugger that keeps the worker alive", async ({
  display,
  sandbox,
}) => {
  sandbox.control.reset();
  const profile = await Profile.connectedTo(northwind, display, sandbox);
  sandbox.control.faults.set([{ match: { method: "POST" }, times: 1, fault: { delayMs: 330_000 } }]);
  const unattended = await profile.launch();
  try {
    const extensionPage = await profile.openExtensionPage(unattended);
    const [id] = await extensionPage.add(northwind, ada, TAG);
    await extensionPage.close();
    const { log } = sandbox.control;
    await log.waitFor(({ method, answeredAt }) => method === "POST" && answeredAt !== null, 400_000);
    const again = await profile.openExtensionPage(unattended);
    expect(await again.job(id!)).toMatchObject({ state: "done", attempts: 1, unanswered: false });
    expect(sandbox.control.tagsOf(ada.komboId)).toEqual([...ada.tags, TAG]);
  } finally {
    await unattended.close();
    profile.remove();
  }
});
