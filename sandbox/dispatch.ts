import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { Env } from "./kombo/env";

/** A stand-in site: gets the request, its URL carrying the host the browser believes to be at. */
export type SiteHandler = (request: Request) => Response | Promise<Response>;

const KOMBO = new Set(["api.kombo.dev", "api.us.kombo.dev"]);
const LOCAL = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** One door for all: Kombo's API by host name or on this machine, the controls on this machine only, else a site. */
export function dispatch(api: Hono<Env>, control: Hono, sites: SiteHandler) {
  return (request: Request, env: HttpBindings): Response | Promise<Response> => {
    const { hostname, pathname } = new URL(request.url);
    const local = LOCAL.has(hostname);
    if (local && pathname.startsWith("/__sandbox/")) return control.fetch(request, env);
    if (local || KOMBO.has(hostname)) return api.fetch(request, env);
    return sites(request);
  };
}
