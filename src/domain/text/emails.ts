import { lazyRegExp } from "./lazy-reg-exp";

/** An e-mail address found in a text, and where its `@` stands there. */
export interface FoundEmail {
  address: string;
  at: number;
}

const MAX_LOCAL = 64;
const MAX_DOMAIN = 253;
const MAX_ADDRESS = 254;

/** What a local part may hold (RFC 5322 and 6532), the typographic apostrophe, and joiners nobody sees. */
const IN_LOCAL = lazyRegExp(String.raw`[\p{L}\p{M}\p{N}\p{Join_Control}.!#$%&'’*+/=?^_\x60{|}~-]`, "u");
/** Quotes, bullets and the like around an address: in front of the first letter they are not part of it. */
const DECORATION = lazyRegExp(String.raw`^[^\p{L}\p{N}_]+`, "u");
/** Two labels or more: letters and digits of any script, hyphens inside. */
const DOMAIN = lazyRegExp(
  String.raw`^[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Join_Control}-]*(?:\.[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Join_Control}-]*)+`,
  "u",
);
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** A top-level domain is of one script. Latin ones are ASCII, others have only their own letters. */
const TOP_LEVEL = lazyRegExp(
  String.raw`^(?:xn--[a-z0-9-]{2,}|[a-z]{2,}|(?!.*\p{Script=Latin})[\p{L}\p{M}]{2,})$`,
  "iu",
);
/** Text of another script that follows without a blank, as Japanese does. */
const OTHER_SCRIPT_AFTER = lazyRegExp(String.raw`^([a-z]{2,})(?!\p{Script=Latin})\p{L}[\p{L}\p{M}\p{N}-]*$`, "iu");
/** A sentence that follows the full stop without a blank: `example.com.Please`. */
const NEXT_SENTENCE = lazyRegExp(String.raw`^\p{Lu}\p{Ll}+$`, "u");

/**
 * Every e-mail address in a text, in lower case and without characters nobody sees. Takes an address whole or not at all:
 * where it is unclear where one begins, there is none. Obfuscated ones ("ada at example") are not decoded. Linear in the
 * length of the text.
 */
export function findEmails(text: string): FoundEmail[] {
  const found: FoundEmail[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const address = addressAround(text, at);
    if (address) found.push({ address, at });
  }
  return found;
}

/** A link to write somebody, wherever it stands. */
const MAILTO = /mailto:[^\s<>"]+/gi;
/** Markdown around an address: the same marks on both sides. */
const EMPHASIS = lazyRegExp(
  String.raw`(?<![\p{L}\p{N}.@])([*_~]{1,3})([^\s*_~]\S{0,63}@\S{1,253}?)\1(?![\p{L}\p{N}@])`,
  "gu",
);

/**
 * The addresses in what a person pasted or a field holds, each person's once: `Ada Example <ada@example.com>`,
 * `mailto:…` with whatever parameters, Markdown, a sentence.
 */
export function emailsIn(text: string): string[] {
  const plain = text
    .replace(UNSEEN, "")
    .replace(MAILTO, (link) => ` ${emailsInMailto(link).join(" ")} `)
    .replace(EMPHASIS(), "$2");
  const found = findEmails(plain).map(({ address }) => [emailKey(address), address] as const);
  return [...new Map(found.toReversed()).values()].toReversed();
}

/** The address a text consists of; null where there is anything else in it. */
export function wholeEmail(text: string): string | null {
  const plain = text.replace(UNSEEN, "").trim().normalize("NFC").toLowerCase();
  const [only] = findEmails(plain);
  return only?.address === plain ? plain : null;
}

/** The recipients a `mailto:` link names (RFC 6068): before the question mark and in `to`, percent-encoded or not. */
export function emailsInMailto(href: string): string[] {
  const [path = "", query = ""] = href.trim().slice("mailto:".length).split("?", 2);
  const more = query.split("&").filter((pair) => /^to=/i.test(pair));
  const recipients = [path, ...more.map((pair) => pair.slice(3))].map(decoded).join(",");
  return [...new Set(findEmails(recipients.replace(UNSEEN, "")).map(({ address }) => address))];
}

/** The form in which addresses are compared: case, apostrophe and the spelling of the domain do not count. */
export function emailKey(address: string): string {
  const plain = address.trim().normalize("NFC").toLowerCase().replaceAll("’", "'");
  const at = plain.lastIndexOf("@");
  const host = `http://${plain.slice(at + 1)}/`;
  return at > 0 && URL.canParse(host) ? `${plain.slice(0, at)}@${new URL(host).hostname}` : plain;
}

function addressAround(text: string, at: number): string | null {
  const local = localBefore(text, at);
  const domain = local && domainAfter(text, at + 1);
  if (!domain) return null;
  const address = `${local}@${domain}`.replace(UNSEEN, "").normalize("NFC").toLowerCase();
  return address.length <= MAX_ADDRESS ? address : null;
}

function localBefore(text: string, at: number): string | null {
  const run = text.slice(startOfRun(text, at), at);
  const before = text[at - run.length - 1];
  // `a@b@c` is nobody's address, and neither is what follows a quoted local part.
  if (before === "@" || (before === '"' && /^\.|^$/.test(run))) return null;
  const local = run.replace(DECORATION(), "");
  return local !== "" && local.replace(UNSEEN, "").length <= MAX_LOCAL ? local : null;
}

/** Looks back a little further than may be, so that a run that is too long shows as such and is not cut. */
function startOfRun(text: string, at: number): number {
  const limit = Math.max(0, at - 2 * MAX_LOCAL);
  let start = at;
  while (start > limit) {
    const width = start > 1 && /[\udc00-\udfff]/.test(text[start - 1]!) ? 2 : 1;
    if (!IN_LOCAL().test(text.slice(start - width, start))) break;
    start -= width;
  }
  return start;
}

function domainAfter(text: string, start: number): string | null {
  const run = DOMAIN().exec(text.slice(start, start + 2 * MAX_DOMAIN))?.[0];
  if (!run || text[start + run.length] === "@") return null;
  const labels = withoutWhatFollows(run.replace(UNSEEN, "").split(".").map(trimHyphens));
  const valid = labels.length > 1 && labels.every((label) => label !== "" && label.length <= 63);
  return valid ? labels.join(".") : null;
}

/** Takes off labels from the right that are text after the address. */
function withoutWhatFollows(labels: string[]): string[] {
  while (labels.length > 1) {
    const last = labels.at(-1)!;
    const cut = OTHER_SCRIPT_AFTER().exec(last)?.[1];
    if (cut) return [...labels.slice(0, -1), cut];
    const sentence = labels.length > 2 && NEXT_SENTENCE().test(last) && labels.at(-2) === labels.at(-2)!.toLowerCase();
    if (TOP_LEVEL().test(last) && !(sentence && TOP_LEVEL().test(labels.at(-2)!))) return labels;
    labels.pop();
  }
  return labels;
}

const trimHyphens = (label: string): string => label.replace(/^-+|-+$/g, "");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
