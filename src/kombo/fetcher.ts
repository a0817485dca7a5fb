/** Marks an answer that was declared to be JSON but is not, so that the SDK does not try to parse it. */
const NOT_JSON = "text/plain; was=json";

/** Chrome's words: the SDK knows a broken connection by them and takes Firefox's for an unexpected error. */
const CONNECTION_ERROR = "Failed to fetch";

/**
 * `fetch` as the SDK needs it. It sends no cookies (the key is the only credential) and reads the whole body at once:
 * the SDK rejects, beyond its own `Result`, when a body ends early or is half JSON.
 */
export async function fetchWhole(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  try {
    const response = await fetch(input, { ...init, credentials: "omit", cache: "no-store" });
    return whole(response, await response.text());
  } catch (error) {
    // Time-outs and aborts are DOMExceptions and pass; a TypeError is a connection that failed, before or in the body.
    throw error instanceof TypeError ? new TypeError(CONNECTION_ERROR, { cause: error }) : error;
  }
}

function whole({ status, statusText, headers }: Response, body: string): Response {
  const copy = new Headers(headers);
  if (isJson(headers) && !parses(body)) copy.set("content-type", NOT_JSON);
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : body, { status, statusText, headers: copy });
}

function parses(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

/** Whether Kombo itself answered, however broken: a proxy's page is HTML. */
export const isJson = (headers: Headers): boolean => (headers.get("content-type") ?? "").includes("json");
