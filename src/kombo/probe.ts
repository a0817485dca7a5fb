import type { Failure } from "../domain/failure";
import type { Access } from "./client";
import { LIST, list, listTags } from "./read";
import { readCandidate } from "./records";

export interface Probe {
  /** Tags are there, people are not: Kombo's default of syncing only candidates that were created through it. */
  onlyCreated: boolean;
  failure: Failure | null;
}

/** Reads one candidate and one tag, to see whether Kombo shares anything at all. */
export async function probe(access: Access): Promise<Probe> {
  const candidates = await list(access, "candidates", { ...LIST, page_size: 1 }, readCandidate);
  if (!candidates.ok) return { onlyCreated: false, failure: candidates.failure };
  const tags = candidates.value.results.length === 0 ? await listTags(access, { pageSize: 1 }) : null;
  return { onlyCreated: tags?.ok === true && tags.value.results.length > 0, failure: null };
}
