/** HTTP status and title of each documented error code, as far as the sandbox uses it. */
const KNOWN: Record<string, readonly [status: number, title: string]> = {
  "PLATFORM.RATE_LIMIT_EXCEEDED": [429, "Too many requests."],
  "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED": [429, "Too many actions at once."],
  "PLATFORM.INTEGRATION_NOT_FOUND": [404, "No such integration."],
  "PLATFORM.INPUT_INVALID": [400, "The request is not valid."],
  "PLATFORM.UNKNOWN_ERROR": [500, "Something went wrong."],
  "PLATFORM.IP_NOT_WHITELISTED": [403, "This address is not allowed."],
  "PLATFORM.AUTHENTICATION_INVALID": [401, "The API key is not valid."],
  "PLATFORM.TASK_TIMED_OUT": [504, "The task took too long."],
  "INTEGRATION.PERMISSION_MISSING": [403, "The ATS user lacks a permission."],
  "INTEGRATION.AUTHENTICATION_INVALID": [401, "The ATS refuses the stored login."],
  "INTEGRATION.QA_FAILED": [409, "The first data did not pass the checks."],
  "INTEGRATION.SETUP_SYNC_PENDING": [503, "The first sync is still running."],
  "INTEGRATION.SETUP_INCOMPLETE": [409, "The set-up is not finished."],
  "INTEGRATION.INACTIVE": [403, "The integration is switched off."],
  "INTEGRATION.MODEL_NOT_AVAILABLE": [400, "This model is not supported here."],
  "INTEGRATION.MODEL_DISABLED": [403, "This model is switched off."],
  "INTEGRATION.ACTION_NOT_AVAILABLE": [400, "This action is not supported here."],
  "INTEGRATION.ACTION_DISABLED": [403, "This action is switched off."],
  "REMOTE.SERVICE_UNAVAILABLE": [503, "The ATS is not reachable."],
  "REMOTE.RATE_LIMIT_EXCEEDED": [429, "The ATS asks to slow down."],
  "REMOTE.INPUT_INVALID": [400, "The ATS refuses the input."],
  "REMOTE.UNKNOWN_HTTP_ERROR": [502, "The ATS answered with an error."],
  "ATS.JOB_CLOSED": [400, "The job is closed."],
  "ATS.APPLICATION_ALREADY_EXISTS": [409, "The application exists."],
};

/** The status Kombo sends with a code; 500 for an undocumented one. */
export function statusOf(code: string): number {
  return KNOWN[code]?.[0] ?? 500;
}

/** A body in the documented error shape. */
export function errorBody(code: string | null, message: string) {
  return {
    status: "error" as const,
    error: {
      code,
      title: (code && KNOWN[code]?.[1]) || null,
      message,
      log_url: code ? "https://app.kombo.dev/sandbox/logs?interactionId=1" : null,
    },
  };
}

/** Thrown by any handler; `komboApi` answers it in the documented shape. */
export class ApiError extends Error {
  readonly code: string | null;
  readonly status: number;

  constructor(code: string | null, message: string, status = code ? statusOf(code) : 500) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
