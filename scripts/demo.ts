// The main job, done by real keys on a screen nobody sees: prints what happens and takes pictures of it.
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startSandbox } from "../sandbox/server";
import { BUILD, program } from "../tests/e2e/support/builds";
import { type Chromium, launchChromium } from "../tests/e2e/support/chromium";
import { company, Desk } from "../tests/e2e/support/desk";
import { startDisplay } from "../tests/e2e/support/display";

const TAG = "Excellent Fit";
const pictures = fileURLToPath(new URL("../demo/", import.meta.url));
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures);

const display = await startDisplay();
const sandbox = await startSandbox({ latency: "human" });
let browser: Chromium | undefined;
try {
  browser = await launchChromium({
    extension: BUILD.chrome,
    executablePath: program("CHROMIUM_PATH"),
    display: display.name,
    hosts: new Map([["*", sandbox.httpsPort]]),
  });
  await tagAda(new Desk(display, sandbox, browser));
  console.log(`\nDone. The pictures are in demo/.`);
} catch (error) {
  display.screenshot(`${pictures}error.png`);
  console.error(`\nerror: ${(error as Error).message}\nThe screen at that moment is in demo/error.png.`);
  process.exitCode = 1;
} finally {
  await browser?.close();
  await sandbox.stop();
  await display.stop();
}

async function tagAda(desk: Desk): Promise<void> {
  const northwind = company("Northwind Example");
  const ada = northwind.people[0]!;
  const step = stepper(desk);

  await desk.connect(northwind);
  await step("Connected Quicktag to the sandbox on its options page");

  await desk.openCandidate(northwind);
  console.log(`   tags before: ${desk.tagsOf(ada).join(", ") || "none"}`);
  await step(`Opened ${ada.firstName} ${ada.lastName} in Greenhouse: ${desk.tab.url()}`, "candidate");

  const popup = await desk.openPopup();
  await popup.shows(`${ada.firstName} ${ada.lastName}`);
  await step("Pressed Alt+Shift+Y: the popup knows the candidate", "popup");

  await popup.type(TAG);
  await step(`Typed ${TAG}`, "typed");

  await desk.keys.press("Return");
  await popup.shows("Added");
  await desk.carries(ada, TAG);
  await step("Pressed Return", "added");

  await popup.close();
  console.log(`   tags after: ${desk.tagsOf(ada).join(", ")}`);
}

/** Prints a numbered step with the API calls since the last one, and takes a picture. */
function stepper(desk: Desk) {
  let [number, seen] = [0, 0];
  return async (text: string, picture?: string) => {
    number += 1;
    console.log(`${number}. ${text}`);
    const calls = desk.requests();
    for (const call of calls.slice(seen)) console.log(`   ${call}`);
    seen = calls.length;
    if (picture) await desk.display.still(`${pictures}${number}-${picture}.png`);
  };
}
