import type { TagChange } from "./company";
import { DEFECTS, type Defect } from "./defects";
import { ERROR_BODIES, type ErrorBody } from "./error-bodies";
import { type RequestMatch, unknownConditions } from "./request-match";

/** Bodies sent instead of the true answer. */
const REPLACED = [
  /** A page, as a proxy would send. */
  "html",
  /** Half of a JSON text, complete as HTTP. */
  "half-json",
  /** JSON, but nothing Kombo would send. */
  "wrong-shape",
  /** No body at all. */
  "empty",
  /** The connection ends in the middle of the body. */
  "cut",
  /** A good beginning that goes on for ever. */
  "endless",
  /** A good beginning, then silence on an open connection. */
  "stalled",
] as const;

/** The true answer with something wrong in it. */
const REWRITTEN = [
  /** A good list with one record nobody can read. */
  "odd-record",
  /** Every other record damaged, the first one included: each in another way, or as `defect` says. */
  "half-right",
  /** Somebody else than the candidate asked for. */
  "other-candidate",
  /** The candidate asked for, and somebody else. */
  "extra-candidate",
] as const;

type Replaced = (typeof REPLACED)[number];
export type Rewritten = (typeof REWRITTEN)[number];
export type FaultBody = Replaced | Rewritten | ErrorBody;

/** One thing that goes wrong. Where nothing replaces or rewrites the answer, the true one comes, only later. */
export interface Fault {
  status?: number;
  /** One of Kombo's codes, an unknown one, or null for an error without code. */
  code?: string | null;
  message?: string;
  body?: FaultBody;
  /** For `half-right`: damages every other record in this way only. */
  defect?: Defect;
  /** Replaces `data` of the true answer. */
  data?: unknown;
  /** Redirects (307 unless `status` says otherwise) to a URL, or to the sandbox's own `recorder` on another host. */
  redirectTo?: string;
  /** Cuts the connection without an answer. Browsers resend over plain HTTP by themselves; over HTTPS they do not. */
  reset?: boolean;
  headers?: Record<string, string>;
  delayMs?: number;
  /** The answer waits until this name is released. */
  hold?: string;
  /** Whether the write happens although the answer fails. Unless given: yes where the answer looks like a success. */
  applyBefore?: boolean;
  /** Somebody else changes the tags of this integration, and Kombo syncs, right after the answer. */
  afterwards?: TagChange;
}

/** A fault and the requests it is for. */
export interface FaultRule {
  match?: RequestMatch;
  /** How many requests it hits; without a limit when left out. */
  times?: number;
  fault: Fault;
}

const FIELDS: Record<keyof Fault, true> = {
  status: true,
  code: true,
  message: true,
  body: true,
  defect: true,
  data: true,
  redirectTo: true,
  reset: true,
  headers: true,
  delayMs: true,
  hold: true,
  applyBefore: true,
  afterwards: true,
};

const BODIES: readonly string[] = [...REPLACED, ...REWRITTEN, ...Object.keys(ERROR_BODIES)];

function mistakes({ fault, match }: FaultRule): string[] {
  if (!fault) return ["no fault"];
  const { body, defect } = fault;
  return [
    ...unknownConditions(match),
    ...Object.keys(fault).filter((name) => !(name in FIELDS)),
    ...(body === undefined || BODIES.includes(body) ? [] : [`body ${body}`]),
    ...(defect === undefined || defect in DEFECTS ? [] : [`defect ${defect}`]),
  ];
}

/** Throws on a misspelt rule, which would hit no request, or all of them. */
export function checkRule(rule: FaultRule): void {
  const found = mistakes(rule);
  if (found.length > 0) throw new Error(`not a fault rule: ${found.join(", ")}`);
}

/** Whether this fault takes the true answer and changes it. */
export function isRewritten(body: FaultBody | undefined): body is Rewritten {
  return REWRITTEN.some((each) => each === body);
}

/** Whether this fault sends an error in JSON. */
export function isErrorBody(body: FaultBody | undefined): body is ErrorBody {
  return body !== undefined && body in ERROR_BODIES;
}

/** How the request log names a fault. */
export function faultName(fault: Fault): string {
  if (fault.reset) return "reset";
  if (fault.redirectTo !== undefined) return "redirect";
  if (fault.body) return fault.body;
  if (fault.code !== undefined) return String(fault.code);
  if (fault.status !== undefined) return `status ${fault.status}`;
  if (fault.data !== undefined) return "data";
  return fault.hold ? `held ${fault.hold}` : "late";
}
