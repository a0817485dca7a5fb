import { type Detection, detect, readsFor } from "../../ats/detect";
import { RULES } from "../../ats/index";
import { urlIdsOf } from "../../ats/url-ids";
import type { FindResult } from "../../domain/find";
import { ownAddresses } from "../../domain/own-addresses";
import type { Settings } from "../../domain/settings";
import { readBinding } from "../../storage/read";
import { isPopupOpen } from "../notify/popups";
import { findByUrlPattern, searchUrlIds } from "./by-url-ids";
import type { ReadPage, TabRequest } from "./lookup";
import { gatherFacts, tabUrl } from "./page";
import { evidenceOfPage } from "./page-evidence";
import { keepPageText } from "./page-text";
import { isScreen, prepare, type Ready, readiness } from "./prepare";
import { resolve } from "./resolve";

/** A page of one application moves under our hands at times; more tries than this and something else is wrong. */
const READ_TRIES = 3;

/** Reads the page of a tab until it stood still; null where the browser does not let us. */
export async function readPage(
  tabId: number,
  settings: Settings,
  frame?: TabRequest["frame"],
): Promise<ReadPage | null> {
  const own = ownAddresses(settings);
  for (let tries = 1; ; tries++) {
    const url = frame ? frame.url : await tabUrl(tabId);
    if (url === null || !/^https?:/.test(url)) return null;
    const { facts, timedOut } = await gatherFacts(tabId, readsFor(RULES, url), frame?.id);
    const detection = detect(RULES, facts?.urlAfter ?? url, facts ?? undefined, own);
    if (detection.kind !== "navigated") {
      // Only an open popup asks for it.
      if (facts && isPopupOpen()) keepPageText(tabId, facts);
      return { url: facts?.urlAfter ?? url, facts, timedOut, detection };
    }
    if (tries === READ_TRIES) return { url, facts: null, timedOut: false, detection: { kind: "unknown" } };
  }
}

/** Who is open in this tab: the whole way from the page to a candidate and how sure we are. */
export async function findInTab(ask: TabRequest): Promise<FindResult> {
  const ready = await readiness();
  if (isScreen(ready)) return ready;
  const page = await readPage(ask.tabId, ready.settings, ask.frame);
  if (page === null) return { kind: "unreadable-page" };
  const { detection } = page;
  if (detection.kind === "candidate" && detection.reference.lookups.length > 0) {
    const result = await byRule(ask, ready, page, detection);
    if (result.kind !== "not-in-kombo" || !detection.needsPage) return result;
    // Nobody knows for sure where this system keeps its ids: the address may still hold one.
    return (await searchUrlIds(ask, ready, page)) ?? result;
  }
  if (detection.kind === "no-candidate" && detection.filling) {
    return { kind: "no-candidate", ats: detection.rule.id, filling: true };
  }
  const learned = await findByUrlPattern(ask, ready, page);
  if (learned) return learned;
  if (detection.kind === "no-candidate" || detection.kind === "candidate") {
    // A page that did not answer may show somebody: where the address names nobody, only the page can tell.
    if (page.timedOut && detection.kind === "candidate") {
      return { kind: "no-candidate", ats: detection.rule.id, filling: true };
    }
    const known = { kind: "no-candidate", ats: detection.rule.id } as const;
    if (detection.kind === "no-candidate" && detection.known) return known;
    return (await searchUrlIds(ask, ready, page)) ?? known;
  }
  // On a host nobody knows nothing leaves the browser before the button.
  const result = ask.search ? await searchUrlIds(ask, ready, page) : null;
  return result ?? unknownPage(page, ask.search !== true);
}

/** The candidate a rule found on a page, if the host is trusted or was asked about. */
export async function byRule(
  { tabId, integrationId, search, following }: TabRequest,
  ready: Ready,
  page: ReadPage,
  { rule, reference, hostTrust }: Extract<Detection, { kind: "candidate" }>,
): Promise<FindResult> {
  const isTrustedHost = hostTrust === "vendor" || (await readBinding(rule.id, reference.tenant)) !== undefined;
  // It may only look like a known system: nothing leaves the browser before the button.
  if (!isTrustedHost && !search) return unknownPage(page, true);
  const wish = { ats: rule.id, tenant: reference.tenant, picked: integrationId };
  const prepared = await prepare(ready, wish);
  if (isScreen(prepared)) return prepared;
  return resolve({
    ...prepared,
    reference,
    rule,
    tabId,
    isTrustedHost,
    pageUnread: page.timedOut,
    pageUrl: page.url,
    pageTitle: page.facts?.title ?? "",
    evidence: evidenceOfPage(page, ownAddresses(ready.settings)),
    matchedBy: null,
    ...(following && { following }),
  });
}

function unknownPage({ url, facts }: ReadPage, searchable: boolean): FindResult {
  const tokens = urlIdsOf(url);
  const page = {
    href: url,
    title: facts?.title ?? "",
    emailCount: facts?.emails.length ?? 0,
    idCount: tokens.length,
  };
  return { kind: "unknown-page", searchable: searchable && tokens.length > 0, page };
}
