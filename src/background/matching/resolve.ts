import { type AtsReference, type CandidateIdentity, identifyingLookups, type LookUp } from "../../domain/candidate";
import type { FindResult, ShownCandidate } from "../../domain/find";
import { readKnownCandidate } from "../../storage/read";
import type { KnownCandidate } from "../../storage/schema";
import { bestEffort } from "../best-effort";
import { assessMatch, requestCandidates, toShown } from "./assess";
import { bind, FRESH_MS, remember } from "./known-candidates";
import type { LookupContext } from "./lookup";

/** The candidate a reference means: from the cache while it is fresh (stale: refreshed behind), else from Kombo. */
export async function resolve(context: LookupContext): Promise<FindResult> {
  const known = await readKnownCandidate(context.integration.id, context.reference);
  // A page with several people's addresses may mean another of them this time.
  if (known && identifyingLookups(context.reference).length === 1) {
    const cached = fromCache(context, known);
    if (cached) {
      // Somebody is waiting for this answer; Kombo's newer one is for the next time.
      if (Date.now() - known.asOf > FRESH_MS) void lookUp(context, known);
      return cached;
    }
  }
  return lookUp(context, known);
}

/** A cached answer that the page contradicts is asked for again: names change. */
function fromCache(context: LookupContext, known: KnownCandidate): FindResult | null {
  const lookup = context.reference.lookups[0] ?? null;
  const { candidate, matchedBy, confirmed, asOf } = known;
  const how = assessMatch(
    context,
    { ...candidate, emails: [], remoteUrl: null },
    checked(lookup, known),
    matchedBy,
    confirmed,
  );
  if (how.level === "refuse") return null;
  return { kind: "found", shown: toShown(context, candidate, matchedBy, how, asOf) };
}

/** The answer was accepted before, so its look-up is not doubtful any more; the name is still compared. */
function checked(lookup: LookUp | null, known: KnownCandidate): LookUp | null {
  if (!lookup || known.matchedBy === "email") return null;
  return { by: lookup.by, value: lookup.value };
}

async function lookUp(context: LookupContext, known: KnownCandidate | undefined): Promise<FindResult> {
  const { lookups } = context.reference;
  for (const lookup of lookups.filter((one) => one.by !== "email")) {
    const answer = await requestCandidates(context.access, lookup);
    if (!answer.ok) return { kind: "failed", failure: answer.failure };
    const result = await accept(context, answer.value, lookup, known);
    if (result) return result;
  }
  const byEmail = await askEmails(context, known);
  return byEmail ?? notInKombo(context);
}

/** What one id's answer means; null = ask the next way. */
async function accept(
  context: LookupContext,
  answers: readonly CandidateIdentity[],
  lookup: LookUp,
  known: KnownCandidate | undefined,
): Promise<FindResult | null> {
  const matchedBy = context.matchedBy ?? lookup.by;
  const shown = answers.map((one) => {
    const how = assessMatch(
      context,
      one,
      lookup,
      matchedBy,
      known?.confirmed === true && known.candidate.id === one.id,
    );
    return toShown(context, one, matchedBy, how, Date.now());
  });
  const good = shown.filter((one) => one.certainty.level !== "refuse");
  if (good.length > 1) return { kind: "several", choices: good.map(asChoice) };
  if (good[0]) return found(context, good[0]);
  const refused = shown[0];
  // A derived id that hits somebody else was a wrong guess, not a wrong person.
  return refused && lookup.needsPageMatch !== true ? refuse(context, refused) : null;
}

/** The likely addresses first; those among notes and menus only when the likely ones bring nobody. */
async function askEmails(context: LookupContext, known: KnownCandidate | undefined): Promise<FindResult | null> {
  const emails = context.reference.lookups.filter((one) => one.by === "email");
  for (const round of [emails.filter((one) => !one.secondary), emails.filter((one) => one.secondary)]) {
    const result = await askRound(context, known, round);
    if (result) return result;
  }
  return null;
}

async function askRound(
  context: LookupContext,
  known: KnownCandidate | undefined,
  emails: readonly LookUp[],
): Promise<FindResult | null> {
  const answers = await Promise.all(emails.map((lookup) => requestCandidates(context.access, lookup)));
  const matchedBy = context.matchedBy ?? "email";
  const hits = new Map<string, ShownCandidate>();
  for (const [at, answer] of answers.entries()) {
    if (!answer.ok) return { kind: "failed", failure: answer.failure };
    for (const one of answer.value) {
      const confirmed = known?.confirmed === true && known.candidate.id === one.id;
      const how = assessMatch(context, one, emails[at] ?? null, matchedBy, confirmed);
      // A colleague's or a referee's address: that name is not on the page, so it is nobody to offer.
      if (how.level !== "refuse") hits.set(one.id, toShown(context, one, matchedBy, how, Date.now()));
    }
  }
  const choices = [...hits.values()];
  if (choices.length > 1) return { kind: "several", choices: choices.map(asChoice) };
  return choices[0] ? found(context, choices[0]) : null;
}

/** Chosen among several, the person is confirmed by the choice itself; until then nothing is sure. */
function asChoice(shown: ShownCandidate): ShownCandidate {
  return shown.certainty.level === "sure" ? { ...shown, certainty: { level: "ask", reason: "partly-agrees" } } : shown;
}

async function found(context: LookupContext, shown: ShownCandidate): Promise<FindResult> {
  const known = { ...shown, reference: context.reference };
  if (context.matchedBy !== "hand") await bestEffort(remember(known, false));
  if (bindsBy(shown)) await bestEffort(bind(context.reference, context.integration.id));
  return { kind: "found", shown };
}

/** Only a match by id that the page itself bears out says anything about the tenant. */
function bindsBy({ certainty, matchedBy, reference }: ShownCandidate): boolean {
  const byId = matchedBy === "candidate" || matchedBy === "application";
  return byId && certainty.level === "sure" && certainty.reason === "agrees" && reference?.ats != null;
}

function refuse(context: LookupContext, shown: ShownCandidate): FindResult {
  const { reference, pageTitle, others } = context;
  return { kind: "refused", ats: reference.ats, shown, pageTitle, others };
}

export function notInKombo({
  reference,
  integration,
  others,
}: { reference: AtsReference } & Pick<LookupContext, "integration" | "others">): FindResult {
  return { kind: "not-in-kombo", ats: reference.ats, integration, others };
}
