import { connectorOf } from "../../domain/connector";
import type { Integration, Server, Settings } from "../../domain/settings";
import type { ResponseOf } from "../../messaging/protocol";
import { readSettings } from "../../storage/settings";
import { bestEffort } from "../best-effort";
import { keepOnly } from "../matching/known-candidates";
import { buildMenus } from "../menu/build";
import { dispatcher, outbox } from "../outbox/index";
import { isOtherServer } from "./access";
import { keyHint, storeApiKey } from "./api-key";
import { changeSettings } from "./settings";

export interface SaveRequest {
  server: Server;
  key?: string;
  integrations: readonly Integration[];
}

/** Stores server, key and integrations, and lets go on what was held: whatever was wrong may be mended now. */
export async function saveSettings({ server, key, integrations }: SaveRequest): Promise<ResponseOf<"settings.save">> {
  if (!isServer(server)) return { ok: false, reason: "bad-server" };
  if (key !== undefined && !/^[\x21-\x7e]{8,500}$/.test(key)) return { ok: false, reason: "bad-key" };
  if (key === undefined && (await isOtherServer(server))) return { ok: false, reason: "bad-key" };
  const read = integrations.map(({ id, label }) => ({
    id: id.trim(),
    label: label.trim(),
    connector: connectorOf(id),
  }));
  const fitting = read.filter((one): one is Integration => one.connector !== null);
  if (fitting.length < read.length) return { ok: false, reason: "bad-integration" };
  try {
    const settings = await readSettings();
    const keepUsers = settings.onBehalfOf.filter((user) => fitting.some((one) => one.id === user.integrationId));
    const change: Partial<Settings> = { server, integrations: fitting, onBehalfOf: keepUsers };
    if (key === undefined) await changeSettings(change);
    else await storeApiKey(key, (sealed) => changeSettings({ ...change, keyHint: keyHint(key) }, sealed));
  } catch (error) {
    console.error("Quicktag could not store the settings", error);
    return { ok: false, reason: "storage-full" };
  }
  await bestEffort(keepOnly(fitting.map((one) => one.id)));
  await goOn();
  void buildMenus();
  return { ok: true };
}

/** Everything that stood still is tried again at once. */
async function goOn(): Promise<void> {
  for (const scope of ["key", ...(await outbox.holds()).map((hold) => hold.scope)]) await outbox.resume(scope);
  void dispatcher.run();
}

/** A company's own server is reached by https; without it only on this very machine, for trying things out. */
function isServer(server: Server): boolean {
  if (server.kind !== "own") return server.kind === "eu" || server.kind === "us";
  if (!URL.canParse(server.url)) return false;
  const { protocol, hostname, username, password } = new URL(server.url);
  if (username || password) return false;
  return protocol === "https:" || (protocol === "http:" && (hostname === "localhost" || hostname === "127.0.0.1"));
}
