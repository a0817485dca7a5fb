import type { PageFacts } from "../../domain/facts";
import { digits } from "./ids";
import { param, segments } from "./url";

export type Model = "hr.applicant" | "hr.candidate";

/** What an address says is on screen. `unknown`: a numbered action, which names no model; only the page can tell. */
export interface Screen {
  model: Model | "unknown" | "other";
  /** The record's id; null for lists and new records. */
  id: string | null;
  /** Whether a piece of the address belongs to the Recruitment app and to nothing else. */
  recruitment: boolean;
}

const MODELS = new Map<string, Model>([
  ["hr.applicant", "hr.applicant"],
  ["recruitment-applications", "hr.applicant"],
  ["action-hr_recruitment.action_hr_job_applications", "hr.applicant"],
  ["action-hr_recruitment.crm_case_categ0_act_job", "hr.applicant"],
  ["hr.candidate", "hr.candidate"],
  ["recruitment-candidates", "hr.candidate"],
]);

const isRecruitment = (piece: string) => MODELS.has(piece) || piece === "recruitment";

function modelOf(piece: string | undefined): Screen["model"] {
  if (!piece) return "other";
  return MODELS.get(piece) ?? (piece.startsWith("action-") ? "unknown" : "other");
}

/** The router: the last action or model is on screen, a number right after it is its record. */
function fromPath(pieces: readonly string[]): Screen {
  const recruitment = pieces.some(isRecruitment);
  const last = pieces.at(-1);
  if (last !== "new" && !digits(last)) return { model: modelOf(last), id: null, recruitment };
  return { model: modelOf(pieces.at(-2)), id: digits(last), recruitment };
}

/** `id` and `model` as parameters: the old web client's hash, and the link in notification mails. */
function fromParameters(query: URLSearchParams, idName: string): Screen {
  const model = MODELS.get(param(query, "model") ?? "") ?? "other";
  const form = ["form", null].includes(param(query, "view_type"));
  return { model, id: form ? digits(param(query, idName)) : null, recruitment: model !== "other" };
}

/** What an address says is on screen; null where it is not an address of Odoo's web client. */
export function screenOf(url: URL): Screen | null {
  const [first, second, ...more] = segments(url.pathname);
  if (first === "odoo" || first === "scoped_app") return fromPath(second === undefined ? [] : [second, ...more]);
  if (first === "web" && second === undefined) return fromParameters(new URLSearchParams(url.hash.slice(1)), "id");
  if (first === "mail" && second === "view") return fromParameters(url.searchParams, "res_id");
  return null;
}

function parsed(texts: readonly string[] | undefined): unknown {
  try {
    return JSON.parse(texts?.[0] ?? "null");
  } catch {
    return null;
  }
}

const field = (from: unknown, name: string): unknown =>
  typeof from === "object" && from !== null ? (from as Record<string, unknown>)[name] : undefined;

const RES_MODEL = /"res_model":\s?"([a-z0-9_.]{1,64})"/g;

/** The action's model; from the text itself where the entry is too long to have come whole, if it names just one. */
function modelIn(texts: readonly string[] | undefined): string | null {
  const model = field(parsed(texts), "res_model");
  if (typeof model === "string" && model !== "") return model;
  if (parsed(texts) !== null) return null;
  const named = new Set([...(texts?.[0] ?? "").matchAll(RES_MODEL)].map((match) => match[1]!));
  return named.size === 1 ? [...named][0]! : null;
}

/** What the web client itself remembers about the record on screen; null where it says nothing. */
export function pageSays(facts: PageFacts | undefined): { model: string | null; id: string | null } {
  const id = field(field(parsed(facts?.declared.history), "nextState"), "resId");
  return {
    model: modelIn(facts?.declared.action),
    id: typeof id === "number" || typeof id === "string" ? String(id) : null,
  };
}

/** Whether the page has anything that only Odoo's web client has. */
export function showsOdoo(facts: PageFacts): boolean {
  return ["action", "name", "nameText", "email", "emailLink"].some((name) => facts.declared[name]?.some(Boolean));
}
