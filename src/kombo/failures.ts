import { type Failure, type FailureKind, failure } from "../domain/failure";
import { retryAfterOf } from "./answer";
import { type Body, isObject } from "./body";
import type { HttpAnswer } from "./exchange";

/** Kombo's error codes (docs.kombo.dev/guides/errors); a code that is not here is `unknown`. */
const KIND_OF_CODE: Readonly<Record<string, FailureKind>> = {
  "PLATFORM.RATE_LIMIT_EXCEEDED": "busy",
  "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED": "busy",
  "PLATFORM.TASK_TIMED_OUT": "timed-out",
  "PLATFORM.AUTHENTICATION_INVALID": "key-invalid",
  "PLATFORM.IP_NOT_WHITELISTED": "ip-not-allowed",
  "PLATFORM.INTEGRATION_NOT_FOUND": "integration-not-found",
  "PLATFORM.INPUT_INVALID": "input-refused",
  "PLATFORM.UNKNOWN_ERROR": "unknown",
  "REMOTE.RATE_LIMIT_EXCEEDED": "ats-unreachable",
  "REMOTE.SERVICE_UNAVAILABLE": "ats-unreachable",
  "REMOTE.INPUT_INVALID": "input-refused",
  "REMOTE.UNKNOWN_HTTP_ERROR": "unknown",
  "INTEGRATION.PERMISSION_MISSING": "permission-missing",
  "INTEGRATION.AUTHENTICATION_INVALID": "ats-login-invalid",
  "INTEGRATION.QA_FAILED": "setup-incomplete",
  "INTEGRATION.SETUP_INCOMPLETE": "setup-incomplete",
  "INTEGRATION.SETUP_SYNC_PENDING": "setup-syncing",
  "INTEGRATION.INACTIVE": "integration-inactive",
  "INTEGRATION.MODEL_NOT_AVAILABLE": "model-unavailable",
  "INTEGRATION.MODEL_DISABLED": "model-unavailable",
  "INTEGRATION.ACTION_NOT_AVAILABLE": "action-unavailable",
  "INTEGRATION.ACTION_DISABLED": "action-disabled",
  "ATS.JOB_CLOSED": "job-closed",
  "ATS.APPLICATION_ALREADY_EXISTS": "application-exists",
};

/** Where Kombo names no code, its documentation falls back to the status, whatever the body holds. */
function kindOfStatus(status: number, notFound: FailureKind): FailureKind {
  if (status === 401) return "key-invalid";
  if (status === 404) return notFound;
  if (status === 408) return "timed-out";
  if (status === 429) return "busy";
  return status === 502 || status === 503 || status === 504 ? "ats-unreachable" : "unknown";
}

/** After these Kombo or the ATS may still have done what was asked. */
const MAYBE_DONE_CODES = new Set(["PLATFORM.TASK_TIMED_OUT", "PLATFORM.UNKNOWN_ERROR", "REMOTE.UNKNOWN_HTTP_ERROR"]);

/** An answer that says "error" is one, whatever its status. */
export function isErrorBody(body: Body): boolean {
  if (body.kind !== "object") return false;
  const { status, error } = body.value;
  return status === "error" || (status !== "success" && isObject(error));
}

export interface Failed {
  failure: Failure;
  /** False: a write may have been applied all the same. */
  answered: boolean;
}

/** The failure an HTTP answer means: by Kombo's code first, by the status where there is none. */
export function failureOfAnswer(answer: HttpAnswer, notFound: FailureKind, now: number): Failed {
  const { status, headers, body } = answer;
  const error = detailsOf(body);
  return {
    failure: failure(kindOf(answer, error.code, notFound), { ...error, retryAfterMs: retryAfterOf(headers, now) }),
    answered: wasRefused(status, error.code),
  };
}

function kindOf({ status, body }: HttpAnswer, code: string | null, notFound: FailureKind): FailureKind {
  if (code !== null) return isKnown(code) ? (KIND_OF_CODE[code] ?? "unknown") : "unknown";
  const good = status >= 200 && status < 300;
  return good && !isErrorBody(body) ? "unreadable" : kindOfStatus(status, notFound);
}

/** Whether the answer settles that nothing was written. */
function wasRefused(status: number, code: string | null): boolean {
  if (code !== null && isKnown(code)) return !MAYBE_DONE_CODES.has(code);
  return status >= 400 && status < 500 && status !== 408;
}

const isKnown = (code: string): boolean => Object.hasOwn(KIND_OF_CODE, code);

/** Kombo's messages are shown and stored: a broken one must not fill the disk. */
const LONGEST_TEXT = 2000;

function detailsOf(body: Body): Pick<Failure, "code" | "message" | "logUrl"> {
  const error = body.kind === "object" && isObject(body.value.error) ? body.value.error : {};
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value.slice(0, LONGEST_TEXT) : null);
  const logUrl = text(error.log_url);
  return {
    code: text(error.code),
    message: text(error.message),
    // People open it: nothing but https may come out of an answer.
    logUrl: logUrl?.startsWith("https://") ? logUrl : null,
  };
}
