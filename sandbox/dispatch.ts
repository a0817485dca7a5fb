import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { Env } from "./kombo/env";
import type { Recorder } from "./kombo/recorder";

/** A stand-in site; the URL of the request has the host name the browser asked for. */
export type SiteHandler = (request: Request) => Response | Promise<Response>;

const KOMBO = new Set(["api.kombo.dev", "api.us.kombo.dev"]);
const LOCAL = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Sends each request on by its host name: to Kombo's API, the controls (on this machine only), the recorder or a site. */
export function dispatch(api: Hono<Env>, control: Hono, recorder: Recorder, sites: SiteHandler) {
  return (request: Request, env: HttpBindings): Response | Promise<Response> => {
    const { hostname, pathname } = new URL(request.url);
    const local = LOCAL.has(hostname);
    if (local && pathname.startsWith("/__sandbox/")) return control.fetch(request, env);
    if (local || KOMBO.has(hostname)) return api.fetch(request, env);
    if (recorder.isFor(hostname)) return recorder.handle(request);
    return sites(request);
  };
}
