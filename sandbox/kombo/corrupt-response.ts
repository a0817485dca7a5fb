import { errorBody, statusOf } from "./api-error";
import { alreadySent, type Ctx, cutConnection, hangUp, isStale } from "./env";
import { ERROR_BODIES } from "./error-bodies";
import { type Fault, type FaultBody, isErrorBody, isRewritten } from "./fault";
import { rewritten, withData } from "./rewrite-answer";
import type { SandboxState } from "./state";

const PAGE = "<!doctype html><html><body><h1>Bad gateway</h1><p>This page is not Kombo.</p></body></html>";
const HALF = '{"status":"success","data":{"next":null,"resu';
const JSON_TYPE = { "Content-Type": "application/json" };
const BEAT_MS = 20;
const LONGEST_TIMER = 2 ** 31 - 1;

/** Statuses that may not carry a body. */
const BODYLESS = [204, 205, 304];

/** The status a fault sends: the given one, else that of the code, else a success for a body that is no error. */
export function faultStatus({ status, code, body, redirectTo }: Fault): number {
  if (status !== undefined) return status;
  if (redirectTo !== undefined) return 307;
  if (code) return statusOf(code);
  return body && !isErrorBody(body) ? 200 : 500;
}

/** Promises a whole body, sends half of it and hangs up. */
function cutInTheMiddle(c: Ctx, status: number): Response {
  const { outgoing } = c.env;
  outgoing.writeHead(status, { ...JSON_TYPE, "Content-Length": String(HALF.length * 2) });
  outgoing.write(HALF, () => hangUp(c));
  return alreadySent();
}

/** Half of an answer, then a blank every `beatMs`, until the caller leaves or the sandbox is reset. */
function unending(c: Ctx, state: SandboxState, status: number, beatMs: number): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(HALF)),
    async pull(controller) {
      await state.timers.wait(beatMs);
      if (!isStale(c, state)) return controller.enqueue(encoder.encode(" "));
      hangUp(c);
      controller.close();
    },
  });
  return new Response(body, { status, headers: JSON_TYPE });
}

function replaced(c: Ctx, state: SandboxState, body: FaultBody | undefined, status: number): Response {
  if (isErrorBody(body)) return Response.json(ERROR_BODIES[body], { status });
  switch (body) {
    case "html":
      return new Response(PAGE, { status, headers: { "Content-Type": "text/html" } });
    case "half-json":
      return new Response(HALF, { status, headers: JSON_TYPE });
    case "wrong-shape":
      return Response.json({ ok: "maybe", items: 3 }, { status });
    case "empty":
      return new Response(null, { status });
    case "cut":
      return cutInTheMiddle(c, status);
    case "endless":
      return unending(c, state, status, BEAT_MS);
    case "stalled":
      return unending(c, state, status, LONGEST_TIMER);
    default:
      return new Response(`${status}`, { status, headers: { "Content-Type": "text/plain" } });
  }
}

function redirect(c: Ctx, state: SandboxState, to: string, status: number): Response {
  const location = to === "recorder" ? state.recorder.urlFor(new URL(c.req.url)) : to;
  return new Response(null, { status, headers: { Location: location } });
}

/** The answer this fault gives instead of the true one. A status alone comes as plain text, as from a proxy. */
export function corruptResponse(
  c: Ctx,
  state: SandboxState,
  fault: Fault,
  truth: Response,
): Response | Promise<Response> {
  const status = faultStatus(fault);
  if (fault.reset) return cutConnection(c);
  if (fault.redirectTo !== undefined) return redirect(c, state, fault.redirectTo, status);
  if (fault.data !== undefined) return withData(truth, fault.data);
  if (isRewritten(fault.body)) return rewritten(c, fault.body, truth, fault.defect);
  if (BODYLESS.includes(status)) return new Response(null, { status });
  if (fault.body) return replaced(c, state, fault.body, status);
  if (fault.code === undefined) return replaced(c, state, undefined, status);
  return Response.json(errorBody(fault.code, fault.message ?? "Asked for by the sandbox."), { status });
}
