import type { IncomingMessage } from "node:http";
import { constants, Http2ServerRequest } from "node:http2";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Company } from "./company";
import type { LogEntry } from "./request-log";

/** What the middleware of one request passes on. */
export interface Env {
  Bindings: HttpBindings;
  Variables: { entry: LogEntry; company: Company; generation: number };
}

export type Ctx = Context<Env>;

const ALREADY_SENT = "x-hono-already-sent";

/** Tells the server adapter that the answer was written by hand. */
export function alreadySent(): Response {
  return new Response(null, { headers: { [ALREADY_SENT]: "true" } });
}

/** Whether the answer was cut or never sent. */
export function wasCut(response: Response): boolean {
  return response.headers.has(ALREADY_SENT);
}

/** Ends the connection, or only this stream where HTTP/2 shares the connection. */
export function hangUp(c: Ctx): void {
  const incoming: IncomingMessage | Http2ServerRequest = c.env.incoming;
  if (incoming instanceof Http2ServerRequest) incoming.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else incoming.socket.destroy();
}

/** Cuts the connection instead of answering. */
export function cutConnection(c: Ctx): Response {
  hangUp(c);
  return alreadySent();
}

/** Whether the sandbox was reset since the request came: neither its write nor its answer may show up any more. */
export function isStale(c: Ctx, state: { generation: number }): boolean {
  return c.get("generation") !== state.generation;
}

/** Replaces the answer; without the first step Hono would keep the old one's headers. */
export function replaceResponse(c: Ctx, response: Response): void {
  c.res = undefined;
  c.res = response;
}
