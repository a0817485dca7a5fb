import { detect } from "../../ats/detect";
import { RULES } from "../../ats/index";
import { matchPattern } from "../../ats/url-patterns";
import { linkEvidence } from "../../domain/agreement";
import type { AtsReference } from "../../domain/candidate";
import type { FindResult } from "../../domain/find";
import { readBinding, readUrlPatterns } from "../../storage/read";
import { callPage } from "./page";
import { isScreen, ownAddresses, prepare, readiness } from "./prepare";
import { resolve } from "./resolve";

export interface LinkRequest {
  /** The tab the link stands in. */
  tabId: number;
  link: string;
  /** The recruiter's pick among several integrations. */
  integrationId?: string;
}

/** The candidate a link leads to, without opening it; the link's own text is what the name is compared with. */
export async function findByLink({ tabId, link: href, integrationId }: LinkRequest): Promise<FindResult> {
  const ready = await readiness();
  if (isScreen(ready)) return ready;
  const detection = detect(RULES, href);
  const shape = detection.kind === "unknown" ? await learnedReference(href) : null;
  if (detection.kind !== "candidate" && !shape) {
    return "rule" in detection
      ? { kind: "no-candidate", ats: detection.rule.id }
      : { kind: "unknown-page", searchable: false, page: null };
  }
  const rule = detection.kind === "candidate" ? detection.rule : null;
  const reference = detection.kind === "candidate" ? detection.reference : (shape as LearnedReference).reference;
  const isTrustedHost =
    detection.kind !== "candidate" ||
    detection.hostTrust === "vendor" ||
    (await readBinding(reference.ats, reference.tenant)) !== undefined;
  // A host that only looks like a known system: nothing leaves the browser for a link to it.
  if (!isTrustedHost) return { kind: "unknown-page", searchable: false, page: null };
  const prepared = await prepare(ready, {
    ats: reference.ats,
    tenant: shape ? null : reference.tenant,
    connectors: rule?.connectors ?? null,
    picked: shape?.integrationId ?? integrationId,
  });
  if (isScreen(prepared)) return prepared;
  // Without an id in the address there is nothing to look a link up by.
  if (reference.lookups.length === 0 && rule) return { kind: "no-candidate", ats: rule.id };
  return resolve({
    ...prepared,
    reference,
    rule,
    tabId,
    pageUrl: href,
    fromLink: true,
    isTrustedHost,
    pageTitle: "",
    evidence: linkEvidence((await callPage(tabId, "linkText", href)) ?? "", ownAddresses(ready.settings)),
    matchedBy: shape ? "shape" : null,
  });
}

export interface LearnedReference {
  reference: AtsReference;
  integrationId: string;
}

/** Whom an address means whose form was learned from an earlier confirmed search; null when none fits. */
export async function learnedReference(href: string): Promise<LearnedReference | null> {
  for (const shape of await readUrlPatterns()) {
    const id = matchPattern(shape, href);
    if (id === null) continue;
    const reference = { ats: shape.ats, tenant: shape.host, lookups: [{ by: shape.by, value: id }] };
    return { reference, integrationId: shape.integrationId };
  }
  return null;
}
