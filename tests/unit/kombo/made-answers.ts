import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import type { FailureKind } from "../../../src/domain/failure";

/** A body by what it says, whatever type it is declared to be. */
export type Says =
  | { what: "success" }
  /** An error; `code` null: none that can be used. */
  | { what: "error"; code: string | null }
  /** An object that is neither. */
  | { what: "object" }
  | { what: "page" }
  | { what: "nothing" }
  /** Neither an object nor a page. */
  | { what: "noise" };

export interface MadeAnswer {
  status: number;
  type: string;
  says: Says;
  body: string | Buffer;
  headers: Record<string, string>;
  /** The connection ends before the body does. */
  cut: boolean;
}

// Not 407 and 421: fetch deals with them itself, by an error and by another connection.
const STATUSES = [
  200, 201, 202, 203, 204, 205, 206, 226, 299, 300, 301, 302, 303, 304, 305, 307, 308, 400, 401, 402, 403, 404, 405,
  408, 409, 410, 413, 418, 422, 425, 429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 507, 511, 520, 524, 599,
];

/** Statuses whose answers cannot have a body. */
export const BODYLESS = [204, 205, 304];

const TYPES = [
  "application/json",
  "application/json; charset=utf-8",
  "APPLICATION/JSON",
  "application/problem+json",
  "text/html",
  "text/html; charset=utf-8",
  "text/plain",
  "application/octet-stream",
  "",
];

/** Each documented code with what it means to us, as docs.kombo.dev lists them. */
export const CODES = new Map<string, FailureKind>(
  Object.entries({
    "PLATFORM.RATE_LIMIT_EXCEEDED": "busy",
    "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED": "busy",
    "PLATFORM.INTEGRATION_NOT_FOUND": "integration-not-found",
    "PLATFORM.INPUT_INVALID": "input-refused",
    "PLATFORM.UNKNOWN_ERROR": "unknown",
    "PLATFORM.IP_NOT_WHITELISTED": "ip-not-allowed",
    "PLATFORM.AUTHENTICATION_INVALID": "key-invalid",
    "PLATFORM.TASK_TIMED_OUT": "timed-out",
    "INTEGRATION.PERMISSION_MISSING": "permission-missing",
    "INTEGRATION.AUTHENTICATION_INVALID": "ats-login-invalid",
    "INTEGRATION.QA_FAILED": "setup-incomplete",
    "INTEGRATION.SETUP_SYNC_PENDING": "setup-syncing",
    "INTEGRATION.SETUP_INCOMPLETE": "setup-incomplete",
    "INTEGRATION.INACTIVE": "integration-inactive",
    "INTEGRATION.MODEL_NOT_AVAILABLE": "model-unavailable",
    "INTEGRATION.MODEL_DISABLED": "model-unavailable",
    "INTEGRATION.ACTION_NOT_AVAILABLE": "action-unavailable",
    "INTEGRATION.ACTION_DISABLED": "action-disabled",
    "REMOTE.SERVICE_UNAVAILABLE": "ats-unreachable",
    "REMOTE.RATE_LIMIT_EXCEEDED": "ats-unreachable",
    "REMOTE.INPUT_INVALID": "input-refused",
    "REMOTE.UNKNOWN_HTTP_ERROR": "unknown",
    "ATS.JOB_CLOSED": "job-closed",
    "ATS.APPLICATION_ALREADY_EXISTS": "application-exists",
  }),
);

type Made = Pick<MadeAnswer, "says" | "body">;

const json = (says: Says, value: unknown): Made => ({ says, body: JSON.stringify(value) });
const anything = fc.jsonValue({ maxDepth: 2 });
const success = { what: "success" } as const;

const successes = fc.oneof(
  fc.constant(json(success, { status: "success", data: {}, warnings: [{ message: "Stored in lower case." }] })),
  // Whatever stands in `data` or beside it: a write that was done is done.
  fc
    .record({ data: anything, warnings: anything, error: anything, code: anything })
    .map((rest) => json(success, { ...rest, status: "success" })),
  fc.constant(json(success, { status: "success", data: { status: "error", error: { code: "ATS.JOB_CLOSED" } } })),
);

const unusable = fc.constantFrom<unknown>(null, undefined, "", 17, {}, [], false);
const unlisted = fc.constantFrom(
  "ATS.SOMETHING_NEW",
  "constructor",
  "__proto__",
  "toString",
  "busy",
  " ",
  "platform.input_invalid",
);
const texts = fc.record({ message: anything, title: anything, log_url: anything });

