import { emailsIn } from "../domain/text/emails";
import { lazyRegExp } from "../domain/text/lazy-reg-exp";
import { cleanText } from "./pasted/clean";
import { idIn, isKomboId } from "./pasted/ids";
import { linksIn } from "./pasted/links";

/** What a person pasted to say whom they mean. */
export type Pasted =
  | { kind: "empty" }
  /** A web address, unwrapped. `candidate`: a rule reads one from it, alone or with its page. */
  | { kind: "link"; href: string; candidate: boolean }
  /** In lower case. */
  | { kind: "email"; address: string }
  /** An id in the ATS; a number without separators. */
  | { kind: "id"; id: string }
  /** 24 letters and digits, the form of Kombo's own ids; an id in the ATS can look like one. */
  | { kind: "kombo-id"; id: string }
  /** More than one link or address: nobody can tell which person is meant. */
  | { kind: "several" }
  /** Words as in a name. Kombo is not searched by name: it would find namesakes. */
  | { kind: "name" }
  | { kind: "not-understood" };

/** A mail's length; whoever pastes more did not mean to name somebody with all of it. */
const LONGEST = 20_000;

const LETTER_OR_DIGIT = lazyRegExp(String.raw`[\p{L}\p{N}]`, "u");
/** Words, initials, hyphens, a nickname or pronouns, and few of them. */
const NAME = lazyRegExp(String.raw`^(?:[\p{L}\p{M}.'’,()"“”„«»/:-]+ ?){1,6}$`, "u");

/**
 * Understands what people paste to name a candidate: a link (bare, in brackets, in Markdown, in a sentence, behind mail
 * filters), an e-mail address (with a name, as `mailto:`), an id with or without its label. Total: any text is answered.
 */
export function understandPasted(text: string): Pasted {
  const clean = cleanText(text.slice(0, LONGEST));
  const { links, rest } = linksIn(clean);
  const candidates = links.filter((link) => link.candidate);
  if (candidates.length > 1) return { kind: "several" };
  if (candidates[0]) return { kind: "link", ...candidates[0] };
  const [email, ...otherEmails] = emailsIn(rest);
  if (email) return otherEmails.length > 0 ? { kind: "several" } : { kind: "email", address: email };
  if (links.length > 1) return { kind: "several" };
  if (links[0]) return { kind: "link", ...links[0] };
  const id = idIn(clean);
  if (id !== null) return isKomboId(id) ? { kind: "kombo-id", id } : { kind: "id", id };
  if (!LETTER_OR_DIGIT().test(clean)) return clean === "" ? { kind: "empty" } : { kind: "not-understood" };
  return NAME().test(clean) ? { kind: "name" } : { kind: "not-understood" };
}
