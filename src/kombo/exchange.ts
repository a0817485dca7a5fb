import { type Body, readBody } from "./body";

/** An HTTP answer, read to its end. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  body: Body;
}

/** What became of one request. */
export type Exchange =
  | ({ kind: "answer" } & HttpAnswer)
  /** The server wanted to send us elsewhere. Nothing was sent there. */
  | { kind: "redirect" }
  | { kind: "timeout" }
  /** The connection failed; `sent: false` only when there was no network to send through. */
  | { kind: "offline"; sent: boolean }
  | { kind: "unexpected"; message: string };

/** The statuses the Fetch standard calls redirects. Browsers hide them behind an opaque answer, Node does not. */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Sends one request, once, and gives what became of it; never rejects. No cookies (the key is the only credential), no
 * cache, no redirect followed: key and body go to the address given or nowhere. `timeoutMs` covers the body too.
 */
export async function exchange(url: URL, init: RequestInit, timeoutMs: number): Promise<Exchange> {
  // As it was when the request set out: a connection that breaks later may have carried it.
  let sent = online();
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { ...init, signal, redirect: "manual", credentials: "omit", cache: "no-store" });
    sent = true;
    if (response.type === "opaqueredirect" || REDIRECTS.has(response.status)) {
      response.body?.cancel().catch(() => undefined);
      return { kind: "redirect" };
    }
    return { kind: "answer", status: response.status, headers: response.headers, body: await readBody(response) };
  } catch (error) {
    if (signal.aborted) return { kind: "timeout" };
    // Every browser reports a failed or broken connection as a TypeError, each in its own words.
    if (error instanceof TypeError) return { kind: "offline", sent };
    return { kind: "unexpected", message: error instanceof Error ? error.message : String(error) };
  }
}

/** What the browser believes; outside one (tests) there is always a network. */
const online = (): boolean => globalThis.navigator?.onLine ?? true;
