/** The one place that imports the polyfill: it throws outside a browser, so everything else stays testable in Node. */
import browser from "webextension-polyfill";

export type { Menus, Runtime, Tabs } from "webextension-polyfill";
export { browser };

/** The extension's own origin, with a trailing slash. */
export const ownOrigin = (): string => browser.runtime.getURL("");
