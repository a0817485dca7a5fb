import { type Failure, type FailureKind, failure } from "../domain/failure";
import { retryAfterOf } from "./answer";

/** Kombo's error codes; a code that is not here is `unknown`. */
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

/** Only where no error body parses: a proxy or a gateway answered, not Kombo. */
function kindOfStatus(status: number): FailureKind {
  if (status === 401) return "key-invalid";
  if (status === 429) return "busy";
  if (status === 408) return "timed-out";
  if (status === 502 || status === 503 || status === 504) return "ats-unreachable";
  return status >= 200 && status < 300 ? "unreadable" : "unknown";
}

/** After these Kombo or the ATS may still have done what was asked. */
const MAYBE_DONE_CODES = new Set(["PLATFORM.TASK_TIMED_OUT", "PLATFORM.UNKNOWN_ERROR", "REMOTE.UNKNOWN_HTTP_ERROR"]);

interface ErrorBody {
  code: string | null;
  message: string | null;
  logUrl: string | null;
}

/** Kombo's error object out of a body; null when the body is something else. */
export function parseErrorBody(body: string): ErrorBody | null {
  try {
    const error = (JSON.parse(body) as { error?: unknown }).error;
    if (typeof error !== "object" || error === null) return null;
    const { code, message, log_url: logUrl } = error as Record<string, unknown>;
    return {
      code: typeof code === "string" ? code : null,
      message: typeof message === "string" ? message : null,
      // Opened by people: nothing but https may come out of an answer.
      logUrl: typeof logUrl === "string" && logUrl.startsWith("https://") ? logUrl : null,
    };
  } catch {
    return null;
  }
}

export interface Failed {
  failure: Failure;
  mayHaveHappened: boolean;
}

/** The failure an HTTP answer means: by Kombo's code, by the status only where no error body parses. */
export function failureOfAnswer(status: number, headers: Headers, body: string, now: number): Failed {
  const parsed = parseErrorBody(body);
  const retryAfterMs = retryAfterOf(headers, now);
  if (!parsed) {
    const mayHaveHappened = status === 408 || status >= 500 || (status >= 200 && status < 300);
    return { failure: failure(kindOfStatus(status), { retryAfterMs }), mayHaveHappened };
  }
  const { code } = parsed;
  const known = code !== null && Object.hasOwn(KIND_OF_CODE, code);
  const kind = known ? (KIND_OF_CODE[code] ?? "unknown") : "unknown";
  const mayHaveHappened = known ? MAYBE_DONE_CODES.has(code) : status >= 500;
  // Kombo answers 404 without a code of its own for a candidate id it does not know.
  const gone = status === 404 && kind === "unknown";
  return { failure: failure(gone ? "candidate-gone" : kind, { ...parsed, retryAfterMs }), mayHaveHappened };
}

/** The failure of a call that brought no HTTP answer. `online`: the browser believes it has a network. */
export function failureWithoutAnswer(errorName: string, message: string, online: boolean): Failed {
  if (errorName === "RequestTimeoutError" || errorName === "RequestAbortedError") {
    return { failure: failure("timed-out", { message }), mayHaveHappened: true };
  }
  if (errorName === "SDKValidationError" || errorName === "InvalidRequestError") {
    return { failure: failure("input-refused", { message }), mayHaveHappened: false };
  }
  if (errorName === "ConnectionError") {
    // Without a network nothing left the machine; with one, the line may have been cut after the request.
    return { failure: failure("offline"), mayHaveHappened: online };
  }
  return { failure: failure("unknown", { message }), mayHaveHappened: true };
}
