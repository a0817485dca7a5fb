import type { RelayConfig } from "../../config";
import { ENDPOINTS, INTEGRATION_ID } from "../../endpoints";
import type { Rules } from "../rules";
import { quoted } from "../words";

/** Groups of one token that are looked at. A token that names more is refused, because nobody knows what the others open. */
export const MOST_GROUPS = 20;

/** Which integration the request is for, and whether it is open to this user, for all or by group. */
export function integration(rules: Rules, { access, mayCreateTags }: RelayConfig): void {
  const named = (where: string) =>
    ENDPOINTS.filter((one) => one.integration === where)
      .map(({ name }) => name)
      .join(" ");
  const shape = `-m reg ${quoted(`^${INTEGRATION_ID}$`)}`;
  rules.push(
    `acl in_header var(txn.endpoint) -m str ${named("header")}`,
    `acl in_path var(txn.endpoint) -m str ${named("path")}`,
  );
  rules.set(
    "integration",
    "req.fhdr(x-integration-id)",
    `!refused in_header { req.fhdr_cnt(x-integration-id) eq 1 } { req.fhdr(x-integration-id) ${shape} }`,
  );
  rules.set("integration", "path,field(4,/),url_dec", "!refused in_path");
  rules.refuse("integration-missing", `in_header !{ var(txn.integration) -m found }`);
  const list = (file: string) => `-m str -f ${quoted(`${rules.folder}/${file}`)}`;
  rules.set("open", "bool(true)", `!refused { var(txn.integration) ${list("everyone.lst")} }`);
  if (mayCreateTags === true) rules.set("creates", "bool(true)");
  if (access.claim) {
    const { name, is } = access.claim;
    const claim = (path: string): string => `var(txn.token),jwt_payload_query('$.${path}')`;
    // Entra leaves the list out when it is long, and says where it could be asked for.
    rules.refuse("too-many-groups", `{ ${claim(`_claim_names.${name}`)} -m found }`);
    if (is === "list") rules.refuse("too-many-groups", `{ ${claim(`${name}[${MOST_GROUPS}]`)} -m found }`);
    const places = is === "text" ? [name] : Array.from({ length: MOST_GROUPS }, (_, at) => `${name}[${at}]`);
    for (const place of places) {
      // Where there is no such group, the one before it stays, and is asked about again.
      rules.set("group", claim(place), "!refused");
      rules.set(
        "open",
        "bool(true)",
        `!refused !{ var(txn.open) -m found } { var(txn.integration),concat(' ',txn.group) ${list("groups.lst")} }`,
      );
      if (typeof mayCreateTags === "object")
        rules.set(
          "creates",
          "bool(true)",
          `!refused { str(is),concat(' ',txn.group) ${list("creators.lst")} } { var(txn.group) -m found }`,
        );
    }
  }
  rules.refuse("integration-foreign", "{ var(txn.integration) -m found } !{ var(txn.open) -m found }");
}
