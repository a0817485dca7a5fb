import type { FailureKind } from "../domain/failure";

/** What calls need. `apiKey` is a secret: only the background makes one of these. */
export interface Access {
  apiKey: string;
  /** The origin the key was stored for; it is sent nowhere else. */
  apiOrigin: string;
  /** Where the API is, with its path (`…/v1`). */
  serverUrl: string;
  /** Absent only for the check of the key itself. */
  integrationId?: string;
  /** Why there is no key to send: what every call of this access ends with. */
  missing?: FailureKind;
  /** Through a company's relay `apiKey` is a token; gives another one in place of one that was refused, or null. */
  renew?: () => Promise<string | null>;
}

/** A call as Kombo's API defines it, before key and server are known. */
export interface Operation {
  method: "GET" | "POST" | "DELETE";
  /** Pieces of the path, each encoded by itself. */
  path: readonly string[];
  query?: Readonly<Record<string, QueryValue>>;
  body?: object;
  /** It speaks of the key alone; every other call names the integration in `X-Integration-Id`. */
  keyOnly?: boolean;
}

export type QueryValue = string | number | boolean | readonly string[] | undefined;

/** The request for a call, or why it must not be sent. */
export function prepare(
  access: Access,
  { method, path, query, body, keyOnly }: Operation,
): { url: URL; init: RequestInit } | FailureKind {
  const { apiKey, apiOrigin, serverUrl, integrationId = "", missing } = access;
  if (missing) return missing;
  if (!URL.canParse(serverUrl)) return "key-missing";
  const url = urlOf(serverUrl, path, query);
  if (url === null) return "input-refused";
  // A key that belongs elsewhere is no key here. Checked on the address the request goes to.
  if (url.origin !== apiOrigin) return "key-missing";
  // What no header can carry is no key and no integration's id.
  if (!isHeaderSafe(apiKey)) return "key-invalid";
  const headers: Record<string, string> = { Accept: "application/json", Authorization: `Bearer ${apiKey}` };
  if (!keyOnly) {
    if (!isHeaderSafe(integrationId)) return "integration-not-found";
    headers["X-Integration-Id"] = integrationId;
  }
  if (body) headers["Content-Type"] = "application/json";
  return { url, init: { method, headers, ...(body && { body: JSON.stringify(body) }) } };
}

const isHeaderSafe = (value: string): boolean => /^[\x21-\x7e]+$/.test(value);

/** The address of a call; null when an id cannot stand in one. */
function urlOf(serverUrl: string, path: Operation["path"], query: Operation["query"] = {}): URL | null {
  // As pieces of a path these would name another endpoint.
  if (path.some((piece) => piece === "" || piece === "." || piece === "..")) return null;
  try {
    const url = new URL(serverUrl);
    url.pathname = `${url.pathname.replace(/\/+$/, "")}/${path.map(encodeURIComponent).join("/")}`;
    url.search = encodeQuery(query);
    url.hash = "";
    return url;
  } catch {
    // Half of a surrogate pair has no bytes in UTF-8.
    return null;
  }
}

/** Lists first, then single values, each in alphabetical order: the order of the official SDK. */
function encodeQuery(query: NonNullable<Operation["query"]>): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  const isList = ([, value]: [string, QueryValue]) => (Array.isArray(value) ? 0 : 1);
  entries.sort((a, b) => isList(a) - isList(b) || (a[0] < b[0] ? -1 : 1));
  // A list travels as one value: a comma inside an id and the one between two ids look the same to Kombo.
  return entries.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join("&");
}
