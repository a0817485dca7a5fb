import { browser, ownOrigin } from "./browser";

interface UserSettings {
  getUserSettings?: () => Promise<{ isOnToolbar?: boolean }>;
}

/** Whether the button is in the toolbar, where its badge can be seen; null where the browser does not tell. */
export async function readPinned(): Promise<boolean | null> {
  const { getUserSettings } = browser.action as unknown as UserSettings;
  if (!getUserSettings) return null;
  return getUserSettings().then(
    ({ isOnToolbar }) => isOnToolbar ?? null,
    () => null,
  );
}

/** Which browser's words for pinning a button are right. */
export function pinningIn(): "chrome" | "edge" | "firefox" {
  if (ownOrigin().startsWith("moz-extension:")) return "firefox";
  return navigator.userAgent.includes("Edg/") ? "edge" : "chrome";
}
