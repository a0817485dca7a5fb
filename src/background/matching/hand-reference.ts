import { detect } from "../../ats/detect";
import { RULES } from "../../ats/index";
import { type Pasted, understandPasted } from "../../ats/pasted";
import type { Rule } from "../../ats/rule";
import type { AtsReference, LookUp } from "../../domain/candidate";
import { CONNECTORS } from "../../domain/connector";
import type { FindResult, NotUnderstood } from "../../domain/find";
import type { Integration } from "../../domain/settings";
import { learnedReference } from "./by-link";
import { tabUrl } from "./page";

/** Whom a pasted text means. */
export interface HandReference {
  rule: Rule | null;
  reference: AtsReference;
  /** In the form of Kombo's own ids: asked for first, then as an id in the ATS. */
  komboId: string | null;
  /** The integration an address learned from earlier belongs to. */
  learnedFor?: string;
}

const notUnderstood = (because: NotUnderstood, rule?: Rule): FindResult => ({
  kind: "not-understood",
  because,
  ats: rule?.id ?? null,
});

/** Whom a pasted text means; else the answer that says why it names nobody Kombo can be asked about. */
export async function handReference(
  text: string,
  tabId: number | null,
  integrations: readonly Integration[],
): Promise<HandReference | FindResult> {
  const pasted = understandPasted(text);
  if (pasted.kind === "link") return fromLink(pasted.href);
  const lookups = lookUpsOf(pasted);
  if (!lookups) return notUnderstood(pasted.kind === "name" || pasted.kind === "several" ? pasted.kind : "words");
  const rule = tabId === null ? null : await openSystem(tabId, integrations);
  const reference = { ats: rule?.id ?? null, tenant: null, lookups };
  return { rule, reference, komboId: pasted.kind === "kombo-id" ? pasted.id : null };
}

/** What to ask Kombo; null for a text that names nobody. */
function lookUpsOf(pasted: Pasted): LookUp[] | null {
  if (pasted.kind === "email") return [{ by: "email", value: pasted.address }];
  if (pasted.kind !== "id" && pasted.kind !== "kombo-id") return null;
  return [
    { by: "candidate", value: pasted.id },
    { by: "application", value: pasted.id },
  ];
}

async function fromLink(href: string): Promise<HandReference | FindResult> {
  const found = detect(RULES, href);
  if (found.kind === "candidate") {
    // A number in such an address is a guess, which nothing but the page could bear out.
    if (found.needsPage) return notUnderstood("page-needed", found.rule);
    // By hand there is no page to agree: the person confirms instead.
    const lookups = found.reference.lookups.map(({ by, value }): LookUp => ({ by, value }));
    return { rule: found.rule, reference: { ...found.reference, lookups }, komboId: null };
  }
  if (found.kind === "no-candidate") return notUnderstood("no-candidate-link", found.rule);
  const learned = await learnedReference(href);
  if (!learned) return notUnderstood("unknown-link");
  return { rule: null, reference: learned.reference, komboId: null, learnedFor: learned.integrationId };
}

/** The ATS in the tab, if it is one of the company's: an id typed there is most likely one of its own. */
async function openSystem(tabId: number, integrations: readonly Integration[]): Promise<Rule | null> {
  const detection = detect(RULES, (await tabUrl(tabId)) ?? "");
  if (!("rule" in detection)) return null;
  const { rule } = detection;
  return integrations.some((one) => CONNECTORS[one.connector].ats === rule.id) ? rule : null;
}
