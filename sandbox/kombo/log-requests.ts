import type { MiddlewareHandler } from "hono";
import { type Ctx, cutConnection, type Env, isStale, replaceResponse, wasCut } from "./env";
import type { SandboxState } from "./state";

async function bodyOf(c: Ctx): Promise<unknown> {
  if (c.req.method === "GET") return null;
  const text = await c.req.text();
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

function namedIn(path: string, pattern: RegExp): string | null {
  const found = pattern.exec(path)?.[1];
  return found ? decodeURIComponent(found) : null;
}

/** Logs every request before anything else happens, and its answer after everything. */
export function logRequests(state: SandboxState): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { path, method } = c.req;
    const entry = state.log.open({
      method,
      path,
      query: c.req.query(),
      integration: c.req.header("X-Integration-Id") ?? namedIn(path, /^\/v1\/integrations\/([^/]+)$/),
      candidateId: namedIn(path, /^\/v1\/ats\/candidates\/([^/]+)\/tags$/),
    });
    c.set("entry", entry);
    c.set("generation", state.generation);
    c.env.outgoing.once("close", () => {
      if (entry.answeredAt === null) entry.abandoned = true;
      state.log.changed();
    });
    entry.body = await bodyOf(c);
    if (isStale(c, state)) replaceResponse(c, cutConnection(c));
    else await next();
    state.log.answered(entry, entry.abandoned || wasCut(c.res) ? null : c.res.status);
  };
}
