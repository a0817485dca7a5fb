import type { MiddlewareHandler } from "hono";
import { corruptResponse, faultStatus } from "./corrupt-response";
import { type Ctx, cutConnection, type Env, isStale, replaceResponse } from "./env";
import { type Fault, faultName, isErrorBody, isRewritten } from "./fault";
import type { SandboxState } from "./state";

/** Whether this fault changes the answer, rather than only its time or its headers. */
function changesAnswer({ reset, body, status, code, redirectTo, data }: Fault): boolean {
  return Boolean(reset || body) || [status, code, redirectTo, data].some((field) => field !== undefined);
}

/** Whether the request reaches its handler before the fault: told so, or because the answer looks like a success. */
function appliesFirst(fault: Fault): boolean {
  if (fault.applyBefore !== undefined) return fault.applyBefore;
  if (!changesAnswer(fault) || fault.reset || fault.redirectTo !== undefined) return false;
  if (fault.data !== undefined) return true;
  return faultStatus(fault) < 300 && fault.code === undefined && !isErrorBody(fault.body);
}

/** Whether the fault starts from the true answer. */
function needsTruth({ body, data }: Fault): boolean {
  return data !== undefined || isRewritten(body);
}

async function applyFault(state: SandboxState, fault: Fault, c: Ctx, next: () => Promise<void>): Promise<void> {
  const first = appliesFirst(fault);
  if (first) await next();
  await state.timers.wait(fault.delayMs ?? 0);
  if (fault.hold) await state.faults.hold(fault.hold);
  if (isStale(c, state)) return replaceResponse(c, cutConnection(c));
  if (!changesAnswer(fault)) return first ? undefined : next();
  if (!first && needsTruth(fault)) await next();
  const truth = c.finalized ? c.res : Response.json({});
  // A refused request must not look like a success: that would be a claim Kombo never makes.
  if (first && !truth.ok && (needsTruth(fault) || faultStatus(fault) < 300)) return;
  replaceResponse(c, await corruptResponse(c, state, fault, truth));
}

/** Lets the fault ordered for this request happen, if there is one. */
export function faultMiddleware(state: SandboxState): MiddlewareHandler<Env> {
  return async (c, next) => {
    const entry = c.get("entry");
    const fault = state.faults.take(entry);
    if (!fault) return next();
    entry.fault = faultName(fault);
    await applyFault(state, fault, c, next);
    for (const [name, value] of Object.entries(fault.headers ?? {})) c.res.headers.set(name, value);
    if (fault.afterwards && entry.integration) state.changeTags(entry.integration, fault.afterwards, true);
  };
}
