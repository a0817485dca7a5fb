import type { Rule } from "./rule";

/**
 * Match patterns for a company's own host of a self-hosted system, once the host is known (a confirmed match, a policy).
 * Takes the tenant key, which is the host with its port; ports are dropped, because Firefox takes none in a pattern and
 * both browsers then match every port. Empty for systems that are not self-hosted and for what is no host.
 */
export function ownHostPatterns(rule: Rule, host: string): string[] {
  const name = host.replace(/:\d+$/, "");
  if (!rule.ownHost || rule.ownHost.isVendors(name) || !/^[a-z0-9.-]+$/i.test(name)) return [];
  return rule.ownHost.paths.map((path) => `*://${name}/${path}`);
}
