import type { AtsReference, LookUp } from "../candidate";
import { emailKey } from "../text/emails";
import type { Agreement } from "./agreement";
import { compareWithPage, type Subject } from "./comparison";
import { candidateEmails, type Evidence } from "./evidence";
import { findName } from "./find-in-text";
import { identityKey, identityParts, type PageIdentity } from "./identity-key";
import { nameKey, parseName, recordKey } from "./names";
import { relationIn } from "./relation";
import { segmentsOf } from "./segments";

/** An id that the address gives for certain: neither an e-mail nor derived or doubtful. */
export const isCertain = ({ by, needsPageMatch }: LookUp): boolean => by !== "email" && needsPageMatch !== true;

/** The first look-up by an id that the address gives for certain; null where every id is derived or doubtful. */
export function certainLookup({ lookups }: AtsReference): (LookUp & { by: "candidate" | "application" }) | null {
  const [first] = lookups;
  return first && first.by !== "email" && first.needsPageMatch !== true ? { ...first, by: first.by } : null;
}

/** The identity that a page's certain id gives with its tenant; null without one. An id that is checked is nobody's. */
export function identityById(reference: AtsReference): PageIdentity | null {
  const lookup = certainLookup(reference);
  if (lookup === null) return null;
  const { ats, tenant } = reference;
  return { kind: "id", ats, tenant, by: lookup.by, value: lookup.value };
}

/**
 * The identity of a page whose candidate was found by an address: that very address in a candidate-like place, and the
 * candidate's name where the page says whom it is about. Null when either is missing.
 */
export function identityByEmail(
  reference: AtsReference,
  found: { address: string; name: string },
  evidence: Evidence,
): PageIdentity | null {
  const address = emailKey(found.address);
  if (!candidateEmails(evidence).includes(address)) return null;
  if (!isMainName(compareWithPage({ name: found.name, emails: [] }, evidence))) return null;
  return { kind: "email", ats: reference.ats, tenant: reference.tenant, address };
}

/** The name stands where the page says whom it is about; a list or a note with it is not enough. */
const isMainName = ({ kind, place, isDoubtful }: Agreement) =>
  kind === "agrees" && !isDoubtful && place !== "mention" && place !== "email";

/**
 * The name the page shows as its candidate's, in one form for all its spellings; empty when it shows none. For the
 * certain id of a page that shows another spelling than Kombo's, the shown one.
 */
export function shownNameKey(subject: Subject, evidence: Evidence): string {
  const [declared] = evidence.names.map(nameKey).filter(Boolean);
  if (declared) return evidence.names.map(nameKey).filter(Boolean).sort().join("+");
  const { kind, place } = compareWithPage({ name: subject.name, emails: [] }, evidence);
  if (kind === "agrees" && place !== "mention") return recordKey(subject.name);
  if (evidence.kind === "link") return nameKey(evidence.text);
  if (kind === "nothing-to-compare") return "";
  // Behind one and the same title a longer name may be another person's each time.
  const longer = kind === "contains" || kind === "agrees-swapped" ? shownAs(subject.name, evidence) : "";
  return longer || nameKey(evidence.headings[0] ?? evidence.title);
}

/** The words among which a candidate's name stands in headings, title or text, in the page's order. */
function shownAs(record: string, { headings, title, text }: Evidence): string {
  const name = parseName(record);
  if (!name) return "";
  const [found] = [...headings, title].flatMap(segmentsOf).filter((segment) => relationIn(name, segment) !== null);
  const runs = found?.runs ?? findName(name, text).match?.runs ?? [];
  return runs.map((words) => words.map((word) => word.plain).join(" ")).join(", ");
}

/**
 * What a confirmation is remembered under; digest it before storing, it holds a name. Two people never share one: the
 * identity is one person's, and the name the page showed goes with it. An address counts only with a shown name.
 */
export function confirmationKey(
  integrationId: string,
  identity: PageIdentity | null,
  shownName: string,
): string | null {
  if (identity === null || (identity.kind === "email" && shownName === "")) return null;
  return JSON.stringify([integrationId, ...identityParts(identity), shownName]);
}

/** A page as it was, or is now, for the question whether the tab moved to somebody else. */
export interface PageSnapshot {
  url: string;
  identity: PageIdentity | null;
  /** `shownNameKey`; empty when the page shows no name. */
  shownName: string;
}

/**
 * Whether the tab still shows the person it showed: the same identity, and no other name than before. Without an
 * identity the very same address and the same name; a page that shows no name then proves nothing.
 */
export function sameIdentity(before: PageSnapshot, now: PageSnapshot): boolean {
  const isOtherName = before.shownName !== now.shownName;
  if (before.identity === null || now.identity === null) {
    return before.identity === now.identity && before.url === now.url && !isOtherName && now.shownName !== "";
  }
  if (identityKey(before.identity) !== identityKey(now.identity)) return false;
  // A form that is still filling shows nobody yet; its certain id says who it will be.
  return !isOtherName || (before.identity.kind === "id" && (before.shownName === "" || now.shownName === ""));
}

/**
 * Whether Kombo's `remote_url` is the address of this very record. Query and hash count: one path may serve all records
 * (`/web#id=99&model=hr.candidate`). An address without anything like an id is nobody's.
 */
export function sameRecordUrl(remoteUrl: string, pageUrl: string): boolean {
  const [one, other] = [recordPart(remoteUrl), recordPart(pageUrl)];
  return one !== null && one === other;
}

function recordPart(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const { protocol, host, pathname, search, hash } = new URL(href);
  if (!/^https?:$/.test(protocol)) return null;
  const rest = `${pathname.replace(/\/+$/, "")}${sorted(search, "?")}${sorted(hash, "#")}`;
  return /\d/.test(rest) ? `${host}${rest}` : null;
}

/** Parameters in one order; an empty query or hash is none. */
function sorted(part: string, sign: string): string {
  const text = part.slice(1);
  if (text === "") return "";
  return sign + (text.includes("=") ? text.split("&").sort().join("&") : text);
}

const HEX = /^[0-9a-f-]+$/i;

/**
 * Whether Kombo's answer is about the id that was asked for. `remoteId`: the answer's own, the candidate's or the
 * application's as asked. An e-mail has no id to compare.
 */
export function isAnswerTo(lookup: LookUp, remoteId: string | null): boolean {
  if (lookup.by === "email") return true;
  if (remoteId === lookup.value) return true;
  // Hexadecimal ids are written in either case; in others the case may tell two people apart.
  return remoteId !== null && HEX.test(remoteId) && remoteId.toLowerCase() === lookup.value.toLowerCase();
}
