import type { FailureKind } from "../domain/failure";
import { type Answer, concurrencyOf } from "./answer";
import { type HttpAnswer, exchange } from "./exchange";
import { type Failed, failure, failureOfAnswer, isErrorBody } from "./failures";
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
export async function call<T>(access: Access, { timeoutMs, notFound = "unknown", read, ...operation }: Call<T>) {
  const request = prepare(access, operation);
  if (!request.ok) return failed<T>({ failure: failure(request.kind), answered: true });
  const result = await exchange(request.url, request.init, timeoutMs);
  switch (result.kind) {
    case "answer":
      return answerOf(result, notFound, read);
    case "redirect":
      return failed<T>({ failure: failure("redirected"), answered: false });
    case "timeout":
      return failed<T>({ failure: failure("timed-out"), answered: false });
    case "offline":
      return failed<T>({ failure: failure("offline"), answered: !result.sent });
    case "unexpected":
      return failed<T>({ failure: failure("unknown", { message: result.message }), answered: false });
  }
}

function answerOf<T>(answer: HttpAnswer, notFound: FailureKind, read: Call<T>["read"]): Answer<T> {
  const good = answer.status >= 200 && answer.status < 300 && !isErrorBody(answer.body);
  const value = good ? read(answer) : null;
  if (value !== null) return { ok: true, value, ...concurrencyOf(answer.headers) };
  return failed(failureOfAnswer(answer, notFound, Date.now()), answer.headers);
}

function failed<T>(why: Failed, headers?: Headers): Answer<T> {
  return { ok: false, ...why, ...concurrencyOf(headers) };
}
