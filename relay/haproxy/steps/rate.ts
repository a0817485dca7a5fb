import type { Instance, RelayConfig } from "../../config";
import type { Rules } from "../rules";

/**
 * Each instance counts what it sees itself in a table of its own and tells the others; the sum is what a user asked of all.
 * In one table for all, the last to write would win.
 */
export function rate(rules: Rules, { instances, requestsPerMinute }: RelayConfig, instance: Instance): void {
  rules.set("who", "var(txn.user),sha2(256)", "!refused");
  rules.push(`http-request track-sc0 var(txn.who) table users_${instance.name} if !refused`);
  rules.set("rate", "int(0)");
  for (const { name } of instances) {
    rules.set("part", `var(txn.who),table_http_req_rate(users_${name})`, "!refused");
    rules.set("rate", "var(txn.rate),add(txn.part)", "!refused");
  }
  rules.refuse("too-many-requests", `{ var(txn.rate) -m int gt ${requestsPerMinute} }`);
}
