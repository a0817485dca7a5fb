import { cpSync, rmSync } from "node:fs";
import { isLive } from "../../src/domain/job";
import { BUILD, program } from "../harness/builds";
import { launchChromium } from "../harness/chromium";
import { removeProfile } from "../harness/profile-folder";
import { openExtensionsPage, reloadFromFolder } from "../harness/reload";
import { until } from "../harness/until";
import { App, company } from "./support/app";
import { PageOf100, unpackBuildOf100 } from "./support/earlier";
import { ExtensionPage } from "./support/extension-page";
import { keyedBuild } from "./support/keyed";
import { expect, test } from "./support/test";

const northwind = company("Northwind Example");
const heron = company("Heron Example");
const [ada, ben, cleo] = northwind.people.filter(({ synced }) => synced) as [
  (typeof northwind.people)[0],
  (typeof northwind.people)[0],
  (typeof northwind.people)[0],
];

test("@slow 1.0.0 is updated while it runs: a full outbox goes on, and the open page's old script is in nobody's way", async ({
  display,
  sandbox,
}) => {
  const { control } = sandbox;
  control.reset();
  const old = unpackBuildOf100();
  const extension = keyedBuild(old);
  const today = keyedBuild(BUILD.chrome);
  const browser = await launchChromium({
    extension,
    executablePath: program("CHROMIUM_PATH"),
    display: display.name,
    hosts: new Map([["*", sandbox.httpsPort]]),
  });
  try {
    const app = new App(display, sandbox, browser);
    const { context, extensionId } = browser;
    const first = await ExtensionPage.open(context, extensionId);
    const page100 = new PageOf100(context.pages().at(-1)!);
    await page100.connect(northwind, heron);
    await page100.ask("settings.preferences", { historyDays: 90, mayCreateTags: false });

    // A toast of 1.0.0 stands in the candidate's page: its outcome came when the popup was closed.
    control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "toast", applyBefore: true } }]);
    await app.openCandidate(northwind, ada);
    const popup100 = await app.openPopup();
    await popup100.shows("Ada Example");
    await popup100.type("Excellent Fit");
    await popup100.press("Return");
    await control.faults.waitUntilHeld("toast");
    await popup100.leave();
    control.faults.release("toast");
    const toast = app.toast();
    await toast.shows("Ada Example");
    await toast.hover("Undo");

    // The outbox is full: one tag on its way, others behind it, some waiting for a busy ATS.
    const fault = { status: 503, headers: { "Retry-After": "2" } };
    control.faults.set([
      { match: { method: "POST", candidateId: ben.komboId }, times: 1, fault: { hold: "on its way" } },
      { match: { method: "POST", candidateId: cleo.komboId }, times: 1, fault },
    ]);
    const tagsOfBen = northwind.tags.filter((tag) => !ben.tags.includes(tag)).slice(0, 12);
    const tagsOfCleo = northwind.tags.filter((tag) => !cleo.tags.includes(tag)).slice(0, 6);
    const waiting = [
      ...(await page100.add(northwind, ben, ...tagsOfBen)),
      ...(await page100.add(northwind, cleo, ...tagsOfCleo)),
    ];
    await control.faults.waitUntilHeld("on its way");
    const stored = (await first.jobs()).filter(({ id }) => waiting.includes(id));
    expect(stored.filter(isLive)).toHaveLength(tagsOfBen.length + tagsOfCleo.length);

    // The update: today's files in the same folder, and a reload, as the browser does it.
    const sentBefore = control.log.requests.length;
    rmSync(extension, { recursive: true });
    cpSync(today, extension, { recursive: true });
    const extensions = await context.newPage();
    await openExtensionsPage(extensions);
    await reloadFromFolder(extensions, extensionId);
    await extensions.close();
    const page = await until("Quicktag to run again", () => ExtensionPage.open(context, extensionId).catch(() => null));

    await until("everything that waited to be sent", async () => {
      const now = (await page.jobs()).filter(({ id }) => waiting.includes(id));
      return now.length === waiting.length && now.every((job) => !isLive(job));
    });
    expect((await page.jobs()).filter(({ state }) => state !== "done")).toEqual([]);
    control.faults.release("on its way");
    expect(control.tagsOf(ben.komboId)).toEqual([...ben.tags, ...tagsOfBen]);
    expect(control.tagsOf(cleo.komboId)).toEqual([...cleo.tags, ...tagsOfCleo]);
    const options = await app.options();
    await expect(options.page.getByLabel("Keep outcomes for")).toHaveValue("90");
    await options.page.close();

    // The old toast is nobody's now: its button does nothing to the tag, and the page is not in the way of a new gesture.
    await app.tab.bringToFront();
    const removals = () => control.log.requests.slice(sentBefore).filter(({ method }) => method === "DELETE");
    await toast.shows("Ada Example");
    await toast.click("Undo");
    await until("the old toast to go", async () => (await toast.text()) === "");
    expect(removals()).toEqual([]);
    expect(control.tagsOf(ada.komboId)).toContain("Excellent Fit");

    control.faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "new", applyBefore: true } }]);
    const popup = await app.openPopup();
    await popup.shows("Ada Example");
    await popup.tag("Freelance");
    await control.faults.waitUntilHeld("new");
    await popup.close();
    control.faults.release("new");
    await toast.shows("Tag added");
    expect(await app.tab.locator("[popover=manual]").count()).toBe(1);
    await toast.click("Undo");
    await until("the tag to be taken back", () => !control.tagsOf(ada.komboId).includes("Freelance"));
    expect(removals()).toHaveLength(1);
    expect(control.tagsOf(ada.komboId)).toEqual([...ada.tags, "Excellent Fit"]);
  } finally {
    await browser.close();
    for (const folder of [old, extension, today]) removeProfile(folder);
  }
});
