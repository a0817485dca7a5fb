/** Why the relay itself refuses a request. The name goes into the audit log and into the header `X-Quicktag-Relay`. */
export interface Refusal {
  status: 400 | 401 | 403 | 404 | 413 | 429;
  /** One of Kombo's codes where it means the same, so that a browser knows what to do; null leaves that to the status. */
  code: string | null;
  message: string;
}

const SIGN_IN = { status: 401, code: "PLATFORM.AUTHENTICATION_INVALID" } as const;
const INPUT = { status: 400, code: "PLATFORM.INPUT_INVALID" } as const;
const FOREIGN = { status: 403, code: "PLATFORM.INTEGRATION_NOT_FOUND" } as const;

export const REFUSALS = {
  "not-found": { status: 404, code: null, message: "The relay has no such endpoint." },
  "token-missing": { ...SIGN_IN, message: "Sign in: the request has no token." },
  "token-algorithm": { ...SIGN_IN, message: "The token is signed in a way this relay does not take." },
  "token-key": { ...SIGN_IN, message: "The token is signed with a key this relay does not know." },
  "token-signature": { ...SIGN_IN, message: "The token's signature is wrong." },
  "token-issuer": { ...SIGN_IN, message: "The token is from somebody else than the company's identity provider." },
  "token-audience": { ...SIGN_IN, message: "The token is meant for somebody else than this relay." },
  "token-user": { ...SIGN_IN, message: "The token does not say who signed in." },
  "token-expired": { ...SIGN_IN, message: "The session has ended. Sign in again." },
  "token-not-yet": { ...SIGN_IN, message: "The token is not valid yet: do the clocks agree?" },
  "too-many-requests": {
    status: 429,
    code: "PLATFORM.RATE_LIMIT_EXCEEDED",
    message: "Too many requests from this user in one minute.",
  },
  "too-many-groups": {
    status: 403,
    code: null,
    message: "The token names more groups than the relay reads. Have the identity provider send fewer, or one role.",
  },
  "integration-missing": { ...FOREIGN, message: "No integration is named, or more than one." },
  "integration-foreign": { ...FOREIGN, message: "This integration is not open to you." },
  "body-unexpected": { ...INPUT, message: "This endpoint takes no body." },
  "body-encoding": { ...INPUT, message: "The body must come in one piece, with its length, not compressed." },
  "body-too-long": { status: 413, code: "PLATFORM.INPUT_INVALID", message: "The body is too long." },
  "body-shape": { ...INPUT, message: "The body is not written as the relay takes it." },
  "remote-fields": { ...INPUT, message: "Tags in a user's name are not allowed here, or not in this user's name." },
  "tag-unwritable": { ...INPUT, message: "The tag's name holds characters no tag may have, or too many." },
  "tag-not-allowed": { ...INPUT, message: "Your company allows other tags only." },
  "tag-format": { ...INPUT, message: "The tag's name is not written as your company wants it." },
  "tag-forbidden": { ...INPUT, message: "The tag's name holds a word your company does not allow." },
  "tag-not-yours": { ...INPUT, message: "You may add listed tags only, because you may not create tags." },
} as const satisfies Record<string, Refusal>;

export type Reason = keyof typeof REFUSALS;

/** The body of an answer, as Kombo words its errors. */
export const refusalBody = ({ code, message }: Refusal): string =>
  `${JSON.stringify({ status: "error", error: { code, title: null, message, log_url: null } })}\n`;
