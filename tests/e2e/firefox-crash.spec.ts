import { expect, test } from "./support/firefox-fault-app";
import { northwind } from "./support/shared-app";

const ada = northwind.people[0]!;
const TAG = "Excellent Fit";

for (const applyBefore of [false, true]) {
  test(`Firefox: the extensions' process is killed before the answer, with the write ${applyBefore ? "done" : "not done"}: the tags arrive @slow`, async ({
    app,
  }) => {
    app.control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer", applyBefore } }]);
    const ids = await app.extensionPage.add(northwind, ada, TAG, "Freelance");
    await app.control.faults.waitUntilHeld("answer");
    await app.killExtensionProcess();
    await app.openPageAgain();
    await app.extensionPage.wake();
    for (const id of ids) expect(await app.extensionPage.job(id)).toMatchObject({ state: "done", failure: null });
    app.control.faults.release("answer");
    expect([...app.tagsOf(ada)]).toEqual([...ada.tags, TAG, "Freelance"]);
  });
}
