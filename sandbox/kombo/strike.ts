import type { Ctx, Step } from "./env";
import type { Fault } from "./faults";
import { cutConnection, faultStatus, replaces, spoiled } from "./spoil";
import type { World } from "./world";

function appliesFirst(fault: Fault): boolean {
  if (fault.applyBefore !== undefined) return fault.applyBefore;
  return fault.garbage !== undefined && faultStatus(fault) < 300;
}

function nameOf(fault: Fault): string {
  if (fault.reset) return "reset";
  if (fault.garbage) return fault.garbage;
  if (fault.code !== undefined) return String(fault.code);
  if (fault.status !== undefined) return `status ${fault.status}`;
  return fault.hold ? `held ${fault.hold}` : "late";
}

function answer(c: Ctx, response: Response): void {
  c.res = undefined;
  c.res = response;
}

async function wait(world: World, { delayMs = 0, hold }: Fault): Promise<void> {
  await world.timers.wait(delayMs);
  if (hold) await world.faults.hold(hold);
}

async function suffer(world: World, fault: Fault, c: Ctx, next: () => Promise<void>): Promise<void> {
  const { generation } = world;
  const first = replaces(fault) ? appliesFirst(fault) : fault.applyBefore === true;
  if (first) await next();
  await wait(world, fault);
  // The world this request came into is gone: neither its write nor its answer may show up in the new one.
  if (generation !== world.generation) return answer(c, cutConnection(c));
  if (!replaces(fault)) return first ? undefined : next();
  if (!first && fault.garbage === "odd-record") await next();
  const truth = c.finalized ? c.res : Response.json({});
  // What was refused does not become a success by being garbled: only an answer that says yes can.
  if (first && !truth.ok && faultStatus(fault) < 300) return;
  answer(c, await spoiled(c, fault, truth));
}

/** Lets the fault that was ordered for this request happen, if any. */
export function strike(world: World): Step {
  return async (c, next) => {
    const entry = c.get("entry");
    const fault = world.faults.strike(entry);
    if (!fault) return next();
    entry.fault = nameOf(fault);
    await suffer(world, fault, c, next);
    for (const [name, value] of Object.entries(fault.headers ?? {})) c.res.headers.set(name, value);
  };
}
