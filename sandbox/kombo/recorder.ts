export const RECORDER_HOST = "elsewhere.example.net";
const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])$/;

/** What of a redirected request arrived at the other host. Says whether a key came along, never which. */
export interface Arrival {
  method: string;
  url: string;
  /** The value of `X-Integration-Id`; null for none. */
  integration: string | null;
  keySent: boolean;
  /** The body as text; empty for none. */
  body: string;
}

/** The permissions of a host that wants everything a browser can be made to send. */
function openTo(request: Request): Record<string, string> {
  return {
    "Access-Control-Allow-Origin": request.headers.get("Origin") ?? "*",
    "Access-Control-Allow-Credentials": "true",
    "Access-Control-Allow-Methods": "GET, POST, DELETE",
    "Access-Control-Allow-Headers": request.headers.get("Access-Control-Request-Headers") ?? "*",
  };
}

/** A foreign host that redirects lead to: takes every request, calls it a success, and records what it was sent. */
export class Recorder {
  readonly arrivals: Arrival[] = [];
  /** The recorder's own address on this machine, set once its port is known. */
  localUrl = "";

  /** Where a request to `from` is redirected: another port on this machine, else another host name. */
  urlFor(from: URL): string {
    const origin = LOCAL.test(from.hostname) ? this.localUrl : `https://${RECORDER_HOST}`;
    return `${origin}${from.pathname}${from.search}`;
  }

  isFor(hostname: string): boolean {
    return hostname === RECORDER_HOST;
  }

  async handle(request: Request): Promise<Response> {
    const headers = openTo(request);
    if (request.method === "OPTIONS") return new Response(null, { status: 204, headers });
    this.arrivals.push({
      method: request.method,
      url: request.url,
      integration: request.headers.get("X-Integration-Id"),
      keySent: request.headers.has("Authorization"),
      body: await request.text(),
    });
    return Response.json({ status: "success", data: { next: null, results: [] }, warnings: [] }, { headers });
  }

  clear(): void {
    this.arrivals.length = 0;
  }
}
