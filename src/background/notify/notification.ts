import type { ToastContent } from "../../messaging/page-side";
import { browser } from "../../platform/browser";
import { openPage } from "../../platform/pages";
import { readSettings } from "../../storage/settings";

let listening = false;

/** A click on a notification opens the activity. Call at each start: there is nothing to listen to before it is allowed. */
export function onNotificationClick(): void {
  // Missing as long as the permission is.
  if (listening || !browser.notifications) return;
  listening = true;
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    void openPage("activity");
  });
}

/** A notification of the browser, if the person wants them. It is no page's: it may name everything. */
export async function notify(words: ToastContent): Promise<void> {
  const [settings, allowed] = await Promise.all([
    readSettings(),
    browser.permissions.contains({ permissions: ["notifications"] }),
  ]);
  if (!settings.notify || !allowed) return;
  onNotificationClick();
  await browser.notifications.create({
    type: "basic",
    iconUrl: browser.runtime.getURL("icons/128.png"),
    title: words.what,
    message: words.next ?? "",
  });
}
