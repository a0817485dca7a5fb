import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe finds on the page, one line each: the rule, why, and where. */
export async function axeFindings(page: Page, only?: readonly string[]): Promise<string[]> {
  // Legacy mode runs in this page alone: there are no frames, and the extension's window stays one.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const rules = only ? builder.withRules([...only]) : builder.options({ rules: { "target-size": { enabled: true } } });
  const { violations } = await rules.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary?.replace(/\s+/g, " ")}`),
  );
}
