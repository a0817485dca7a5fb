import type { ToastContent } from "../../messaging/page-side";
import { browser } from "../../platform/browser";
import { readSettings } from "../../storage/settings";

/** A notification of the browser, if the person wants them. It is no page's: it may name everything. */
export async function notify(words: ToastContent): Promise<void> {
  const [settings, allowed] = await Promise.all([
    readSettings(),
    browser.permissions.contains({ permissions: ["notifications"] }),
  ]);
  if (!settings.notify || !allowed) return;
  await browser.notifications.create({
    type: "basic",
    iconUrl: browser.runtime.getURL("icons/128.png"),
    title: words.what,
    message: words.next ?? "",
  });
}
