import { browser } from "../platform/browser";
import { StorageUnavailable } from "../platform/storage-error";
import type { MessageName, RequestOf, ResponseOf } from "./protocol";

interface Envelope<N extends MessageName = MessageName> {
  quicktag: N;
  request: RequestOf<N>;
}

type Reply = { ok: true; response: unknown } | { ok: false; error: string; storage?: boolean };

/** Asks the background. Rejects when it could not answer (an extension update in between, a bug); with `StorageUnavailable` when storage failed. */
export async function call<N extends MessageName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>> {
  const envelope: Envelope<N> = { quicktag: name, request };
  const reply = (await browser.runtime.sendMessage(envelope)) as Reply | undefined;
  if (!reply) throw new Error(`No answer to ${name}`);
  if (!reply.ok && reply.storage) throw new StorageUnavailable(reply.error);
  if (!reply.ok) throw new Error(reply.error);
  return reply.response as ResponseOf<N>;
}
