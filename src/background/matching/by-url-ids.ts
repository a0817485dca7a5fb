import { urlIdsOf } from "../../ats/url-ids";
import { learnPattern, matchPattern } from "../../ats/url-patterns";
import type { AtsReference, CandidateIdentity } from "../../domain/candidate";
import type { FindResult, ShownCandidate } from "../../domain/find";
import { ownAddresses } from "../../domain/own-addresses";
import type { Access } from "../../kombo/client";
import { findApplicants, findCandidates } from "../../kombo/read";
import { broadcastChange } from "../../storage/changes";
import { withDb } from "../../storage/db";
import { readUrlPatterns } from "../../storage/read";
import { accessFor } from "../account/credentials";
import { assessMatch, toShown } from "./assess";
import type { LookupContext, ReadPage, TabRequest } from "./lookup";
import { evidenceOfPage, ruleOf } from "./page-evidence";
import { isScreen, type Prepared, prepare, type Ready } from "./prepare";
import { resolve } from "./resolve";

/** A page whose shape was learned from an earlier confirmed search; null when none matches. */
export async function findByUrlPattern(ask: TabRequest, ready: Ready, page: ReadPage): Promise<FindResult | null> {
  for (const shape of await readUrlPatterns()) {
    const id = matchPattern(shape, page.url);
    const integration = ready.settings.integrations.find((one) => one.id === shape.integrationId);
    if (id === null || !integration) continue;
    const access = accessFor(ready.credentials, integration.id);
    if (!access) continue;
    const reference: AtsReference = { ats: shape.ats, tenant: shape.host, lookups: [{ by: shape.by, value: id }] };
    const context = contextOf(ask, ready, page, reference, {
      access,
      integration,
      others: [],
      boundTo: null,
      isOldBinding: false,
      isPicked: false,
    });
    return resolve({ ...context, matchedBy: "url-pattern" });
  }
  return null;
}

/** Asks Kombo once for all id-like pieces of the address; a hit counts only when it is named on the page. Null: none. */
export async function searchUrlIds(ask: TabRequest, ready: Ready, page: ReadPage): Promise<FindResult | null> {
  const tokens = urlIdsOf(page.url);
  if (tokens.length === 0 || !page.facts) return null;
  const rule = ruleOf(page);
  const wish = { ats: rule?.id ?? null, tenant: null, picked: ask.integrationId };
  const prepared = await prepare(ready, wish);
  if (isScreen(prepared)) return rule ? null : prepared;
  const hits = await bothWays(prepared.access, tokens);
  if (!Array.isArray(hits)) return hits;
  const shown = (
    await Promise.all(hits.map((hit) => offered(contextOf(ask, ready, page, referenceOf(page, hit), prepared), hit)))
  ).flat();
  if (shown.length > 1) return { kind: "several", choices: shown };
  return shown[0] ? { kind: "found", shown: shown[0] } : null;
}

interface Hit {
  candidate: CandidateIdentity;
  by: "candidate" | "application";
  token: string;
}

async function bothWays(access: Access, tokens: string[]): Promise<Hit[] | FindResult> {
  const [candidates, applicants] = await Promise.all([
    findCandidates(access, { remote_ids: tokens }),
    findApplicants(access, tokens),
  ]);
  if (!candidates.ok) return { kind: "failed", failure: candidates.failure };
  const hits = candidates.value.map<Hit>((one) => ({ candidate: one, by: "candidate", token: one.remoteId ?? "" }));
  // An integration may not share applications at all; the candidates' answer counts by itself.
  for (const one of applicants.ok ? applicants.value : []) {
    if (hits.some((hit) => hit.candidate.id === one.id)) continue;
    // Which of several pieces was the application's id cannot be told from the answer.
    hits.push({ candidate: one, by: "application", token: tokens.length === 1 ? (tokens[0] ?? "") : "" });
  }
  return hits;
}

const referenceOf = (page: ReadPage, { by, token }: Hit): AtsReference => ({
  ats: ruleOf(page)?.id ?? null,
  tenant: new URL(page.url).host,
  lookups: token ? [{ by, value: token }] : [],
});

/** Somebody whose name or e-mail is not on the page is not offered. */
async function offered(context: LookupContext, { candidate }: Hit): Promise<ShownCandidate[]> {
  const first = context.reference.lookups[0];
  const lookup = first ? { ...first, needsPageMatch: true as const } : null;
  const how = await assessMatch(context, candidate, lookup, "url-id");
  return how.level === "ask" ? [toShown(context, candidate, lookup, "url-id", how, Date.now())] : [];
}

function contextOf(
  { tabId, following }: TabRequest,
  ready: Ready,
  page: ReadPage,
  reference: AtsReference,
  prepared: Prepared,
): LookupContext {
  return {
    ...prepared,
    reference,
    rule: ruleOf(page),
    tabId,
    // Searched for by the person's own button, or learned from such a search.
    isTrustedHost: true,
    pageUrl: page.url,
    pageTitle: page.facts?.title ?? "",
    evidence: evidenceOfPage(page, ownAddresses(ready.settings)),
    matchedBy: null,
    ...(following && { following }),
  };
}

/** After "yes, this is the person": remembers where such pages carry the id. */
export async function learnUrlPattern(shown: ShownCandidate, href: string): Promise<void> {
  const lookup = shown.reference?.lookups[0];
  if (shown.matchedBy !== "url-id" || !lookup || lookup.by === "email") return;
  const shape = learnPattern(href, lookup.value);
  if (!shape) return;
  const { integrationId, reference } = shown;
  const id = `${integrationId}|${shape.host}${shape.path}`;
  const entry = { ...shape, id, by: lookup.by, ats: reference?.ats ?? null, integrationId, learnedAt: Date.now() };
  await withDb((db) => db.put("urlPatterns", entry));
  broadcastChange("urlPatterns");
}
