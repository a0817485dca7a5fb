import { browser } from "./browser";

/** The parts of Chrome's API that the types of the polyfill do not know. */
const api = () => browser as typeof browser & { sidePanel?: { open(where: { windowId: number }): Promise<void> } };

/** Whether this browser has a side panel for extensions. */
export const hasPanel = (): boolean => Boolean(api().sidePanel ?? api().sidebarAction);

/** Opens the panel of a window. Both browsers do so only in the first turn of a gesture: await nothing before. */
export async function openPanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = api();
  if (sidePanel) await sidePanel.open({ windowId });
  else await sidebarAction.open();
}
