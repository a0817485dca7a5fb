import { REFUSALS } from "../../refusals";
import type { Rules } from "../rules";
import { quoted } from "../words";

/** One answer for each reason. The connection ends with it, because a body may be left unread. */
export function answers(rules: Rules): void {
  for (const [reason, { status }] of Object.entries(REFUSALS)) {
    const headers = [
      `hdr X-Quicktag-Relay ${reason}`,
      ...(status === 401 ? ["hdr WWW-Authenticate Bearer"] : []),
      ...(status === 429 ? ["hdr Retry-After 10"] : []),
    ].join(" ");
    const file = quoted(`${rules.folder}/answers/${reason}.json`);
    rules.push(
      `http-request return status ${status} content-type application/json file ${file} ${headers} hdr Connection close if { var(txn.no) -m str ${reason} }`,
    );
  }
}

/** Only what Kombo needs goes on; the key takes the token's place. */
export function forward(rules: Rules): void {
  rules.push(
    // A whole URL in place of a path could reach another server behind Kombo's front door.
    "http-request set-uri %[pathq]",
    `http-request del-header ${quoted("^(?!(?:accept|accept-encoding|content-length|host)$)")} -m reg`,
    `http-request set-header Authorization ${quoted(`Bearer %[str(key),map(${rules.folder}/secret.map)]`)}`,
    "http-request set-header X-Integration-Id %[var(txn.integration)] if in_header",
    "http-request set-header Content-Type application/json if with_tag or with_sync",
    "default_backend kombo",
  );
}
