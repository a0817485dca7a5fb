import type { RelayConfig } from "../../config";
import type { VerifyingKey } from "../../keys/jwks";
import type { Rules } from "../rules";
import { quoted } from "../words";

/** Elements of a token's `aud` that are looked at. */
const MOST_AUDIENCES = 5;
/** How far the identity provider's clock may be ahead of ours. */
const CLOCK_SKEW_S = 60;

/** What a token must be to be taken. HAProxy checks the signature; everything else is said here. */
export function token(rules: Rules, { signIn }: RelayConfig, keys: readonly VerifyingKey[]): void {
  const claim = (path: string, type = ""): string => `var(txn.token),jwt_payload_query('${path}'${type})`;
  // The whole header: of several tokens in one, HAProxy would take the first.
  const bearer = "{ req.fhdr(authorization) -m reg '^[Bb]earer [A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*$' }";
  rules.set("token", "http_auth_bearer", `!refused { req.fhdr_cnt(authorization) eq 1 } ${bearer}`);
  rules.refuse("token-missing", "!{ var(txn.token) -m found }");
  rules.set("alg", "var(txn.token),jwt_header_query('$.alg')", "!refused");
  rules.set("kid", "var(txn.token),jwt_header_query('$.kid')", "!refused");
  rules.refuse("token-algorithm", "!{ var(txn.alg) -m str RS256 ES256 }");
  for (const { kid, algorithm, fileName } of keys)
    rules.set(
      "signed",
      `var(txn.token),jwt_verify('${algorithm}',"${rules.folder}/${fileName}")`,
      `!refused { var(txn.kid) -m str ${quoted(kid)} } { var(txn.alg) -m str ${algorithm} }`,
    );
  rules.refuse("token-key", "!{ var(txn.signed) -m found }");
  // Other answers than 1 are failures of many kinds, -1 too.
  rules.refuse("token-signature", "!{ var(txn.signed) -m int eq 1 }");
  rules.refuse("token-issuer", `!{ ${claim("$.iss")} -m str ${quoted(signIn.issuer)} }`);
  const audience = quoted(signIn.audience);
  for (const path of ["$.aud", ...Array.from({ length: MOST_AUDIENCES }, (_, at) => `$.aud[${at}]`)])
    rules.set("meant", "bool(true)", `!refused { ${claim(path)} -m str ${audience} }`);
  rules.refuse("token-audience", `!{ var(txn.meant) -m found }`);
  // The standard allows 255 ASCII characters. Others could make two users look alike in the log.
  rules.set("user", claim("$.sub"), `!refused { ${claim("$.sub")} -m reg '^[\\x20-\\x7e]{1,255}$' }`);
  rules.refuse("token-user", "!{ var(txn.user) -m found }");
  rules.set("left", "date,neg", "!refused");
  // What does not fit into HAProxy's numbers, -1 among it, it reads as the end of time.
  rules.set("exp", claim("$.exp", ",'int'"), "!refused");
  rules.set("left", "var(txn.exp),add(txn.left)", "!refused { var(txn.exp) -m found }");
  rules.refuse("token-expired", "!{ var(txn.exp) -m int 1:99999999999 } or !refused !{ var(txn.left) -m int gt 0 }");
  rules.set("early", "date,neg", "!refused");
  rules.set("nbf", claim("$.nbf", ",'int'"), "!refused");
  rules.refuse("token-not-yet", `{ ${claim("$.nbf")} -m found } !{ var(txn.nbf) -m int 1:99999999999 }`);
  rules.set("early", "var(txn.nbf),add(txn.early)", "!refused { var(txn.nbf) -m found }");
  rules.refuse("token-not-yet", `{ var(txn.early) -m int gt ${CLOCK_SKEW_S} }`);
}
