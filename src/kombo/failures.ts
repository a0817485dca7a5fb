import type { FailureKind } from "../domain/failure";
import { retryAfterOf } from "./answer";
import { isObject } from "./body";
import type { Failed, HttpAnswer } from "./exchange";

/** Kombo's error codes (docs.kombo.dev/guides/errors); a code that is not here is `unknown`. */
const KIND_OF_CODE = new Map<string | null, FailureKind>(
  Object.entries({
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
  }),
);

/** Why a company's relay refuses, as it says in `X-Quicktag-Relay`. A reason that is not here goes by code and status. */
const KIND_OF_REFUSAL = new Map<string | null, FailureKind>(
  Object.entries({
    "not-found": "relay-mismatch",
    "token-missing": "signed-out",
    "token-algorithm": "sign-in-refused",
    "token-key": "sign-in-refused",
    "token-signature": "sign-in-refused",
    "token-issuer": "sign-in-refused",
    "token-audience": "sign-in-refused",
    "token-user": "sign-in-refused",
    "token-expired": "signed-out",
    "token-not-yet": "sign-in-refused",
    "too-many-requests": "busy",
    "too-many-groups": "too-many-groups",
    "integration-missing": "relay-mismatch",
    "integration-foreign": "integration-closed",
    "body-unexpected": "relay-mismatch",
    "body-encoding": "relay-mismatch",
    "body-too-long": "relay-mismatch",
    "body-shape": "relay-mismatch",
    "remote-fields": "behalf-refused",
    "tag-unwritable": "tag-unwritable",
    "tag-not-allowed": "tag-not-allowed",
    "tag-format": "tag-format",
    "tag-forbidden": "tag-forbidden",
    "tag-not-yours": "tag-not-yours",
  }),
);

/** Where Kombo names no code, its documentation falls back to the status, whatever the body holds. */
function kindOfStatus(status: number, notFound: FailureKind): FailureKind {
  if (status === 401) return "key-invalid";
  if (status === 404) return notFound;
  if (status === 408) return "timed-out";
  if (status === 429) return "busy";
  return status >= 502 && status <= 504 ? "ats-unreachable" : "unknown";
}

/** Whether an answer is an error: by its status, or because it says so itself. */
export function isError({ status, body: { json } }: HttpAnswer): boolean {
  if (status < 200 || status > 299 || json?.status === "error") return true;
  return json?.status !== "success" && isObject(json?.error);
}

/**
 * The failure an HTTP answer means: by the relay's reason first, then by Kombo's code, by the status where there is none.
 * `viaRelay`: the key that Kombo does not take is the relay's.
 */
export function failureOfAnswer(answer: HttpAnswer, notFound: FailureKind = "unknown", viaRelay = false): Failed {
  const { status, headers, body } = answer;
  const error = isObject(body.json?.error) ? body.json.error : {};
  const code = textOf(error.code);
  const logUrl = textOf(error.log_url);
  const known = KIND_OF_REFUSAL.get(headers.get("X-Quicktag-Relay")) ?? KIND_OF_CODE.get(code);
  const uncoded = isError(answer) ? kindOfStatus(status, notFound) : "unreadable";
  const kind = known ?? (code === null ? uncoded : "unknown");
  return {
    failure: {
      kind: viaRelay && kind === "key-invalid" ? "relay-key-invalid" : kind,
      code,
      message: textOf(error.message),
      // People open it: nothing but https may come out of an answer.
      logUrl: logUrl?.startsWith("https://") ? logUrl : null,
      retryAfterMs: retryAfterOf(headers, Date.now()),
    },
    // After a time-out or an unknown error, Kombo or the ATS may still have done what was asked.
    answered: known ? known !== "timed-out" && known !== "unknown" : status >= 400 && status < 500 && status !== 408,
  };
}

/** Kombo's messages are shown and stored: a broken one must not fill the disk. */
const LONGEST_TEXT = 2000;

const textOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value.slice(0, LONGEST_TEXT) : null;
