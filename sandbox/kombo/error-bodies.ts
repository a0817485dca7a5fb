const TEXTS = { title: "Something went wrong.", message: "Asked for by the sandbox.", log_url: null };

/**
 * Error bodies without a usable code, as Kombo, a gateway or an older version may send them. Kombo documents `code` as
 * nullable and the HTTP status as the fall-back.
 */
export const ERROR_BODIES = {
  "error-code-null": { status: "error", error: { code: null, ...TEXTS } },
  "error-code-missing": { status: "error", error: TEXTS },
  "error-code-empty": { status: "error", error: { code: "", ...TEXTS } },
  "error-code-number": { status: "error", error: { code: 17, ...TEXTS } },
  "error-only-code-null": { status: "error", error: { code: null } },
  "error-empty": { status: "error", error: {} },
  "error-null": { status: "error", error: null },
  "error-text": { status: "error", error: "Something went wrong." },
  "error-list": { status: "error", error: [{ message: "Something went wrong." }] },
  "error-bare": { status: "error" },
  "error-foreign": { message: "no Route matched with those values" },
} as const;

export type ErrorBody = keyof typeof ERROR_BODIES;
