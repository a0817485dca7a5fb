import type { RelayConfig } from "../../config";
import { ENDPOINTS } from "../../endpoints";
import { ACTING_PATHS, LONGEST_BODY, SYNC_BODY, TAG_BODY, TAG_BODY_ON_BEHALF } from "../../patterns/body";
import type { Rules } from "../rules";
import { quoted } from "../words";

/** What stands in a body counts only if it can be read in one way. */
export function body(rules: Rules, { onBehalfOf }: RelayConfig): void {
  const names = (body: "tag" | "sync") =>
    ENDPOINTS.filter((one) => one.body === body)
      .map(({ name }) => name)
      .join(" ");
  rules.push(
    `acl with_tag var(txn.endpoint) -m str ${names("tag")}`,
    `acl with_sync var(txn.endpoint) -m str ${names("sync")}`,
    "acl whole req.fhdr_cnt(content-length) eq 1",
  );
  rules.refuse("body-encoding", "{ req.fhdr_cnt(transfer-encoding) gt 0 }");
  rules.refuse("body-encoding", "{ req.fhdr_cnt(content-encoding) gt 0 }");
  rules.refuse("body-unexpected", "!with_tag !with_sync { req.body_size gt 0 }");
  rules.refuse("body-encoding", "with_tag !whole or !refused with_sync !whole");
  rules.refuse("body-too-long", `{ req.body_size gt ${LONGEST_BODY} }`);
  rules.push("http-request wait-for-body time 10s if !refused with_tag or !refused with_sync");
  // Text ends at its first zero byte: what is read must be as long as what was announced.
  rules.set("size", "req.body_size", "!refused");
  rules.set("missing", "req.body,length,sub(txn.size)", "!refused");
  rules.refuse("body-shape", "{ var(txn.missing) -m found } !{ var(txn.missing) -m int eq 0 }");
  rules.refuse("body-shape", `with_sync !{ req.body -m reg ${quoted(SYNC_BODY)} }`);
  rules.set("plain", "bool(true)", `!refused with_tag { req.body -m reg ${quoted(TAG_BODY)} }`);
  rules.set(
    "acting",
    "bool(true)",
    `!refused with_tag !{ var(txn.plain) -m found } { req.body -m reg ${quoted(TAG_BODY_ON_BEHALF)} }`,
  );
  rules.refuse("body-shape", "with_tag !{ var(txn.plain) -m found } !{ var(txn.acting) -m found }");
  // Both may be read now: the name as it is meant, and the JSON text of it for the log.
  rules.set("name", "req.body,json_query('$.tag.name')", "!refused with_tag");
  rules.push(
    `http-request set-var(txn.tag) 'req.body,bytes(15),regsub("^(\\"([^\\"\\\\\\\\]|\\\\\\\\.)*\\").*$","\\\\1")' if !refused with_tag`,
  );
  if (!onBehalfOf) rules.refuse("remote-fields", "{ var(txn.acting) -m found }");
  else actingUser(rules, onBehalfOf.emailClaim);
}

/** Only in the name of the ATS user who has the address that the token vouches for. */
function actingUser(rules: Rules, emailClaim: string): void {
  const acting = "!refused { var(txn.acting) -m found }";
  const claim = (name: string): string => `var(txn.token),jwt_payload_query('$.${name}')`;
  for (const path of ACTING_PATHS) rules.set("actor", `req.body,json_query('${path}')`, acting);
  rules.set("email", `${claim(emailClaim)},lower`, acting);
  const users = `map_str(${rules.folder}/users.map)`;
  rules.set("own", `var(txn.integration),concat('|',txn.email),${users}`, `${acting} { var(txn.email) -m found }`);
  rules.refuse("remote-fields", "{ var(txn.acting) -m found } !{ var(txn.own) -m found }");
  rules.refuse("remote-fields", `{ var(txn.acting) -m found } { ${claim("email_verified")} -m int eq 0 }`);
  rules.refuse("remote-fields", "{ var(txn.acting) -m found } !{ var(txn.actor),strcmp(txn.own) eq 0 }");
}
