import { atsGetCandidates } from "@kombo-api/sdk/funcs/atsGetCandidates.js";
import type { Failure } from "../domain/failure";
import { type Access, ask, core, READ_TIMEOUT_MS } from "./client";
import { listTags } from "./read";
import { readCandidate, readPage } from "./records";

export interface Probe {
  /** Tags are there, people are not: Kombo's default of syncing only candidates that were created through it. */
  onlyCreated: boolean;
  failure: Failure | null;
}

/** Reads one candidate and one tag, to see whether Kombo shares anything at all. */
export async function probe(access: Access): Promise<Probe> {
  const count = (body: unknown) => readPage(body, readCandidate)?.results.length ?? null;
  const candidates = await ask(
    atsGetCandidates(core(access, READ_TIMEOUT_MS), { page_size: 1 }),
    (page) => count(page.result) ?? 0,
    count,
  );
  if (!candidates.ok) return { onlyCreated: false, failure: candidates.failure };
  if (candidates.value > 0) return { onlyCreated: false, failure: null };
  const tags = await listTags(access, { pageSize: 1 });
  return { onlyCreated: tags.ok && tags.value.results.length > 0, failure: null };
}
