// Opens a browser with Quicktag for a person to try, until it is closed.
import { withSession } from "../tests/harness/launch";
import { prepareToTry } from "./try-session";

await withSession({ screen: null, hosts: "sandbox" }, async (session) => {
  await prepareToTry(session);
  console.log("Close the browser to end.");
  await session.browser.context.waitForEvent("close", { timeout: 0 });
});
