import type { MiddlewareHandler } from "hono";
import { cutConnection, type Env, isStale, replaceResponse, wasCut } from "./env";
import type { SandboxState } from "./state";

/** Makes each request take its time: half on the way there, half on the way back, as a network does. */
export function latencyMiddleware(state: SandboxState): MiddlewareHandler<Env> {
  return async (c, next) => {
    const half = state.latency.next(c.get("entry")) / 2;
    if (half === 0) return next();
    await state.timers.wait(half);
    if (isStale(c, state)) return replaceResponse(c, cutConnection(c));
    await next();
    if (wasCut(c.res)) return;
    await state.timers.wait(half);
    if (isStale(c, state)) replaceResponse(c, cutConnection(c));
  };
}
