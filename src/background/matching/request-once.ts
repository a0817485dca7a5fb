import type { CandidateIdentity, LookUp } from "../../domain/candidate";
import type { Answer } from "../../kombo/answer";
import type { Access } from "../../kombo/client";
import { requestCandidates } from "./assess";
import { FRESH_MS } from "./known-candidates";

const MOST = 100;
const answers = new Map<string, { at: number; answer: Promise<Answer<CandidateIdentity[]>> }>();

/**
 * Asks Kombo one look-up for a panel that follows a tab: an id that was answered within a quarter of an hour is not sent
 * again, whatever the page does. What failed may be.
 */
export function requestOnce(access: Access, lookup: LookUp): Promise<Answer<CandidateIdentity[]>> {
  const key = JSON.stringify([access.serverUrl, access.integrationId, lookup.by, lookup.value]);
  const before = answers.get(key);
  if (before && Date.now() - before.at < FRESH_MS) return before.answer;
  const answer = requestCandidates(access, lookup);
  answers.delete(key);
  answers.set(key, { at: Date.now(), answer });
  for (const old of [...answers.keys()].slice(0, Math.max(0, answers.size - MOST))) answers.delete(old);
  const forget = () => answers.delete(key);
  answer.then(({ ok }) => ok || forget(), forget);
  return answer;
}
