import { onDemand } from "../load";

/** Makes the context menu's entries anew, from the settings, the recents and what was learned. */
export async function rebuildMenus(): Promise<void> {
  await (await onDemand()).buildMenus();
}
