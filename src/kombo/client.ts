import { KomboCore } from "@kombo-api/sdk/core.js";
import { HTTPClient } from "@kombo-api/sdk/lib/http.js";
import { type Answer, concurrencyOf } from "./answer";
import { failureOfAnswer, failureWithoutAnswer } from "./failures";
import { fetchWhole, isJson } from "./fetcher";

/** What one integration's calls need. `apiKey` is a secret: only the background makes one of these. */
export interface Access {
  apiKey: string;
  serverUrl: string;
  /** Absent only for the check of the key itself. */
  integrationId?: string;
}

/** Longer than Kombo's own 300 s for a task, so that its answer has a chance to come first. */
export const WRITE_TIMEOUT_MS = 345_000;
/** Somebody is looking at the popup: better a clear "took too long" than a spinner. */
export const READ_TIMEOUT_MS = 25_000;

/** The SDK's client: no retries of its own (the queue alone retries), no debug logger (it prints the key). */
export function core(access: Access, timeoutMs: number): KomboCore {
  return new KomboCore({
    api_key: access.apiKey,
    integration_id: access.integrationId,
    server_url: access.serverUrl,
    retry_config: { strategy: "none" },
    timeout_ms: timeoutMs,
    http_client: new HTTPClient({ fetcher: fetchWhole }),
  });
}

interface Call {
  status: string;
  response?: Response | undefined;
}

type SdkResult<T> = { ok: true; value: T; error?: never } | { ok: false; error: unknown; value?: never };

/** An SDK call in flight; `$inspect` also gives the HTTP answer, where the headers are. */
export interface Pending<T> {
  $inspect(): Promise<[SdkResult<T>, Call]>;
}

/** The parts of the SDK's errors that carry an HTTP answer. */
interface HttpError {
  statusCode: number;
  body: string;
  headers: Headers;
}

const isHttpError = (error: unknown): error is HttpError =>
  typeof error === "object" && error !== null && "statusCode" in error && "body" in error && "headers" in error;

/**
 * Runs an SDK call and gives its outcome as data. `salvage` reads a 2xx body that the SDK's schema refused; null = it
 * cannot be read either.
 */
export async function ask<T, R>(
  pending: Pending<T>,
  read: (value: T) => R,
  salvage: (body: unknown, isJson: boolean) => R | null = () => null,
): Promise<Answer<R>> {
  // As it was when the request set out: a line that breaks later may have carried it.
  const hadNetwork = online();
  const [result, call] = await pending.$inspect();
  if (result.ok) return { ok: true, value: read(result.value), ...concurrencyOf(call.response?.headers) };
  const error = result.error;
  if (!isHttpError(error)) {
    const { name = "Error", message = "" } = error as Error;
    return {
      ok: false,
      ...failureWithoutAnswer(name, message, hadNetwork),
      ...concurrencyOf(call.response?.headers),
    };
  }
  const saved = error.statusCode >= 200 && error.statusCode < 300 ? rescue(error, salvage) : null;
  if (saved !== null) return { ok: true, value: saved, ...concurrencyOf(error.headers) };
  return {
    ok: false,
    ...failureOfAnswer(error.statusCode, error.headers, error.body, Date.now()),
    ...concurrencyOf(error.headers),
  };
}

/** What the browser believes; outside one (tests) there is always a network. */
const online = (): boolean => globalThis.navigator?.onLine ?? true;

function rescue<R>(error: HttpError, salvage: (body: unknown, isJson: boolean) => R | null): R | null {
  const fromKombo = isJson(error.headers);
  try {
    return salvage(JSON.parse(error.body), fromKombo);
  } catch {
    return salvage(undefined, fromKombo);
  }
}
