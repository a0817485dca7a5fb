import { createServer } from "node:http";
import { createSecureServer } from "node:http2";
import type { AddressInfo, Server as Listening, Socket } from "node:net";
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

function listen(server: Listening, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** Remembers the connections of a server, because only some kinds of server can close theirs. */
function closer(server: Listening): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
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
  // Answers may be held for minutes, and browsers keep connections for a long time.
  const plain = createServer({ requestTimeout: 0, keepAliveTimeout: 60_000 }, listener);
  // HTTP/2 as at the real service: with HTTP/1.1 a browser would have at most six requests open.
  const secure = createSecureServer({ ...(await makeCertificate()), allowHTTP1: true }, listener);
  const closers = [closer(plain), closer(secure)];
  const httpPort = await listen(plain, settings.httpPort ?? 0);
  const httpsPort = await listen(secure, settings.httpsPort ?? 0);
  return {
    httpUrl: `http://127.0.0.1:${httpPort}`,
    httpsUrl: `https://127.0.0.1:${httpsPort}`,
    httpPort,
    httpsPort,
    control: world,
    async stop() {
      world.reset();
      await Promise.all(closers.map((close) => close()));
    },
  };
}
