import { ENDPOINTS } from "../../endpoints";
import type { Rules } from "../rules";
import { quoted } from "../words";

/** Which of the calls it is; anything else is not found. */
export function endpoint(rules: Rules): void {
  for (const { name, method, path, query } of ENDPOINTS)
    rules.set(
      "endpoint",
      `str(${name})`,
      `{ method ${method} } { path -m reg ${quoted(path)} } ${query === null ? "!{ query -m found }" : `{ query -m reg ${quoted(query)} }`}`,
    );
  rules.refuse("not-found", "!{ var(txn.endpoint) -m found }");
  rules.push("http-request set-var(txn.candidate) path,field(5,/) if { var(txn.endpoint) -m str add-tag remove-tag }");
}
