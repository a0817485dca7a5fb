import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RelayConfig, readConfig } from "../config";
import { check } from "../folder";
import { frontConfig } from "../haproxy/front";
import { reload } from "../master";
import { redirectsOf } from "../redirects";
import { type Refreshed, refresh } from "../refresh";
import { type RunningHaproxy, startHaproxy } from "./haproxy";
import { type Account, type Identity, type SigningKey, startIdentity } from "./identity";
import { freePorts } from "./ports";

/** The extension's id in a development build, which the manifest's key fixes. */
export const LOCAL_CLIENT = "quicktag";

export interface LocalSettings {
  /** Kombo, or what stands in for it. */
  komboOrigin: string;
  apiKey: string;
  integrations: readonly string[];
  accounts: readonly Account[];
  extensionIds: readonly string[];
  /** Two by default, behind a TCP front. With one there is no front. */
  instances?: 1 | 2;
  tokenSeconds?: number;
  /** How the identity provider signs. */
  algorithm?: SigningKey["alg"];
  /** The port browsers reach the relay at, and the identity provider's; any free ones unless given. */
  port?: number;
  identityPort?: number;
  /** Changes the configuration before it is read. */
  configure?(config: Record<string, unknown>): void;
  /** Each line of the audit log, as it is written. */
  onAudit?(line: string, instance: string): void;
  onProblem?(line: string): void;
}

export interface LocalInstance {
  name: string;
  origin: string;
  folder: string;
  haproxy: RunningHaproxy;
  /** What the refresher does: asks for keys, and reloads if something changed. */
  refresh(): Promise<Refreshed>;
  reload(): Promise<void>;
}

export interface LocalRelay {
  origin: string;
  config: RelayConfig;
  identity: Identity;
  instances: readonly LocalInstance[];
  /** Holds all files; the one with the API key too. */
  folder: string;
  stop(): Promise<void>;
}

/** Starts identity provider, instances and front on this machine; what they need lies in a temporary folder. */
export async function startLocalRelay(settings: LocalSettings): Promise<LocalRelay> {
  const folder = await mkdtemp(join(tmpdir(), "quicktag-relay-"));
  const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const each of stops.reverse()) await each();
  };
  try {
    const count = settings.instances ?? 2;
    const [frontPort, ...ports] = await freePorts(1 + 2 * count);
    const front = count > 1 ? (settings.port ?? frontPort!) : null;
    const origin = `http://127.0.0.1:${front ?? settings.port ?? ports[0]}`;
    if (front === null && settings.port) ports[0] = settings.port;
    const identity = await startIdentity({
      port: settings.identityPort,
      audience: origin,
      clientId: LOCAL_CLIENT,
      redirectsOf: (issuer) => redirectsOf(issuer, settings.extensionIds),
      accounts: settings.accounts,
      tokenSeconds: settings.tokenSeconds,
      algorithm: settings.algorithm,
    });
    stops.push(() => identity.stop());
    const keyFile = join(folder, "kombo-key");
    await writeFile(keyFile, `${settings.apiKey}\n`, { mode: 0o600 });
    const json: Record<string, unknown> = {
      origin,
      kombo: { origin: settings.komboOrigin, keyFile },
      signIn: {
        issuer: identity.issuer,
        clientId: LOCAL_CLIENT,
        scopes: ["openid", "email", "tag"],
        audience: origin,
      },
      access: { everyone: [...settings.integrations] },
      extensions: [...settings.extensionIds],
      instances: Array.from({ length: count }, (_, at) => ({
        name: "ab"[at],
        bind: `127.0.0.1:${ports[2 * at]}`,
        reach: `127.0.0.1:${ports[2 * at]}`,
        peer: `127.0.0.1:${ports[2 * at + 1]}`,
      })),
      ...(front && { front: { bind: `127.0.0.1:${front}` } }),
    };
    settings.configure?.(json);
    const config = readConfig(json);
    const instances: LocalInstance[] = [];
    for (const instance of config.instances) {
      const own = join(folder, instance.name);
      const place = { config, instance, folder: own };
      await refresh(place);
      const haproxy = await startHaproxy(
        join(own, "haproxy.cfg"),
        join(own, "master.sock"),
        (line) => settings.onAudit?.(line, instance.name),
        settings.onProblem,
      );
      stops.push(() => haproxy.kill());
      instances.push({
        name: instance.name,
        origin: `http://${instance.reach}`,
        folder: own,
        haproxy,
        reload: () => reload(haproxy.socket),
        async refresh() {
          const refreshed = await refresh(place);
          if (refreshed.changed) await reload(haproxy.socket);
          return refreshed;
        },
      });
    }
    if (front) {
      const file = join(folder, "front.cfg");
      await writeFile(file, frontConfig(config));
      await check(file);
      const haproxy = await startHaproxy(file, join(folder, "front.sock"), undefined, settings.onProblem);
      stops.push(() => haproxy.kill());
    }
    await chmod(folder, 0o700);
    return { origin, config, identity, instances, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
