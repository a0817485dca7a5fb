import { integrationIdProblem, isApiKey, isServer } from "../../domain/account-input";
import { connectorOf } from "../../domain/connector";
import { type Integration, type OwnSettings, type Server, serverOrigin } from "../../domain/settings";
import type { ResponseOf } from "../../messaging/protocol";
import { readSettings } from "../../storage/settings";
import { isOtherServer } from "./access";
import { keyHint, storeApiKey } from "./api-key";
import { endSession } from "./session";
import { changeSettings } from "./settings";

export interface SaveRequest {
  server: Server;
  key?: string;
  integrations: readonly Integration[];
}

/** Checks and stores server, key and integrations in one write. Never gives the key back. */
export async function saveSettings({ server, key, integrations }: SaveRequest): Promise<ResponseOf<"settings.save">> {
  if (!isServer(server)) return { ok: false, reason: "bad-server" };
  if (key !== undefined && !isApiKey(key)) return { ok: false, reason: "bad-key" };
  const isRelay = server.kind === "relay";
  if (isRelay && key !== undefined) return { ok: false, reason: "bad-key" };
  if (key === undefined && !isRelay && (await isOtherServer(server))) return { ok: false, reason: "bad-key" };
  const fitting = integrations.flatMap(({ id, label }) => {
    const connector = connectorOf(id);
    const ok = connector !== null && integrationIdProblem(id) === null;
    return ok ? [{ id: id.trim(), label: label.trim(), connector }] : [];
  });
  if (fitting.length < integrations.length) return { ok: false, reason: "bad-integration" };
  try {
    const settings = await readSettings();
    const kept = settings.locked.includes("integrations") ? settings.integrations : fitting;
    const keepUsers = settings.onBehalfOf.filter((user) => kept.some((one) => one.id === user.integrationId));
    const own = { server, integrations: fitting };
    // What the company enforces is not the recruiter's choice, and goes with the policy.
    const chosen = Object.entries(own).filter(([field]) => !settings.locked.includes(field));
    const change: Partial<OwnSettings> = { ...Object.fromEntries(chosen), onBehalfOf: keepUsers };
    if (key === undefined) await changeSettings(change);
    else {
      await storeApiKey(key, serverOrigin(server), (sealed) =>
        changeSettings({ ...change, keyHint: keyHint(key) }, sealed),
      );
      // One way in at a time: what was signed in for a relay is of no use beside a key.
      if (settings.signIn !== null) await endSession();
    }
  } catch (error) {
    console.error("Quicktag could not store the settings", error);
    return { ok: false, reason: "storage-full" };
  }
  return { ok: true };
}
