import { type Server, type Settings, serverUrl } from "../../domain/settings";
import { browser } from "../../platform/browser";
import { readSettings } from "../../storage/settings";

/** The origins the browser must let us reach; Firefox users can take them away at any time. */
export function apiOrigins({ server }: Pick<Settings, "server">): string[] {
  // A relay lets the extension in by CORS.
  if (server.kind === "relay") return [];
  return [`${new URL(serverUrl(server)).origin}/*`.replace(/:\d+\/\*$/, "/*")];
}

/** Origins the browser said we may reach; asking it before every write costs more than the rest of what precedes one. */
const granted = new Set<string>();

/** To be called when the person took a permission away. */
export const forgetAccess = (): void => granted.clear();

/** Match patterns have no port; the browser grants the host on all its ports. */
export async function missingOrigins(settings: Pick<Settings, "server">): Promise<string[]> {
  const origins = apiOrigins(settings);
  if (origins.every((origin) => granted.has(origin))) return [];
  if (!(await browser.permissions.contains({ origins }))) return origins;
  for (const origin of origins) granted.add(origin);
  return [];
}

/**
 * Whether this is another server than the stored key was given for. Whoever can only change the address must not get the
 * key: it goes to a new server only when the person pastes it again.
 */
export async function isOtherServer(server: Server): Promise<boolean> {
  return serverUrl(server) !== serverUrl((await readSettings()).server);
}
