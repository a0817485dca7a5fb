import type { AtsReference, LookUp } from "../domain/candidate";
import type { PageFacts, Reads } from "../domain/facts";
import { saysElsewhere } from "./common/elsewhere";
import { emailLookUps } from "./common/emails";
import type { Given, Rule, Verdict } from "./rule";

/** Whose host it is: on a company's own host an imitation looks the same as the real thing. */
export type HostTrust = "vendor" | "self-hosted";

/** What all rules together make of an address, alone or with the facts of its page. */
export type Detection =
  /**
   * A candidate: look-ups in the order to ask. `needsPage` = the address alone does not tell; without facts there may be
   * no look-up at all then, with facts they are what the page gave. `hostTrust`: on a self-hosted system's host that
   * nobody has confirmed nothing may leave the browser before the person asks for it. `anonymous`: the page hides the
   * name behind a pseudonym.
   */
  | {
      kind: "candidate";
      rule: Rule;
      reference: AtsReference;
      needsPage: boolean;
      hostTrust: HostTrust;
      anonymous: boolean;
    }
  /**
   * `known`: certainly something else is open; else the address has a shape nobody knows, and may hold an id after all.
   * `filling`: the page is somebody's but shows nobody yet.
   */
  | { kind: "no-candidate"; rule: Rule; tenant: string | null; known: boolean; filling: boolean; hostTrust: HostTrust }
  /** The page moved on while it was read: its facts belong to nobody. Read it again. */
  | { kind: "navigated" }
  /** No rule knows this address. */
  | { kind: "unknown" };

/** The address as a web address; null for everything else, and where a user name may pass itself off as the host. */
function webUrl(href: string): URL | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  const web = url.protocol === "https:" || url.protocol === "http:";
  return web && !url.username && !url.password ? url : null;
}

/** Whether the facts were read from this address and from no other. */
function belong(facts: PageFacts, url: URL): boolean {
  return facts.urlBefore === facts.urlAfter && webUrl(facts.urlAfter)?.href === url.href;
}

function withEmails(rule: Rule, lookups: readonly LookUp[], facts: PageFacts | undefined, own: readonly string[]) {
  if (!facts || rule.pageEmail === "none") return lookups;
  const considered = rule.pageEmail === "own-fields" ? { ...facts, emails: [] } : facts;
  return [...lookups, ...emailLookUps(considered, rule.emailReads, own)];
}

function concluded(rule: Rule, verdict: NonNullable<Verdict>, given: Given, own: readonly string[]): Detection {
  const { tenant } = verdict;
  const hostTrust = hostTrustOf(rule, given.url.hostname);
  const nobody = { kind: "no-candidate", rule, tenant, known: false, filling: false, hostTrust } as const;
  if (verdict.kind === "no-candidate") {
    return { ...nobody, known: verdict.known ?? saysElsewhere(given.url), filling: verdict.filling === true };
  }
  const lookups = withEmails(rule, verdict.lookups, given.facts, own);
  // The page was asked and gave nothing to look up: as good as nobody open.
  if (given.facts && lookups.length === 0) return nobody;
  return {
    kind: "candidate",
    rule,
    reference: { ats: rule.id, tenant, lookups },
    needsPage: verdict.kind === "needs-page",
    hostTrust,
    anonymous: isAnonymous(rule, given.facts),
  };
}

/** Whether the page shows a pseudonym: in the fields the rule names, or as the first part of its title. */
function isAnonymous({ anonymous, nameReads = [] }: Rule, facts: PageFacts | undefined): boolean {
  if (!anonymous || !facts) return false;
  const declared = nameReads.flatMap((name) => facts.declared[name] ?? []);
  const shown = declared.length > 0 ? declared : [facts.title.split(/ [-–—|·•] /, 1)[0]!];
  return shown.every((name) => anonymous.isPseudonym(name));
}

/** Whether a host is the vendor's own or a company's. */
export function hostTrustOf(rule: Rule, hostname: string): HostTrust {
  return rule.ownHost && !rule.ownHost.isVendors(hostname) ? "self-hosted" : "vendor";
}

/**
 * Which candidate an address speaks of, alone or with the facts of its page. Total: any text gives an answer.
 * `own`: the recruiter's own e-mail addresses, never taken for a candidate's.
 */
export function detect(
  rules: readonly Rule[],
  href: string,
  facts?: PageFacts,
  own: readonly string[] = [],
): Detection {
  const url = webUrl(href);
  if (!url) return { kind: "unknown" };
  if (facts && !belong(facts, url)) return { kind: "navigated" };
  const given: Given = facts ? { url, facts } : { url };
  for (const rule of rules) {
    const verdict = rule.read(given);
    if (verdict) return concluded(rule, verdict, given, own);
  }
  return { kind: "unknown" };
}

/** What to read from the page at this address besides the general facts. */
export function readsFor(rules: readonly Rule[], href: string): Reads {
  const detection = detect(rules, href);
  return "rule" in detection ? (detection.rule.reads ?? {}) : {};
}
