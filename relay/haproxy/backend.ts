import type { RelayConfig } from "../config";
import { quoted } from "./words";

/** Kombo's side. Its certificate is checked against the system's list. */
export function backend({ kombo }: RelayConfig): string {
  const { protocol, hostname, port } = new URL(kombo.origin);
  const secure = protocol === "https:";
  const at = `${hostname}:${port || (secure ? 443 : 80)}`;
  const tls = `ssl verify required ca-file @system-ca sni str(${hostname}) alpn http/1.1`;
  return [
    // Kombo's addresses change; one that cannot be found yet must not keep the relay from starting.
    "resolvers system",
    "    parse-resolv-conf",
    "",
    "backend kombo",
    `    http-request set-header Host ${quoted(new URL(kombo.origin).host)}`,
    "    http-response del-header set-cookie",
    "    http-response del-header x-quicktag-relay",
    "    http-response del-header access-control- -m beg",
    `    server kombo ${at} resolvers system init-addr last,libc,none${secure ? ` ${tls}` : ""}`,
  ].join("\n");
}
