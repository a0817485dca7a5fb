/**
 * Everything that can go wrong with a call, as a closed set. Texts are in `_locales` (`failure_<kind>_what`, `_next`);
 * decided on Kombo's error code, and on the HTTP status where there is none, whatever the body holds.
 */
export const FAILURE_KINDS = [
  "busy", // PLATFORM.RATE_LIMIT_EXCEEDED, PLATFORM.CONCURRENCY_LIMIT_EXCEEDED, bare 429
  "ats-unreachable", // REMOTE.RATE_LIMIT_EXCEEDED, REMOTE.SERVICE_UNAVAILABLE, bare 502/503/504
  "offline", // no connection to Kombo
  "timed-out", // PLATFORM.TASK_TIMED_OUT, no answer in time
  "redirected", // the server answers with a redirect, which is never followed: key and data go to one origin only
  "key-invalid", // PLATFORM.AUTHENTICATION_INVALID, bare 401
  "key-missing", // no key stored, its wrapping key is lost, or it was stored for another server
  "signed-out", // relay: no session, or it has ended and cannot be renewed
  "sign-in-unreachable", // the identity provider does not answer, and the session has to be renewed
  "sign-in-refused", // relay: the token is not one it takes
  "other-user", // asked for while somebody else was signed in: sent only if a person wants it in their name
  "too-many-groups", // relay: it cannot read who may do what
  "relay-key-invalid", // Kombo refuses the key that the relay holds
  "relay-mismatch", // relay: it does not know the request
  "integration-closed", // relay: not open to this user
  "behalf-refused", // relay: no tags in this user's name
  "tag-unwritable", // the company's tag rules, said by the relay; the kinds are those of `TagRuleProblem`
  "tag-not-allowed",
  "tag-format",
  "tag-forbidden",
  "tag-not-yours",
  "ip-not-allowed", // PLATFORM.IP_NOT_WHITELISTED
  "integration-not-found", // PLATFORM.INTEGRATION_NOT_FOUND
  "input-refused", // PLATFORM.INPUT_INVALID, REMOTE.INPUT_INVALID
  "permission-missing", // INTEGRATION.PERMISSION_MISSING
  "ats-login-invalid", // INTEGRATION.AUTHENTICATION_INVALID
  "setup-incomplete", // INTEGRATION.QA_FAILED, INTEGRATION.SETUP_INCOMPLETE
  "setup-syncing", // INTEGRATION.SETUP_SYNC_PENDING
  "integration-inactive", // INTEGRATION.INACTIVE
  "model-unavailable", // INTEGRATION.MODEL_NOT_AVAILABLE, INTEGRATION.MODEL_DISABLED
  "action-unavailable", // INTEGRATION.ACTION_NOT_AVAILABLE
  "action-disabled", // INTEGRATION.ACTION_DISABLED
  "job-closed", // ATS.JOB_CLOSED
  "application-exists", // ATS.APPLICATION_ALREADY_EXISTS
  "candidate-gone", // the Kombo id is refused (404) and a fresh look-up does not bring the same person
  "list-endless", // a list whose pages do not end
  "unreadable", // a 2xx that is not Kombo's (a web page), or a read's answer that is not its shape (half of one)
  "storage-unavailable", // the browser's storage could not be read
  "internal", // Quicktag's own background did not answer, or failed: nothing is known to be wrong at Kombo
  "access-missing", // the browser has not granted access to the API host
  "too-old", // older than the age after which Quicktag asks before sending
  "entry-unreadable", // a stored job of another version, or a damaged one: shown, never sent
  "by-hand-off", // the company's policy: people are found by the page only
  "unknown", // REMOTE.UNKNOWN_HTTP_ERROR, PLATFORM.UNKNOWN_ERROR, a code not in this list, no code and any other status
] as const;

export type FailureKind = (typeof FAILURE_KINDS)[number];

/** A failure as plain data; crosses messages and storage. */
export interface Failure {
  kind: FailureKind;
  /** Kombo's error code as it came, null when there was none. */
  code: string | null;
  /** Kombo's own message, shown folded. */
  message: string | null;
  /** Kombo's log page, `https:` only. */
  logUrl: string | null;
  /** From `Retry-After`, in milliseconds. */
  retryAfterMs: number | null;
}

/** A failure of this kind; what is not given is unknown. */
export const failure = (kind: FailureKind, given: Partial<Failure> = {}): Failure => ({
  kind,
  code: null,
  message: null,
  logUrl: null,
  retryAfterMs: null,
  ...given,
});

export type Fixer = "nobody" | "recruiter" | "kombo-admin" | "ats-admin" | "it-admin";

export interface FailurePolicy {
  /** `backoff`: again and again with growing waits; `few`: a few times; `slowly`: every quarter of an hour; `no`: only a person does. */
  retry: "backoff" | "few" | "slowly" | "no";
  /** Which queue stands still until somebody mends it. */
  holds: "nothing" | "integration" | "key";
  fixer: Fixer;
}

const wait = (retry: FailurePolicy["retry"]): FailurePolicy => ({ retry, holds: "nothing", fixer: "nobody" });
const stop = (fixer: Fixer): FailurePolicy => ({ retry: "no", holds: "nothing", fixer });
const hold = (holds: "integration" | "key", fixer: Fixer): FailurePolicy => ({ retry: "no", holds, fixer });

/** The one table of what is retried, what is held and who can mend it. */
export const FAILURE_POLICY: Record<FailureKind, FailurePolicy> = {
  busy: wait("backoff"),
  "ats-unreachable": wait("backoff"),
  offline: wait("backoff"),
  "timed-out": wait("few"),
  redirected: hold("key", "it-admin"),
  "key-invalid": hold("key", "kombo-admin"),
  "key-missing": hold("key", "recruiter"),
  "signed-out": hold("key", "recruiter"),
  "sign-in-unreachable": wait("backoff"),
  "sign-in-refused": hold("key", "it-admin"),
  "other-user": stop("recruiter"),
  "too-many-groups": hold("key", "it-admin"),
  "relay-key-invalid": hold("key", "it-admin"),
  "relay-mismatch": stop("it-admin"),
  "integration-closed": hold("integration", "it-admin"),
  "behalf-refused": stop("it-admin"),
  "tag-unwritable": stop("recruiter"),
  "tag-not-allowed": stop("recruiter"),
  "tag-format": stop("recruiter"),
  "tag-forbidden": stop("recruiter"),
  "tag-not-yours": stop("recruiter"),
  "ip-not-allowed": hold("key", "it-admin"),
  "integration-not-found": hold("integration", "kombo-admin"),
  "input-refused": stop("recruiter"),
  "permission-missing": stop("ats-admin"),
  "ats-login-invalid": hold("integration", "ats-admin"),
  "setup-incomplete": hold("integration", "kombo-admin"),
  "setup-syncing": wait("slowly"),
  "integration-inactive": hold("integration", "kombo-admin"),
  "model-unavailable": stop("kombo-admin"),
  "action-unavailable": stop("kombo-admin"),
  "action-disabled": stop("kombo-admin"),
  "job-closed": stop("recruiter"),
  "application-exists": stop("recruiter"),
  "candidate-gone": stop("recruiter"),
  "list-endless": wait("few"),
  unreadable: wait("few"),
  "storage-unavailable": wait("few"),
  "access-missing": hold("key", "recruiter"),
  "too-old": stop("recruiter"),
  "entry-unreadable": stop("recruiter"),
  "by-hand-off": stop("it-admin"),
  internal: stop("recruiter"),
  unknown: stop("recruiter"),
};
