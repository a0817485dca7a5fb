import type { Case } from "../../../src/ats/rule";
import type { PageFacts } from "../../../src/domain/facts";

/** Whole facts of a page at this address, with what the test says about it. */
export function pageFacts(url: string, given: Partial<PageFacts> = {}): PageFacts {
  return { urlBefore: url, urlAfter: url, title: "", text: "", emails: [], declared: {}, ...given };
}

/** An example's facts made whole; undefined for an example of the address alone. */
export const factsOf = ({ url, facts }: Case): PageFacts | undefined => facts && pageFacts(url, facts);
