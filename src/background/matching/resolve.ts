import type { CandidateIdentity, LookUp } from "../../domain/candidate";
import type { FindResult, ShownCandidate } from "../../domain/find";
import { certainLookup, identityById, isCertain } from "../../domain/identity/page-identity";
import { emailKey } from "../../domain/text/emails";
import { hasFoundAnybody, readKnownCandidate } from "../../storage/read";
import { bestEffort } from "../best-effort";
import { assessMatch, requestCandidates, toShown } from "./assess";
import { bind, FRESH_MS, remember } from "./known-candidates";
import type { LookupContext } from "./lookup";
import { requestOnce } from "./request-once";

/** The candidate a reference means: from the cache while it is fresh (stale: refreshed behind), else from Kombo. */
export async function resolve(context: LookupContext): Promise<FindResult> {
  const cached = await fromCache(context);
  if (!cached) return lookUp(context);
  // Somebody is waiting for this answer; Kombo's newer one is for the next time.
  if (Date.now() - cached.asOf > FRESH_MS) void lookUp(context);
  return { kind: "found", shown: cached };
}

/**
 * Whom the page's own identity meant last time. Only a certain id, or the one likely address of the page, identifies it;
 * an answer that the page contradicts is asked for again, for names change.
 */
async function fromCache(context: LookupContext): Promise<ShownCandidate | null> {
  if (context.matchedBy === "hand") return null;
  const byId = identityById(context.reference);
  const emails = context.reference.lookups.filter((one) => one.by === "email" && !one.secondary);
  const lookup = byId ? certainLookup(context.reference) : emails.length === 1 ? (emails[0] ?? null) : null;
  if (!lookup || (!byId && context.reference.lookups.some((one) => one.by !== "email"))) return null;
  const { ats, tenant } = context.reference;
  const identity = byId ?? { kind: "email" as const, ats, tenant, address: emailKey(lookup.value) };
  const known = await readKnownCandidate(context.integration.id, identity);
  if (!known) return null;
  const candidate = { ...known.candidate, emails: [], remoteUrl: null };
  const how = await assessMatch(context, candidate, lookup, known.matchedBy);
  if (how.level === "refuse") return null;
  const shown = toShown(context, candidate, lookup, known.matchedBy, how, known.asOf);
  return byId !== null || shown.page?.identity ? shown : null;
}

async function lookUp(context: LookupContext): Promise<FindResult> {
  const { following, reference } = context;
  const ids = reference.lookups.filter((one) => one.by !== "email");
  for (const lookup of following ? ids.filter(isCertain) : ids) {
    const answer = await (following ? requestOnce : requestCandidates)(context.access, lookup);
    if (!answer.ok) return { kind: "failed", failure: answer.failure };
    const result = await accept(context, answer.value, lookup);
    if (result) return result;
  }
  if (following && !reference.lookups.every(isCertain)) return { kind: "waits-for-key", because: "not-by-id" };
  const byEmail = await askEmails(context);
  return byEmail ?? notInKombo(context);
}

/** What one id's answer means; null = ask the next way. */
async function accept(
  context: LookupContext,
  answers: readonly CandidateIdentity[],
  lookup: LookUp,
): Promise<FindResult | null> {
  const shown = await Promise.all(answers.map((one) => toAssessed(context, one, lookup)));
  const good = shown.filter((one) => one.certainty.level !== "refuse");
  if (good.length > 1) return { kind: "several", choices: good.map(asChoice) };
  if (good[0]) return found(context, good[0]);
  const refused = shown[0];
  // A derived id that hits somebody else was a wrong guess, not a wrong person.
  return refused && lookup.needsPageMatch !== true ? refuse(context, refused) : null;
}

async function toAssessed(context: LookupContext, one: CandidateIdentity, lookup: LookUp): Promise<ShownCandidate> {
  const matchedBy = context.matchedBy ?? lookup.by;
  const how = await assessMatch(context, one, lookup, matchedBy);
  return toShown(context, one, lookup, matchedBy, how, Date.now());
}

/** The likely addresses first; those among notes and menus only when the likely ones bring nobody. */
async function askEmails(context: LookupContext): Promise<FindResult | null> {
  const emails = context.reference.lookups.filter((one) => one.by === "email");
  for (const round of [emails.filter((one) => !one.secondary), emails.filter((one) => one.secondary)]) {
    const result = await askRound(context, round);
    if (result) return result;
  }
  return null;
}

async function askRound(context: LookupContext, emails: readonly LookUp[]): Promise<FindResult | null> {
  const answers = await Promise.all(emails.map((lookup) => requestCandidates(context.access, lookup)));
  const hits = new Map<string, ShownCandidate>();
  for (const [at, answer] of answers.entries()) {
    if (!answer.ok) return { kind: "failed", failure: answer.failure };
    for (const one of answer.value) {
      const shown = await toAssessed(context, one, emails[at] as LookUp);
      // A colleague's or a referee's address: that name is not on the page, so it is nobody to offer.
      if (shown.certainty.level !== "refuse") hits.set(one.id, shown);
    }
  }
  const choices = namedFirst([...hits.values()]);
  if (choices.length > 1) return { kind: "several", choices: choices.map(asChoice) };
  return choices[0] ? found(context, choices[0]) : null;
}

/** Those whose name is on the page, when there are any: a manager's address may stand beside the candidate's. */
function namedFirst(hits: readonly ShownCandidate[]): readonly ShownCandidate[] {
  const named = hits.filter(({ certainty: { reason } }) => reason !== "nothing-to-compare" && reason !== "other-name");
  return named.length > 0 ? named : hits;
}

/** Chosen among several, the person is confirmed by the choice itself; until then nothing is sure. */
function asChoice(shown: ShownCandidate): ShownCandidate {
  return shown.certainty.level === "sure" ? { ...shown, certainty: { level: "ask", reason: "partly-agrees" } } : shown;
}

async function found(context: LookupContext, shown: ShownCandidate): Promise<FindResult> {
  if (context.matchedBy !== "hand") await bestEffort(remember(shown, false));
  if (saysTenant(shown)) await bestEffort(bind(context.reference, context.integration.id));
  return { kind: "found", shown };
}

/** Only a match by id that the page itself bears out says anything about the tenant. */
function saysTenant({ certainty, matchedBy, reference }: ShownCandidate): boolean {
  const byId = matchedBy === "candidate" || matchedBy === "application";
  return byId && certainty.level === "sure" && certainty.reason === "agrees" && reference?.ats != null;
}

function refuse(context: LookupContext, shown: ShownCandidate): FindResult {
  const { reference, pageTitle, others } = context;
  return { kind: "refused", ats: reference.ats, shown, pageTitle, others };
}

export async function notInKombo({
  reference,
  integration,
  others,
}: Pick<LookupContext, "reference" | "integration" | "others">): Promise<FindResult> {
  const knowsOthers = await hasFoundAnybody(integration.id);
  return { kind: "not-in-kombo", ats: reference.ats, integration, others, knowsOthers };
}