const errors = fc.oneof(
  fc
    .tuple(fc.oneof(fc.constantFrom(...CODES.keys()), unlisted), texts)
    .map(([code, rest]) => json({ what: "error", code }, { status: "error", error: { ...rest, code } })),
  fc
    .tuple(unusable, texts)
    .map(([code, rest]) => json({ what: "error", code: null }, { status: "error", error: { ...rest, code } })),
  // An object with `error` in it is one even where it does not say so twice.
  fc.constantFrom(...CODES.keys()).map((code) => json({ what: "error", code }, { error: { code, message: "no" } })),
  fc
    .constantFrom<unknown>(undefined, null, "Something went wrong.", [{ message: "x" }], 5)
    .map((error) => json({ what: "error", code: null }, { status: "error", error })),
);

const others = fc.oneof(
  fc
    .constantFrom({}, { ok: "maybe", items: 3 }, { status: 200 }, { message: "no Route matched" })
    .map((value) => json({ what: "object" }, value)),
  fc
    .constantFrom("<!doctype html><h1>Sign in</h1>", "\ufeff\n <html></html>", "<?xml version='1.0'?><a/>", "  <br>")
    .map((body): Made => ({ says: { what: "page" }, body })),
  fc.constantFrom("", " ", "\r\n\t", "\ufeff").map((body): Made => ({ says: { what: "nothing" }, body })),
  fc
    .constantFrom<string | Buffer>(
      '{"status":"success","data":{"next":null,"resu',
      '{"status":"error","error":{"co',
      "OK",
      "503",
      "null",
      "[]",
      '"success"',
      "[1,{",
      "Zugriff verweigert",
      Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x7b]),
    )
    .map((body): Made => ({ says: { what: "noise" }, body })),
);

/** `Retry-After` as servers send it, and what it means in milliseconds; undefined where only a range can be told. */
export const RETRY_AFTER: readonly [headers: Record<string, string>, ms: number | null][] = [
  [{}, null],
  [{ "Retry-After": "7" }, 7000],
  [{ "Retry-After": " 0 " }, 0],
  [{ "Retry-After": "1.5" }, 1500],
  [{ "Retry-After": "-5" }, null],
  [{ "Retry-After": "soon" }, null],
  [{ "Retry-After": "" }, null],
  [{ "Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT" }, 0],
  [{ "Retry-After": "99999999999999999999" }, 86_400_000],
  [{ "retry-after-ms": "250" }, 250],
  [{ "retry-after-ms": "250", "Retry-After": "9" }, 250],
  [{ "retry-after-ms": "1234.5" }, 1235],
  [{ "retry-after-ms": "x", "Retry-After": "9" }, 9000],
  [{ "retry-after-ms": "-1" }, null],
];

const limits = fc.constantFrom<Record<string, string>>(
  {},
  { "Concurrency-Limit": "30", "Concurrency-Remaining": "12" },
  { "Concurrency-Limit": "many", "Concurrency-Remaining": "-1" },
  { "Concurrency-Limit": "99999999999999999999" },
);

/** Any answer a server, a gateway or something in between can give. */
export const madeAnswer: fc.Arbitrary<MadeAnswer> = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    type: fc.constantFrom(...TYPES),
    made: fc.oneof(successes, errors, errors, others, others),
    wait: fc.constantFrom(...RETRY_AFTER),
    limit: limits,
    cut: fc.oneof({ weight: 15, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  })
  .map(({ status, type, made, wait: [wait], limit, cut }) => ({
    ...made,
    status,
    type,
    headers: { ...wait, ...limit, ...(status >= 300 && status < 400 && { Location: "/elsewhere" }) },
    cut: cut && !BODYLESS.includes(status),
  }));

/** A server that gives one made answer after the other. */
export async function startAnswering() {
  let next: MadeAnswer | null = null;
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? "");
    request.resume();
    request.on("end", () => {
      if (!next) return response.destroy();
      const { status, type, body, headers, cut } = next;
      const bytes = BODYLESS.includes(status) ? Buffer.alloc(0) : Buffer.from(body as string);
      response.writeHead(status, {
        ...headers,
        ...(type && { "Content-Type": type }),
        ...(cut && { "Content-Length": String(bytes.length + 10) }),
      });
      if (!cut) return response.end(bytes);
      response.write(bytes.length > 0 ? bytes : " ", () => response.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The paths asked for since the last answer was set. */
    paths,
    answerWith(answer: MadeAnswer) {
      next = answer;
      paths.length = 0;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
