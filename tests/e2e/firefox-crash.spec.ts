import { BUILD, program } from "../harness/builds";
import { launchFirefox } from "../harness/firefox";
import { FirefoxPage } from "../harness/firefox-extension";
import { createProfile, removeProfile } from "../harness/profile-folder";
import { until } from "../harness/until";
import { ExtensionPage } from "./support/extension-page";
import { expect, test } from "./support/firefox-fault-app";
import { northwind, threeCompanies } from "./support/shared-app";

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

test("Firefox: the browser is killed and started again: the tags arrive without any action @slow", async ({
  display,
  sandbox,
}) => {
  const { control } = sandbox;
  control.reset();
  const profile = createProfile("firefox-kept");
  const options = {
    extension: BUILD.firefox,
    executablePath: program("FIREFOX_PATH"),
    display: display.name,
    httpsPort: sandbox.httpsPort,
    profile,
  };
  try {
    const setUp = await launchFirefox(options);
    const settings = new ExtensionPage(await FirefoxPage.open(setUp.inspector));
    expect(await settings.request("settings.save", threeCompanies())).toEqual({ ok: true });
    await setUp.close();

    control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer" } }]);
    const first = await launchFirefox({ ...options, installed: true });
    const ids = await new ExtensionPage(await FirefoxPage.open(first.inspector)).add(northwind, ada, TAG, "Freelance");
    await control.faults.waitUntilHeld("answer");
    await first.kill();
    expect(control.tagsOf(ada.komboId)).toEqual(ada.tags);

    const second = await launchFirefox({ ...options, installed: true });
    try {
      await until("both tags", () => control.tagsOf(ada.komboId).length === ada.tags.length + 2, 60_000);
      control.faults.release("answer");
      const again = new ExtensionPage(await FirefoxPage.open(second.inspector));
      for (const id of ids) expect(await again.job(id)).toMatchObject({ state: "done", failure: null });
      expect(control.tagsOf(ada.komboId)).toEqual([...ada.tags, TAG, "Freelance"]);
    } finally {
      await second.close();
    }
  } finally {
    removeProfile(profile);
  }
});
