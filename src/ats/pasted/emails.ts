import { lazyRegExp } from "../../domain/text/lazy-reg-exp";
import { percentDecoded } from "./clean";

const LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";
/** Letters of any script, as the internationalised form of e-mail allows. Bounded, so that no text makes it slow. */
const ADDRESS = lazyRegExp(
  `[\\p{L}\\p{M}\\p{N}.!#$%&'’*+/=?^_{|}~-]{1,64}@(?:${LABEL}\\.){1,8}[\\p{L}][\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{N}]`,
  "gu",
);

/** The e-mail addresses in a text, each once, in lower case; `mailto:` links are decoded. */
export function emailsIn(text: string): string[] {
  const plain = text.replace(
    /mailto:(?:\/\/)?([^\s?<>"]*)\S*/gi,
    (_, address: string) => ` ${percentDecoded(address)} `,
  );
  const found = [...plain.matchAll(ADDRESS())].map(([address]) => address.replace(/^[.'’*_`~]+/, "").toLowerCase());
  return [...new Set(found.filter((address) => !address.startsWith("@")))];
}
