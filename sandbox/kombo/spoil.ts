import { type Ctx, hangUp, nothingToSend } from "./env";
import { errorBody, statusOf } from "./errors";
import type { Fault, Garbage } from "./faults";

const PAGE = "<!doctype html><html><body><h1>Bad gateway</h1><p>This page is not Kombo.</p></body></html>";
const HALF = '{"status":"success","data":{"next":null,"resu';

/** Cuts the connection without a word. */
export function cutConnection(c: Ctx): Response {
  hangUp(c);
  return nothingToSend();
}

/** Promises a whole body, sends half of it and hangs up. */
function cutInTheMiddle(c: Ctx, status: number): Response {
  const { outgoing } = c.env;
  outgoing.writeHead(status, { "Content-Type": "application/json", "Content-Length": String(HALF.length * 2) });
  outgoing.write(HALF, () => hangUp(c));
  return nothingToSend();
}

/** The true list, with its first record made unreadable. */
async function oddRecord(truth: Response): Promise<Response> {
  const body = (await truth.json()) as { data?: { results?: Record<string, unknown>[] } };
  const first = body.data?.results?.[0];
  if (first) first.id = 42;
  return Response.json(body, { status: truth.status });
}

function garbled(c: Ctx, kind: Garbage, status: number, truth: Response): Response | Promise<Response> {
  switch (kind) {
    case "html":
      return new Response(PAGE, { status, headers: { "Content-Type": "text/html" } });
    case "half-json":
      return new Response(HALF, { status, headers: { "Content-Type": "application/json" } });
    case "wrong-shape":
      return Response.json({ ok: "maybe", items: 3 }, { status });
    case "odd-record":
      return oddRecord(truth);
    case "cut":
      return cutInTheMiddle(c, status);
  }
}

/** Whether this fault hides the true answer, rather than only making it late. */
export function replaces(fault: Fault): boolean {
  return Boolean(fault.reset || fault.garbage || fault.status !== undefined || fault.code !== undefined);
}

/** The status sent: as told, else what goes with the code, else a good one for garbage. */
export function faultStatus({ status, code, garbage }: Fault): number {
  if (status !== undefined) return status;
  if (code) return statusOf(code);
  return garbage ? 200 : 500;
}

/** The answer this fault gives instead of the true one. A status without a code comes bare, as from a proxy. */
export function spoiled(c: Ctx, fault: Fault, truth: Response): Response | Promise<Response> {
  const status = faultStatus(fault);
  if (fault.reset) return cutConnection(c);
  if (fault.garbage) return garbled(c, fault.garbage, status, truth);
  if (fault.code === undefined) return new Response(`${status}`, { status, headers: { "Content-Type": "text/plain" } });
  return Response.json(errorBody(fault.code, fault.message ?? "Asked for by the sandbox."), { status });
}
