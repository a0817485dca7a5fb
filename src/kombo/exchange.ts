import { type Failure, failure } from "../domain/failure";
import { type Body, readBody } from "./body";

/** An HTTP answer, read to its end. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  body: Body;
}

/** A request that brought no usable answer. */
export interface Failed {
  failure: Failure;
  /** False: a write may have been applied all the same. */
  answered: boolean;
}

/** The statuses the Fetch standard calls redirects, and 0: browsers hide a redirect that is not followed, Node does not. */
const REDIRECTS = [0, 301, 302, 303, 307, 308];

/**
 * Sends one request, once, and gives its answer or why there is none; never rejects. No cookies (the key is the only
 * credential), no cache, no redirect followed: key and body go to the address given or nowhere. `timeoutMs` covers the
 * body too.
 */
export async function exchange(url: URL, init: RequestInit, timeoutMs: number): Promise<HttpAnswer | Failed> {
  // As it was when the request set out: a connection that breaks later may have carried it.
  let sent = globalThis.navigator?.onLine !== false;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { ...init, signal, redirect: "manual", credentials: "omit", cache: "no-store" });
    sent = true;
    const { status, headers } = response;
    if (!REDIRECTS.includes(status)) {
      return { status, headers, body: await readBody(response) };
    }
    response.body?.cancel().catch(() => undefined);
    return { failure: failure("redirected"), answered: false };
  } catch (error) {
    // Every browser reports a failed or broken connection as a TypeError, each in its own words.
    const kind = signal.aborted ? "timed-out" : error instanceof TypeError ? "offline" : "unknown";
    return { failure: failure(kind), answered: kind === "offline" && !sent };
  }
}
