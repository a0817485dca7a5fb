import { browser, ownOrigin, type Runtime } from "../platform/browser";
import { isStorageError } from "../platform/storage-error";
import type { MessageName, RequestOf, ResponseOf } from "./protocol";
import { parseRequest } from "./shapes";

export type Handlers = { [N in MessageName]: (request: RequestOf<N>) => Promise<ResponseOf<N>> };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type Answer = (reply: unknown) => void;

/**
 * Whether a message comes from one of Quicktag's own pages. Content scripts run in a web page's process: their sender has
 * our id, but the page's URL and origin, so they may ask for nothing.
 */
export function isOwnPage(sender: Runtime.MessageSender, id: string, origin: string): boolean {
  if (sender.id !== id) return false;
  const from = (sender as { origin?: string }).origin;
  const base = origin.replace(/\/$/, "");
  if (from !== undefined && from !== base) return false;
  return typeof sender.url === "string" && sender.url.startsWith(`${base}/`);
}

/**
 * Serves the protocol. One synchronous listener that answers only names it knows and only own pages: an `async` listener
 * would answer everybody's messages.
 */
export function serve(handlers: Handlers): void {
  const listener = (message: unknown, sender: Runtime.MessageSender, answer: Answer): true | undefined => {
    const { quicktag: name, request } = (message ?? {}) as { quicktag?: unknown; request?: unknown };
    if (typeof name !== "string" || !Object.hasOwn(handlers, name)) return undefined;
    if (!isOwnPage(sender, browser.runtime.id, ownOrigin())) return undefined;
    const handler = handlers[name as MessageName] as (request: unknown) => Promise<unknown>;
    const parsed = parseRequest(name as MessageName, request);
    if (parsed === null) {
      answer({ ok: false, error: `This is no request of ${name}` });
      return true;
    }
    handler(parsed).then(
      (response) => answer({ ok: true, response }),
      (error: unknown) => answer({ ok: false, error: messageOf(error), storage: isStorageError(error) }),
    );
    // Keeps the channel open until `answer` is called; a returned promise would do in Firefox only.
    return true;
  };
  // The types know only listeners that answer everything; this one leaves what is not its own to others.
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback);
}
