import type { IncomingMessage } from "node:http";
import { constants, Http2ServerRequest } from "node:http2";
import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import type { Company } from "./company";
import type { LedgerEntry } from "./ledger";

/** What the steps of one request hand on to each other. */
export interface Env {
  Bindings: HttpBindings;
  Variables: { entry: LedgerEntry; company: Company };
}

export type Ctx = Context<Env>;
export type Step = MiddlewareHandler<Env>;

const ALREADY_SENT = "x-hono-already-sent";

/** Tells the server that nothing is left to send. */
export function nothingToSend(): Response {
  return new Response(null, { headers: { [ALREADY_SENT]: "true" } });
}

/** Whether the answer was cut or never sent. */
export function wasCut(response: Response): boolean {
  return response.headers.has(ALREADY_SENT);
}

/** Ends the connection, or only this exchange where HTTP/2 shares it. */
export function hangUp(c: Ctx): void {
  const incoming: IncomingMessage | Http2ServerRequest = c.env.incoming;
  if (incoming instanceof Http2ServerRequest) incoming.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else incoming.socket.destroy();
}
