import { createServer } from "node:http";
import { createSecureServer } from "node:http2";
import type { AddressInfo, Server as Listening, Socket } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { makeCertificate } from "./certificate";
import { dispatch, type SiteHandler } from "./dispatch";
import { komboApi } from "./kombo/api";
import { controlApi } from "./kombo/control";
import type { LatencyMode } from "./kombo/latency";
import { SandboxState } from "./kombo/state";

export interface SandboxSettings {
  /** 0, the default, takes any free port. */
  httpPort?: number;
  httpsPort?: number;
  /** Answers for the ATS hosts; the stand-in sites unless given. */
  sites?: SiteHandler;
  /** How long the API takes at the start and after each reset; `off` unless given. */
  latency?: LatencyMode;
}

export interface Sandbox {
  httpUrl: string;
  httpsUrl: string;
  httpPort: number;
  httpsPort: number;
  /** Everything that can be ordered and looked at, without going over HTTP. */
  control: SandboxState;
  /** Cuts all connections and frees all ports. */
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

/** Keeps track of a server's connections, since a TLS server cannot close its own. */
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

/** Leaves the global `Request` and `Response` of this process as they are. */
function listenerFor(answer: (request: Request, env: HttpBindings) => Response | Promise<Response>) {
  return getRequestListener((request, env) => answer(request, env as HttpBindings), { overrideGlobalObjects: false });
}

/** Starts Kombo's API and the stand-in sites on this machine, over HTTP and HTTPS. */
export async function startSandbox(settings: SandboxSettings = {}): Promise<Sandbox> {
  const state = new SandboxState(settings.latency);
  const sites = settings.sites ?? (await standInSites());
  const listener = listenerFor(dispatch(komboApi(state), controlApi(state), state.recorder, sites));
  // Answers may be held for minutes, and browsers keep connections for a long time.
  const plain = createServer({ requestTimeout: 0, keepAliveTimeout: 60_000 }, listener);
  // HTTP/2 as at the real service: with HTTP/1.1 a browser would have at most six requests open.
  const secure = createSecureServer({ ...(await makeCertificate()), allowHTTP1: true }, listener);
  const elsewhere = createServer(listenerFor((request) => state.recorder.handle(request)));
  const closers = [plain, secure, elsewhere].map(closer);
  const httpPort = await listen(plain, settings.httpPort ?? 0);
  const httpsPort = await listen(secure, settings.httpsPort ?? 0);
  state.recorder.localUrl = `http://127.0.0.1:${await listen(elsewhere, 0)}`;
  return {
    httpUrl: `http://127.0.0.1:${httpPort}`,
    httpsUrl: `https://127.0.0.1:${httpsPort}`,
    httpPort,
    httpsPort,
    control: state,
    async stop() {
      state.reset();
      await Promise.all(closers.map((close) => close()));
    },
  };
}
