import { failure } from "../../domain/failure";
import type { FindResult } from "../../domain/find";
import { findCandidates } from "../../kombo/read";
import { assessMatch, toShown } from "./assess";
import { handReference } from "./hand-reference";
import type { LookupContext } from "./lookup";
import { isScreen, prepare, readiness } from "./prepare";
import { notInKombo, resolve } from "./resolve";

export interface ByHandRequest {
  /** A candidate link, an e-mail, an ATS id or a Kombo id, as it was pasted. */
  text: string;
  integrationId?: string;
  tabId: number | null;
}

/** The candidate somebody named themselves. Always asked once more before the first write. */
export async function findByHand({ text, tabId, integrationId }: ByHandRequest): Promise<FindResult> {
  const ready = await readiness();
  if (isScreen(ready)) return ready;
  if (!ready.settings.byHand) return { kind: "failed", failure: failure("by-hand-off") };
  const named = await handReference(text, tabId, ready.settings.integrations);
  if ("kind" in named) return named;
  const { rule, reference, komboId, learnedFor } = named;
  const prepared = await prepare(ready, {
    ats: reference.ats,
    tenant: learnedFor ? null : reference.tenant,
    picked: learnedFor ?? integrationId,
  });
  if (isScreen(prepared)) return prepared;
  const context: LookupContext = {
    ...prepared,
    rule,
    reference,
    tabId,
    pageUrl: null,
    pageTitle: "",
    evidence: null,
    isTrustedHost: true,
    matchedBy: "hand",
  };
  const byKomboId = komboId === null ? null : await findByKomboId(context, komboId);
  if (byKomboId) return byKomboId;
  return reference.lookups.length > 0 ? resolve(context) : notInKombo(context);
}

/** The candidate with this id of Kombo's own; null when there is none. */
async function findByKomboId(context: LookupContext, id: string): Promise<FindResult | null> {
  const answer = await findCandidates(context.access, { ids: [id] });
  if (!answer.ok) return { kind: "failed", failure: answer.failure };
  const candidate = answer.value[0];
  if (!candidate) return null;
  const how = await assessMatch(context, candidate, null, "hand");
  return { kind: "found", shown: toShown(context, candidate, null, "hand", how, Date.now()) };
}
