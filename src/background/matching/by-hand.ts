import { detect } from "../../ats/detect";
import { RULES } from "../../ats/index";
import type { Rule } from "../../ats/rule";
import type { AtsReference, LookUp } from "../../domain/candidate";
import type { FindResult } from "../../domain/find";
import type { Integration } from "../../domain/settings";
import { findCandidates } from "../../kombo/read";
import { assessMatch, toShown } from "./assess";
import type { LookupContext } from "./lookup";
import { tabUrl } from "./page";
import { isScreen, prepare, readiness } from "./prepare";
import { notInKombo, resolve } from "./resolve";

export interface ByHandRequest {
  /** A candidate link, an e-mail, an ATS id or a Kombo id. */
  text: string;
  integrationId?: string;
  tabId: number | null;
}

/** Kombo's ids: 24 letters and digits. An ATS id can look like one, so it is only asked first. */
const KOMBO_ID = /^[0-9A-Za-z]{24}$/;

/** The candidate somebody named themselves. Always asked once more before the first write. */
export async function findByHand(ask: ByHandRequest): Promise<FindResult> {
  const ready = await readiness();
  if (isScreen(ready)) return ready;
  const text = ask.text.trim();
  const { integrations } = ready.settings;
  const named = await meaning(text, ask.tabId, integrations);
  const prepared = await prepare(ready, {
    ats: named.rule?.id ?? null,
    tenant: named.reference.tenant,
    connectors: named.rule?.connectors ?? null,
    picked: ask.integrationId,
  });
  if (isScreen(prepared)) return prepared;
  const context: LookupContext = {
    ...prepared,
    ...named,
    tabId: ask.tabId,
    pageUrl: null,
    pageTitle: "",
    evidence: null,
    matchedBy: "hand",
  };
  if (KOMBO_ID.test(text)) {
    const answer = await findCandidates(prepared.access, { ids: [text] });
    if (!answer.ok) return { kind: "failed", failure: answer.failure };
    const candidate = answer.value[0];
    if (candidate) {
      const how = assessMatch(context, candidate, null, "hand", false);
      return { kind: "found", shown: toShown(context, candidate, "hand", how, Date.now()) };
    }
  }
  return context.reference.lookups.length > 0 ? resolve(context) : notInKombo(context);
}

interface Meaning {
  rule: Rule | null;
  reference: AtsReference;
}

async function meaning(text: string, tabId: number | null, integrations: readonly Integration[]): Promise<Meaning> {
  const link = detect(RULES, text);
  if (link.kind === "candidate") {
    // By hand there is no page to agree: the person confirms instead.
    const lookups = link.reference.lookups.map(({ by, value }): LookUp => ({ by, value }));
    return { rule: link.rule, reference: { ...link.reference, lookups } };
  }
  const open = tabId === null ? null : await openSystem(tabId, integrations);
  return { rule: open, reference: { ats: open?.id ?? null, tenant: null, lookups: plain(text) } };
}

function plain(text: string): LookUp[] {
  if (/^https?:/i.test(text) || text === "") return [];
  if (text.includes("@")) return [{ by: "email", value: text.toLowerCase() }];
  return [
    { by: "candidate", value: text },
    { by: "application", value: text },
  ];
}

/** The ATS in the tab, if it is one of the company's: an id typed there is most likely one of its own. */
async function openSystem(tabId: number, integrations: readonly Integration[]): Promise<Rule | null> {
  const detection = detect(RULES, (await tabUrl(tabId)) ?? "");
  if (!("rule" in detection)) return null;
  const { rule } = detection;
  return integrations.some((one) => rule.connectors.includes(one.connector)) ? rule : null;
}
