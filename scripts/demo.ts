// Tags a candidate by real keys on a virtual screen: prints each step with its API calls, and takes pictures.
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type App, company } from "../tests/e2e/support/app";
import { withApp } from "../tests/e2e/support/with-app";

const TAG = "Excellent Fit";
const pictures = fileURLToPath(new URL("../demo/", import.meta.url));
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures);

await withApp({ screen: "1280x900" }, async (app) => {
  try {
    await tagAda(app);
    console.log("\nDone. The pictures are in demo/.");
  } catch (error) {
    app.display.screenshot(`${pictures}error.png`);
    console.error(`\nerror: ${(error as Error).message}\nThe screen at that moment is in demo/error.png.`);
    process.exitCode = 1;
  }
});

async function tagAda(app: App): Promise<void> {
  const northwind = company("Northwind Example");
  const ada = northwind.people[0]!;
  const step = stepper(app);

  await app.connect(northwind);
  await step("Connected Quicktag to the sandbox on its options page");

  await app.openCandidate(northwind);
  console.log(`   tags before: ${app.tagsOf(ada).join(", ") || "none"}`);
  await step(`Opened ${ada.firstName} ${ada.lastName} in Greenhouse: ${app.tab.url()}`, "candidate");

  const popup = await app.openPopup();
  await popup.shows(`${ada.firstName} ${ada.lastName}`);
  await step("Pressed Alt+Shift+Y: the popup shows the candidate", "popup");

  await popup.type(TAG);
  await step(`Typed ${TAG}`, "typed");

  await app.keys.press("Return");
  await popup.shows("Added");
  await app.waitForTag(ada, TAG);
  await step("Pressed Return", "added");

  await popup.close();
  console.log(`   tags after: ${app.tagsOf(ada).join(", ")}`);
}

/** Prints a numbered step with the API calls since the last one, and takes a picture. */
function stepper(app: App) {
  let [number, seen] = [0, 0];
  return async (text: string, picture?: string) => {
    number += 1;
    console.log(`${number}. ${text}`);
    const calls = app.requests();
    for (const call of calls.slice(seen)) console.log(`   ${call}`);
    seen = calls.length;
    if (picture) await app.display.stillScreenshot(`${pictures}${number}-${picture}.png`);
  };
}
