import { browser } from "../platform/browser";
import type { Ask, Give, Name } from "./protocol";

interface Envelope<N extends Name = Name> {
  quicktag: N;
  ask: Ask<N>;
}

type Reply = { ok: true; give: unknown } | { ok: false; error: string };

/** Asks the background. Rejects when it could not answer (an extension update in between, a bug). */
export async function call<N extends Name>(name: N, ask: Ask<N>): Promise<Give<N>> {
  const envelope: Envelope<N> = { quicktag: name, ask };
  const reply = (await browser.runtime.sendMessage(envelope)) as Reply | undefined;
  if (!reply) throw new Error(`No answer to ${name}`);
  if (!reply.ok) throw new Error(reply.error);
  return reply.give as Give<N>;
}
