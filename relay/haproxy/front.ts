import type { RelayConfig } from "../config";
import { LONGEST_WAIT_S } from "./frame";

/** The configuration of the TCP front: connections as they are, to an instance that answers. */
export function frontConfig({ front, instances }: RelayConfig): string {
  if (!front) throw new Error("this relay has no front");
  return `${[
    "global",
    "    maxconn 8000",
    `    hard-stop-after ${LONGEST_WAIT_S + 30}s`,
    "",
    "defaults",
    "    mode tcp",
    "    timeout connect 2s",
    `    timeout client ${LONGEST_WAIT_S}s`,
    `    timeout server ${LONGEST_WAIT_S}s`,
    // Only what no instance has taken yet is tried at the other one.
    "    retries 3",
    "    option redispatch 1",
    "",
    "frontend relay",
    `    bind ${front.bind}`,
    "    default_backend instances",
    "",
    "backend instances",
    "    balance roundrobin",
    "    default-server check inter 1s fall 1 rise 1 observe layer4 error-limit 1 on-error mark-down send-proxy-v2 check-send-proxy",
    ...instances.map(({ name, reach }) => `    server ${name} ${reach}`),
  ].join("\n")}\n`;
}
