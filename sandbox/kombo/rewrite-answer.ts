import type { CandidateState, Company } from "./company";
import { type Defect, damaged } from "./defects";
import type { Ctx } from "./env";
import type { Rewritten } from "./fault";
import { applicationRecord, candidateRecord } from "./records";

type Json = Record<string, unknown>;
interface List {
  data?: { results?: Json[] };
}

/** The true answer with other `data`. */
export async function withData(truth: Response, data: unknown): Promise<Response> {
  return Response.json({ ...((await truth.json()) as Json), data }, { status: truth.status });
}

/** Somebody of the same company who is not in the list. */
function somebodyElse(company: Company, applications: boolean, results: readonly Json[]): Json | null {
  const idOf = ({ id, person }: CandidateState) => (applications ? person.komboApplicationId : id);
  const listed = new Set(results.map(({ id }) => id));
  const other = company.candidates.find((state) => state.mirror.visible && !listed.has(idOf(state)));
  if (!other) return null;
  return applications ? applicationRecord(company, other) : candidateRecord(company, other);
}

function changed(c: Ctx, kind: Rewritten, results: readonly Json[], defect?: Defect): unknown[] {
  if (kind === "half-right") return damaged(results, defect);
  if (kind === "odd-record") return results.map((record, index) => (index === 0 ? { ...record, id: 42 } : record));
  const other = somebodyElse(c.get("company"), c.req.path.endsWith("/applications"), results);
  return [...(kind === "extra-candidate" ? results : []), ...(other ? [other] : [])];
}

/** The true list with its records changed as `kind` says; an answer that is no list stays as it is. */
export async function rewritten(c: Ctx, kind: Rewritten, truth: Response, defect?: Defect): Promise<Response> {
  const body = (await truth.json()) as List;
  const results = body.data?.results;
  const answer = results ? { ...body, data: { ...body.data, results: changed(c, kind, results, defect) } } : body;
  return Response.json(answer, { status: truth.status });
}
