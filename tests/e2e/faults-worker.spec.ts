import { until } from "../harness/until";
import { backgroundTests } from "./both/faults-background";
import { Profile } from "./support/profile";
import { expect, northwind, test } from "./support/shared-app";

const ada = northwind.people[0]!;
const TAG = "Excellent Fit";

backgroundTests((title, body) => test(title, body));

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
