import type { Person } from "../../sandbox/data";
import { expect, northwind, type Office, test } from "./support/office";
import { Profile } from "./support/profile";
import { until } from "./support/until";

const ada = northwind.people[0]!;
const TAG = "Excellent Fit";

function sends(office: Office) {
  return office.control.log.requests.filter(({ method }) => method === "POST");
}

/** The worker dies and comes back as it does when the recruiter does anything with Quicktag. */
async function dieAndWake(office: Office): Promise<void> {
  await office.browser.killWorker();
  await office.inside.wake();
}

async function allDone(office: Office, ids: readonly string[]): Promise<void> {
  for (const id of ids) expect(await office.inside.job(id)).toMatchObject({ state: "done", failure: null });
  expect(await office.inside.jobs()).toHaveLength(ids.length);
}

function onlyFor(office: Office, person: Person): void {
  expect(office.control.log.writes.filter(({ candidateId }) => candidateId !== person.komboId)).toEqual([]);
}

for (const applyBefore of [false, true]) {
  test(`killed while the answer is pending, the write ${applyBefore ? "done" : "not done"} by then; what waits behind it goes too`, async ({
    office,
  }) => {
    office.control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer", applyBefore } }]);
    const ids = await office.inside.add(northwind, ada, TAG, "Freelance", "Career Fair");
    await office.control.faults.waitUntilHeld("answer");
    await dieAndWake(office);
    await allDone(office, ids);
    expect(await office.inside.job(ids[0]!)).toMatchObject({ unanswered: true, attempts: 2 });
    expect(await office.inside.job(ids[1]!)).toMatchObject({ unanswered: false, attempts: 1 });
    office.control.faults.release("answer");
    expect([...office.tagsOf(ada)]).toEqual([...ada.tags, TAG, "Freelance", "Career Fair"]);
    expect(sends(office)).toHaveLength(4);
    onlyFor(office, ada);
  });
}

test("killed at any moment between asking and answer: all arrive, each once, in order", async ({ office }) => {
  const asked: { person: Person; tag: string; id: string }[] = [];
  const people = northwind.people.filter((person) => person.synced);
  for (const [step, person] of people.entries()) {
    // No wait for a state: the moment of death itself is what is swept over, from before the claim to after the answer.
    const deathAfterMs = step * 4;
    const ids = await office.inside.add(northwind, person, TAG, "Freelance");
    await new Promise((resolve) => setTimeout(resolve, deathAfterMs));
    await dieAndWake(office);
    asked.push(...ids.map((id, at) => ({ person, id, tag: at === 0 ? TAG : "Freelance" })));
  }
  await allDone(
    office,
    asked.map(({ id }) => id),
  );
  for (const person of people) expect(office.tagsOf(person)).toEqual([...person.tags, TAG, "Freelance"]);
});

test("killed right when the answer comes: sent again or kept, never twice on the candidate", async ({ office }) => {
  for (const tag of [TAG, "Freelance", "Career Fair", "Remote"]) {
    office.control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer", applyBefore: true } }]);
    const [id] = await office.inside.add(northwind, ada, tag);
    await office.control.faults.waitUntilHeld("answer");
    office.control.faults.release("answer");
    await dieAndWake(office);
    expect(await office.inside.job(id!)).toMatchObject({ state: "done", failure: null });
  }
  expect(office.tagsOf(ada)).toEqual([...ada.tags, TAG, "Freelance", "Career Fair", "Remote"]);
});

test("killed during a retry wait: the wait is kept, with its reason, and the tag arrives", async ({ office }) => {
  const fault = { status: 503, headers: { "Retry-After": "3" } };
  office.control.faults.set([{ match: { method: "POST" }, times: 1, fault }]);
  const [id] = await office.inside.add(northwind, ada, TAG);
  const waiting = await office.inside.job(id!, ({ state, failure }) => state === "queued" && failure !== null);
  await dieAndWake(office);
  expect(await office.inside.job(id!, () => true)).toEqual(waiting);
  expect(await office.inside.job(id!)).toMatchObject({ state: "done" });
  const [first, second] = sends(office);
  expect(second!.at).toBeGreaterThanOrEqual(first!.answeredAt! + 3000);
});

