import { type AtsReference, type CandidateIdentity, identifyingLookups, type LookUp } from "../../domain/candidate";
import type { FindResult, ShownCandidate } from "../../domain/find";
import type { Access } from "../../kombo/client";
import { readKnownCandidate } from "../../storage/read";
import type { KnownCandidate } from "../../storage/schema";
import { bestEffort } from "../best-effort";
import { assessMatch, requestCandidates, toShown } from "./assess";
import { bind, FRESH_MS, remember } from "./known-candidates";
import type { LookupContext } from "./lookup";

/** The candidate a reference means: from the cache while it is fresh (stale: refreshed behind), else from Kombo. */
export async function resolve(access: Access, question: LookupContext): Promise<FindResult> {
  const known = await readKnownCandidate(question.integration.id, question.reference);
  // A page with several people's addresses may mean another of them this time.
  if (known && identifyingLookups(question.reference).length === 1) {
    const cached = fromCache(question, known);
    if (cached) {
      // Somebody is waiting for this answer; Kombo's newer one is for the next time.
      if (Date.now() - known.asOf > FRESH_MS) void lookUp(access, question, known);
      return cached;
    }
  }
  return lookUp(access, question, known);
}

/** A cached answer that the page contradicts is asked for again: names change. */
function fromCache(question: LookupContext, known: KnownCandidate): FindResult | null {
  const lookup = question.reference.lookups[0] ?? null;
  const { candidate, matchedBy, confirmed, asOf } = known;
  const how = assessMatch(
    question,
    { ...candidate, emails: [], remoteUrl: null },
    checked(lookup, known),
    matchedBy,
    confirmed,
  );
  if (how.level === "refuse") return null;
  return { kind: "found", shown: toShown(question, candidate, matchedBy, how, asOf) };
}

/** The answer was accepted before, so its look-up is not doubtful any more; the name is still compared. */
function checked(lookup: LookUp | null, known: KnownCandidate): LookUp | null {
  if (!lookup || known.matchedBy === "email") return null;
  return { by: lookup.by, value: lookup.value };
}

async function lookUp(access: Access, question: LookupContext, known: KnownCandidate | undefined): Promise<FindResult> {
  const { lookups } = question.reference;
  for (const lookup of lookups.filter((one) => one.by !== "email")) {
    const answer = await requestCandidates(access, lookup);
    if (!answer.ok) return { kind: "failed", failure: answer.failure };
    const result = await accept(question, answer.value, lookup, known);
    if (result) return result;
  }
  const byEmail = await askEmails(access, question, known);
  return byEmail ?? notInKombo(question);
}

/** What one id's answer means; null = ask the next way. */
async function accept(
  question: LookupContext,
  answers: readonly CandidateIdentity[],
  lookup: LookUp,
  known: KnownCandidate | undefined,
): Promise<FindResult | null> {
  const matchedBy = question.matchedBy ?? lookup.by;
  const shown = answers.map((one) => {
    const how = assessMatch(
      question,
      one,
      lookup,
      matchedBy,
      known?.confirmed === true && known.candidate.id === one.id,
    );
    return toShown(question, one, matchedBy, how, Date.now());
  });
  const good = shown.filter((one) => one.certainty.level !== "refuse");
  if (good.length > 1) return { kind: "several", choices: good.map(asChoice) };
  if (good[0]) return found(question, good[0]);
  const refused = shown[0];
  // A derived id that hits somebody else was a wrong guess, not a wrong person.
  return refused && lookup.check !== true ? refuse(question, refused) : null;
}

/** The likely addresses first; those among notes and menus only when the likely ones bring nobody. */
async function askEmails(
  access: Access,
  question: LookupContext,
  known: KnownCandidate | undefined,
): Promise<FindResult | null> {
  const emails = question.reference.lookups.filter((one) => one.by === "email");
  for (const round of [emails.filter((one) => !one.aside), emails.filter((one) => one.aside)]) {
    const result = await askRound(access, question, known, round);
    if (result) return result;
  }
  return null;
}

async function askRound(
  access: Access,
  question: LookupContext,
  known: KnownCandidate | undefined,
  emails: readonly LookUp[],
): Promise<FindResult | null> {
  const answers = await Promise.all(emails.map((lookup) => requestCandidates(access, lookup)));
  const matchedBy = question.matchedBy ?? "email";
  const hits = new Map<string, ShownCandidate>();
  for (const [at, answer] of answers.entries()) {
    if (!answer.ok) return { kind: "failed", failure: answer.failure };
    for (const one of answer.value) {
      const confirmed = known?.confirmed === true && known.candidate.id === one.id;
      const how = assessMatch(question, one, emails[at] ?? null, matchedBy, confirmed);
      // A colleague's or a referee's address: that name is not on the page, so it is nobody to offer.
      if (how.level !== "refuse") hits.set(one.id, toShown(question, one, matchedBy, how, Date.now()));
    }
  }
  const choices = [...hits.values()];
  if (choices.length > 1) return { kind: "several", choices: choices.map(asChoice) };
  return choices[0] ? found(question, choices[0]) : null;
}

/** Chosen among several, the person is confirmed by the choice itself; until then nothing is sure. */
function asChoice(shown: ShownCandidate): ShownCandidate {
  return shown.certainty.level === "sure" ? { ...shown, certainty: { level: "ask", reason: "partly-agrees" } } : shown;
}

async function found(question: LookupContext, shown: ShownCandidate): Promise<FindResult> {
  const known = { ...shown, reference: question.reference };
  if (question.matchedBy !== "hand") await bestEffort(remember(known, false));
  if (bindsBy(shown)) await bestEffort(bind(question.reference, question.integration.id));
  return { kind: "found", shown };
}

/** Only a match by id that the page itself bears out says anything about the tenant. */
function bindsBy({ certainty, matchedBy, reference }: ShownCandidate): boolean {
  const byId = matchedBy === "candidate" || matchedBy === "application";
  return byId && certainty.level === "sure" && certainty.reason === "agrees" && reference?.ats != null;
}

function refuse(question: LookupContext, shown: ShownCandidate): FindResult {
  const { reference, pageTitle, others } = question;
  return { kind: "refused", ats: reference.ats, shown, pageTitle, others };
}

export function notInKombo({
  reference,
  integration,
  others,
}: { reference: AtsReference } & Pick<LookupContext, "integration" | "others">): FindResult {
  return { kind: "not-in-kombo", ats: reference.ats, integration, others };
}
