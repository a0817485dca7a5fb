import { once } from "node:events";
import { connect } from "node:net";
import { greenhouse } from "./relay";

export const candidate = greenhouse.people[0]!.komboId;
export const TAGS_PATH = `/v1/ats/candidates/${candidate}/tags`;

export interface Sent {
  token?: string | undefined;
  method?: string;
  path?: string;
  integration?: string | null;
  body?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  /** Why the relay itself refused; null where Kombo answered. */
  reason: string | null;
  headers: Headers;
  text: string;
}

/** Sends one request as a browser does. */
export async function send(origin: string, request: Sent): Promise<Answer> {
  const { token, method = request.body === undefined ? "GET" : "POST", path = TAGS_PATH, body } = request;
  const { integration = greenhouse.id } = request;
  const response = await fetch(origin + path, {
    method,
    body: body ?? null,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(integration !== null && { "x-integration-id": integration }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...request.headers,
    },
  });
  const { status, headers } = response;
  return { status, reason: headers.get("x-quicktag-relay"), headers, text: await response.text() };
}

/** Adds a tag by a body that is given as it is. */
export const addRaw = (origin: string, token: string, body: Sent["body"], headers: Record<string, string> = {}) =>
  send(origin, { token, body, headers });

export const add = (origin: string, token: string, name: string, more: Sent = {}) =>
  send(origin, { token, body: JSON.stringify({ tag: { name } }), ...more });

/** Sends bytes that no client would, and gives status and reason of the first answer. */
export async function raw(origin: string, bytes: string): Promise<{ status: number; reason: string | null }> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  let text = "";
  socket.on("data", (data) => {
    text += data.toString("latin1");
    if (text.includes("\r\n\r\n")) socket.end();
  });
  socket.setTimeout(20_000, () => socket.destroy(new Error("no answer")));
  socket.write(Buffer.from(bytes, "latin1"));
  await once(socket, "close");
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
  return { status, reason: /^x-quicktag-relay: (.*)$/im.exec(text)?.[1]?.trim() ?? null };
}

/** A request head for `raw`. */
export const head = (method: string, path: string, token: string, more: readonly string[] = []): string =>
  [
    `${method} ${path} HTTP/1.1`,
    "Host: relay",
    `Authorization: Bearer ${token}`,
    `X-Integration-Id: ${greenhouse.id}`,
    "Content-Type: application/json",
    ...more,
    "",
    "",
  ].join("\r\n");
