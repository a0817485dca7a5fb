import { detect } from "../../ats/detect";
import { RULES } from "../../ats/index";
import { recordUrl } from "../../ats/record-link";
import { matchPattern } from "../../ats/url-patterns";
import { linkEvidence } from "../../domain/agreement";
import type { AtsReference } from "../../domain/candidate";
import type { LinkFacts } from "../../domain/facts";
import type { FindResult } from "../../domain/find";
import { looksLikeName, parseName } from "../../domain/identity/names";
import { ownAddresses } from "../../domain/own-addresses";
import { leadsNowhere } from "../../domain/text/links";
import { readBinding, readUrlPatterns } from "../../storage/read";
import { callPage, tabUrl } from "./page";
import { isScreen, prepare, readiness } from "./prepare";
import { resolve } from "./resolve";

export interface LinkRequest {
  /** The tab the link stands in. */
  tabId: number;
  link: string;
  /** The recruiter's pick among several integrations. */
  integrationId?: string;
}

/** The candidate a link leads to, without opening it; the link's own text is what the name is compared with. */
export async function findByLink({ tabId, link: clicked, integrationId }: LinkRequest): Promise<FindResult> {
  const ready = await readiness();
  if (isScreen(ready)) return ready;
  const pageUrl = (await tabUrl(tabId)) ?? "";
  const link = await callPage(tabId, "linkFacts", clicked);
  const href = targetOf(clicked, pageUrl, link);
  if (href === null) return nobodyBehind(pageUrl);
  const detection = detect(RULES, href);
  const learned = detection.kind === "unknown" ? await learnedReference(href) : null;
  if (detection.kind !== "candidate" && !learned) {
    return "rule" in detection
      ? { kind: "no-candidate", ats: detection.rule.id }
      : { kind: "unknown-page", searchable: false, page: null };
  }
  const rule = detection.kind === "candidate" ? detection.rule : null;
  const reference = detection.kind === "candidate" ? detection.reference : (learned as LearnedReference).reference;
  const isTrustedHost =
    detection.kind !== "candidate" ||
    detection.hostTrust === "vendor" ||
    (await readBinding(reference.ats, reference.tenant)) !== undefined;
  // A host that only looks like a known system: nothing leaves the browser for a link to it.
  if (!isTrustedHost) return { kind: "unknown-page", searchable: false, page: null };
  const prepared = await prepare(ready, {
    ats: reference.ats,
    tenant: learned ? null : reference.tenant,
    picked: learned?.integrationId ?? integrationId,
  });
  if (isScreen(prepared)) return prepared;
  // Without an id in the address there is nothing to look a link up by.
  if (reference.lookups.length === 0 && rule) return { kind: "no-candidate", ats: rule.id };
  // Another link with this address says nothing about the one that was clicked.
  const text = link && !link.ambiguous ? textOf(link) : "";
  return resolve({
    ...prepared,
    reference,
    rule,
    tabId,
    pageUrl: href,
    fromLink: true,
    isTrustedHost,
    pageTitle: "",
    evidence: linkEvidence(text, ownAddresses(ready.settings)),
    matchedBy: learned ? "url-pattern" : null,
  });
}

/** What the link says of the person: its own text if that is a name, else with the row it stands in. */
function textOf({ text, row }: LinkFacts): string {
  const name = parseName(text);
  return name && looksLikeName(name) ? text : `${text}\n${row}`;
}

/** Where a link leads: its address, or for one that only runs a script the record it names; null where nobody knows. */
function targetOf(clicked: string, pageUrl: string, link: LinkFacts | null): string | null {
  const [record, ...others] = link?.records ?? [];
  if (record) return others.length === 0 && !link?.ambiguous ? recordUrl(pageUrl, record) : null;
  return link?.nowhere || leadsNowhere(clicked, pageUrl) ? null : clicked;
}

/** A link that leads nowhere, or of which nobody knows where: nobody is meant, whatever page it stands in. */
function nobodyBehind(pageUrl: string): FindResult {
  const page = detect(RULES, pageUrl);
  return "rule" in page
    ? { kind: "no-candidate", ats: page.rule.id }
    : { kind: "unknown-page", searchable: false, page: null };
}

export interface LearnedReference {
  reference: AtsReference;
  integrationId: string;
}

/** Whom an address means whose form was learned from an earlier confirmed search; null when none fits. */
export async function learnedReference(href: string): Promise<LearnedReference | null> {
  for (const pattern of await readUrlPatterns()) {
    const id = matchPattern(pattern, href);
    if (id === null) continue;
    const reference = { ats: pattern.ats, tenant: pattern.host, lookups: [{ by: pattern.by, value: id }] };
    return { reference, integrationId: pattern.integrationId };
  }
  return null;
}
