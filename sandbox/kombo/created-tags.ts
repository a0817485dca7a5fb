import type { Company } from "./company";
import type { RequestLog, Write } from "./request-log";

/** A tag that a write created, beside the name as it was sent. */
export interface CreatedTag extends Pick<Write, "request" | "integration" | "candidateId" | "sent" | "tag"> {
  /** The UTF-8 bytes of `sent` in hexadecimal: what tells two names apart that look the same. */
  utf8: string;
  /** An older tag of the company that a person would call the same; null for none. */
  twinOf: string | null;
}

/** Two names with the same fold look the same to a person: case, width, accents' form, blanks, unseen characters. */
function fold(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

function olderTwin(company: Company | undefined, name: string): string | null {
  const own = fold(name);
  for (const tag of company?.tags ?? []) {
    if (tag.name === name) return null;
    if (!tag.deletedAt && fold(tag.name) === own) return tag.name;
  }
  return null;
}

/**
 * Every tag created by a write since the last reset, in order. The rule for twins is the sandbox's own on purpose: the
 * product's would repeat the product's mistakes.
 */
export function createdTags(log: RequestLog, companies: ReadonlyMap<string, Company>): CreatedTag[] {
  return log.writes
    .filter(({ createdTag }) => createdTag)
    .map(({ request, integration, candidateId, sent, tag }) => {
      const utf8 = Buffer.from(sent).toString("hex");
      return { request, integration, candidateId, sent, tag, utf8, twinOf: olderTwin(companies.get(integration), tag) };
    });
}
