import { type Ctx, type Step, wasCut } from "./env";
import type { World } from "./world";

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

/** Writes every request down before anything else happens, and its answer after everything. */
export function record(world: World): Step {
  return async (c, next) => {
    const { path, method } = c.req;
    const entry = world.ledger.open({
      method,
      path,
      query: c.req.query(),
      integration: c.req.header("X-Integration-Id") ?? namedIn(path, /^\/v1\/integrations\/([^/]+)$/),
      candidateId: namedIn(path, /^\/v1\/ats\/candidates\/([^/]+)\/tags$/),
    });
    c.set("entry", entry);
    c.env.outgoing.once("close", () => {
      if (entry.answeredAt === null) entry.abandoned = true;
      world.ledger.changed();
    });
    entry.body = await bodyOf(c);
    await next();
    world.ledger.answered(entry, entry.abandoned || wasCut(c.res) ? null : c.res.status);
  };
}
