import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as it came over the wire. */
export interface Recorded {
  method: string;
  /** Path and query, byte for byte. */
  target: string;
  /** Names in lower case; without those that belong to the connection or to the program that sent it. */
  headers: Record<string, string>;
  body: string;
}

/** What Node's own fetch adds, and what says who speaks rather than what is said. */
const TRANSPORT = new Set([
  "accept-encoding",
  "accept-language",
  "cache-control",
  "connection",
  "content-length",
  "cookie",
  "host",
  "pragma",
  "sec-fetch-mode",
  "user-agent",
]);

export interface Recorder {
  url: string;
  /** The requests since the last call. */
  take(): Recorded[];
  stop(): Promise<void>;
}

/** A server that writes down every request and hands it on, unchanged, to the one at `port` on this machine. */
export async function startRecorder(port: () => number): Promise<Recorder> {
  const seen: Recorded[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    seen.push(recorded(incoming, body.toString()));
    pass(incoming, body, port(), outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => seen.splice(0),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function recorded({ method = "", url = "", headers }: IncomingMessage, body: string): Recorded {
  const telling = Object.entries(headers).filter(([name]) => !TRANSPORT.has(name));
  return { method, target: url, headers: Object.fromEntries(telling.sort()) as Record<string, string>, body };
}

function pass(incoming: IncomingMessage, body: Buffer, port: number, outgoing: ServerResponse): void {
  const { method, url: path, headers } = incoming;
  const onward = forward({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 500, answer.rawHeaders);
    answer.pipe(outgoing);
  });
  onward.on("error", () => outgoing.destroy());
  onward.end(body);
}