test("Quicktag is reloaded, as by an update, in the middle: it goes on by itself", async ({ office }) => {
  office.control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer" } }]);
  const ids = await office.inside.add(northwind, ada, TAG, "Freelance");
  await office.control.faults.waitUntilHeld("answer");
  await office.reload();
  for (const id of ids) expect(await office.inside.job(id)).toMatchObject({ state: "done" });
  office.control.faults.release("answer");
  expect(office.tagsOf(ada)).toEqual([...ada.tags, TAG, "Freelance"]);
  expect(await office.inside.jobs()).toHaveLength(2);
});

test("the browser is killed and started again: what was asked for arrives by itself", async ({ display, sandbox }) => {
  sandbox.control.reset();
  const profile = await Profile.connectedTo(northwind, display, sandbox);
  sandbox.control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer" } }]);
  const first = await profile.launch();
  const ids = await (await profile.inside(first)).add(northwind, ada, TAG, "Freelance");
  await sandbox.control.faults.waitUntilHeld("answer");
  await first.kill();
  expect(sandbox.control.tagsOf(ada.komboId)).toEqual(ada.tags);

  const second = await profile.launch();
  try {
    await until("both tags to arrive", () => sandbox.control.tagsOf(ada.komboId).length === ada.tags.length + 2);
    sandbox.control.faults.release("answer");
    const again = await profile.inside(second);
    for (const id of ids) expect(await again.job(id)).toMatchObject({ state: "done" });
    expect(sandbox.control.tagsOf(ada.komboId)).toEqual([...ada.tags, TAG, "Freelance"]);
  } finally {
    await second.close();
    profile.remove();
  }
});

test("@slow killed with nobody there to wake it: the alarm does", async ({ office }) => {
  office.control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer" } }]);
  const [id] = await office.inside.add(northwind, ada, TAG);
  await office.control.faults.waitUntilHeld("answer");
  await office.browser.killWorker();
  expect(await office.inside.job(id!, undefined, 120_000)).toMatchObject({ state: "done", unanswered: true });
  expect(office.tagsOf(ada)).toEqual([...ada.tags, TAG]);
});

test("@slow a retry some minutes away is remembered by a worker that sleeps meanwhile", async ({
  display,
  sandbox,
}) => {
  sandbox.control.reset();
  const profile = await Profile.connectedTo(northwind, display, sandbox);
  const fault = { code: "REMOTE.SERVICE_UNAVAILABLE", headers: { "Retry-After": "100" } };
  sandbox.control.faults.set([{ match: { method: "POST" }, times: 1, fault }]);
  const unattended = await profile.launch();
  try {
    // Its page must not stay: it would keep nothing alive, but the test is to have nothing of Quicktag's open.
    const inside = await profile.inside(unattended);
    await inside.add(northwind, ada, TAG);
    await inside.close();
    await until("the tag", () => sandbox.control.tagsOf(ada.komboId).includes(TAG), 200_000);
    const [first, second] = sandbox.control.log.requests.filter(({ method }) => method === "POST");
    expect(second!.at - first!.answeredAt!).toBeGreaterThanOrEqual(100_000);
  } finally {
    await unattended.close();
    profile.remove();
  }
});

test("@slow an answer after five and a half minutes arrives, in a worker nobody is attached to", async ({
  display,
  sandbox,
}) => {
  sandbox.control.reset();
  const profile = await Profile.connectedTo(northwind, display, sandbox);
  sandbox.control.faults.set([{ match: { method: "POST" }, times: 1, fault: { delayMs: 330_000 } }]);
  const unattended = await profile.launch();
  try {
    const inside = await profile.inside(unattended);
    const [id] = await inside.add(northwind, ada, TAG);
    await inside.close();
    const { log } = sandbox.control;
    await log.waitFor(({ method, answeredAt }) => method === "POST" && answeredAt !== null, 400_000);
    const again = await profile.inside(unattended);
    expect(await again.job(id!)).toMatchObject({ state: "done", attempts: 1, unanswered: false });
    expect(sandbox.control.tagsOf(ada.komboId)).toEqual([...ada.tags, TAG]);
  } finally {
    await unattended.close();
    profile.remove();
  }
});
