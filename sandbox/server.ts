import { createServer as createHttp, type Server } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { makeCertificate } from "./certificate";
import { dispatch, type SiteHandler } from "./dispatch";
import { komboApi } from "./kombo/api";
import { controlApi } from "./kombo/control";
import { World } from "./kombo/world";

export interface SandboxSettings {
  /** 0, the default, takes any free port. */
  httpPort?: number;
  httpsPort?: number;
  /** What answers for the ATS hosts; the stand-in sites unless given. */
  sites?: SiteHandler;
}

export interface Sandbox {
  httpUrl: string;
  httpsUrl: string;
  httpPort: number;
  httpsPort: number;
  /** Everything that can be ordered and looked at, without going over HTTP. */
  control: World;
  /** Cuts all connections and frees both ports. */
  stop(): Promise<void>;
}

async function standInSites(): Promise<SiteHandler> {
  const { sites } = await import("./sites/index");
  return sites();
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Starts Kombo's API and the stand-in sites on this machine, over HTTP and HTTPS. */
export async function startSandbox(settings: SandboxSettings = {}): Promise<Sandbox> {
  const world = new World();
  const sites = settings.sites ?? (await standInSites());
  const answer = dispatch(komboApi(world), controlApi(world), sites);
  const listener = getRequestListener((request, env) => answer(request, env as HttpBindings), {
    overrideGlobalObjects: false,
  });
  const servers = [createHttp(listener), createHttps(await makeCertificate(), listener)] as const;
  for (const server of servers) {
    // Answers may be held for minutes, and browsers keep connections for a long time.
    server.requestTimeout = 0;
    server.keepAliveTimeout = 60_000;
  }
  const httpPort = await listen(servers[0], settings.httpPort ?? 0);
  const httpsPort = await listen(servers[1], settings.httpsPort ?? 0);
  return {
    httpUrl: `http://127.0.0.1:${httpPort}`,
    httpsUrl: `https://127.0.0.1:${httpsPort}`,
    httpPort,
    httpsPort,
    control: world,
    async stop() {
      world.reset();
      await Promise.all(servers.map(close));
    },
  };
}
