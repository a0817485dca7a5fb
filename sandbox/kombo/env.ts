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
