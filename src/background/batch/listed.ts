import { type Listed, listedKey } from "../../domain/batch/listed";
import type { Settings } from "../../domain/settings";
import { addListed, readListed } from "../../storage/page-links";
import { onDemand } from "../load";

/** What the company lets a batch ask for now. */
export const whatIsListed = async ({ byHand }: Pick<Settings, "byHand">): Promise<Listed> =>
  byHand ? null : readListed();

/** Remembers whom a page lists: read by ourselves from the page, it is the one list that may be asked about then. */
export async function rememberListed(links: readonly { href: string }[]): Promise<void> {
  const { detect, RULES } = await onDemand();
  const keys = links.flatMap(({ href }) => {
    const found = detect(RULES, href);
    return found.kind === "candidate" ? found.reference.lookups.map(({ by, value }) => listedKey(by, value)) : [];
  });
  await addListed(keys);
}
