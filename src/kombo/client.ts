import { type FailureKind, failure } from "../domain/failure";
import { type Answer, concurrencyOf } from "./answer";
import { exchange, type Failed, type HttpAnswer } from "./exchange";
import { failureOfAnswer, isError } from "./failures";
import { type Access, type Operation, prepare } from "./request";

export type { Access } from "./request";

/** Longer than Kombo's own 300 s for a task, so that its answer has a chance to come first. */
export const WRITE_TIMEOUT_MS = 345_000;
/** Somebody is looking at the popup: better a clear "took too long" than a spinner. */
export const READ_TIMEOUT_MS = 25_000;

export interface Call<T> extends Operation {
  timeoutMs: number;
  /** What a 404 without a code means for this call; `unknown` unless given. */
  notFound?: FailureKind;
  /** Takes the value out of a 2xx answer that is no error; null = it is not what was asked for. */
  read(answer: HttpAnswer): T | null;
}

/** Makes one call, once (only the outbox retries), and gives its outcome as data; never rejects. */
export async function call<T>(
  access: Access,
  { timeoutMs, notFound, read, ...operation }: Call<T>,
): Promise<Answer<T>> {
  const request = prepare(access, operation);
  if (typeof request === "string") return failed({ failure: failure(request), answered: true });
  const answer = await exchange(request.url, request.init, timeoutMs);
  if ("failure" in answer) return failed(answer);
  const value = isError(answer) ? null : read(answer);
  if (value !== null) return { ok: true, value, ...concurrencyOf(answer.headers) };
  const why = failureOfAnswer(answer, notFound, access.renew !== undefined);
  // The relay refused before it passed anything on: with another token this is still the first try.
  const apiKey = why.failure.kind === "signed-out" ? await access.renew?.() : null;
  if (!apiKey) return failed(why, answer.headers);
  const { renew: _, ...renewed } = access;
  return call({ ...renewed, apiKey, renew: async () => null }, { timeoutMs, notFound, read, ...operation });
}

function failed<T>(why: Failed, headers = new Headers()): Answer<T> {
  return { ok: false, ...why, ...concurrencyOf(headers) };
}
