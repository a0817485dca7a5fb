import { lazyRegExp } from "../domain/text/lazy-reg-exp";
import { decoded } from "./common/url";

/**
 * Parts of names whose values open doors: sign-in, session, request forgery, one-time codes. Looked for anywhere in the
 * name, so harmless names are hit too (`author`, `monkey`); that only costs an id, a miss would leak a secret.
 */
const FRAGMENTS =
  /token|key|auth|sess|csrf|xsrf|crb|code|state|sig|saml|jwt|sid|nonce|passw|pwd|passphrase|otp|secret|credential|ticket|assertion|bearer|cookie|challenge|verifier|hmac|hash|grant|crmcs|pin$|^pin|magic|invit/;
const SEPARATORS = lazyRegExp(String.raw`[^\p{L}\p{N}]`, "gu");

/** Whether a parameter's (or path segment's) name says that its value must stay in the browser. */
export function isSecretName(name: string): boolean {
  let text = name;
  // Encoded twice is a known way past filters; three rounds are more than any site uses.
  for (let round = 0; round < 3 && text.includes("%"); round++) text = decoded(text);
  // Without separators, so that `access_token`, `access.token` and `accessToken` are one name.
  const plain = text.normalize("NFKC").toLowerCase().replace(SEPARATORS(), "");
  return FRAGMENTS.test(plain);
}

const UUID_INSIDE = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const WORDS_AND_NUMBERS = /^(?:[a-z]+|[A-Z][a-z]*|[A-Z]+|\d+)(?:[-_](?:[a-z]+|[A-Z][a-z]*|[A-Z]+|\d+))*$/;

/** Whether a value looks like a secret whatever its name is: a JWT, or long and random. */
export function looksSecret(value: string): boolean {
  if (/^eyJ/.test(value) || /^[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/.test(value)) return true;
  if (value.length > 64) return true;
  const rest = value.replace(UUID_INSIDE, "");
  if (/^[0-9a-f]+$/i.test(rest) || rest === "") return rest.length > 32;
  if (value.length <= 22) return false;
  // A ULID: time first, so it begins with 0 for the next centuries.
  if (/^0[0-9A-HJKMNP-TV-Z]{25}$/.test(value)) return false;
  // A short prefix and a database key (`wttj-` and 24 hex digits) is an id, not a secret.
  if (/^[a-z0-9]{1,12}[-_:][0-9a-f]{12,32}$/i.test(value)) return false;
  return rest.length > 22 && !WORDS_AND_NUMBERS.test(rest);
}
