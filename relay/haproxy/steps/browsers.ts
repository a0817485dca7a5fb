import type { RelayConfig } from "../../config";
import type { Rules } from "../rules";
import { quoted } from "../words";

/** Sign-in document and CORS. An origin proves nothing; only the token does. */
export function browsers(rules: Rules, { extensions }: RelayConfig): void {
  const origins = `^(?:chrome-extension://(?:${extensions.join("|")})|moz-extension://[0-9a-f-]{36})$`;
  rules.push(
    "monitor-uri /health",
    "acl refused var(txn.no) -m found",
    "acl preflight method OPTIONS",
    "acl sign_in_document path /.well-known/quicktag",
    `http-request set-var(txn.origin) req.fhdr(origin) if { req.fhdr_cnt(origin) eq 1 } { req.fhdr(origin) -m reg ${quoted(origins)} }`,
    "http-request set-log-level silent if preflight or sign_in_document",
    'http-request return status 204 hdr Access-Control-Allow-Methods "GET, POST, DELETE" hdr Access-Control-Allow-Headers "authorization, content-type, x-integration-id" hdr Access-Control-Max-Age 7200 if preflight { var(txn.origin) -m found }',
    `http-request return status 200 content-type application/json file ${quoted(`${rules.folder}/quicktag.json`)} hdr Cache-Control no-store if METH_GET sign_in_document`,
    "http-after-response set-header Vary Origin",
    "http-after-response set-header Access-Control-Allow-Origin %[var(txn.origin)] if { var(txn.origin) -m found }",
    'http-after-response set-header Access-Control-Expose-Headers "Concurrency-Limit, Concurrency-Remaining, Retry-After, Retry-After-Ms, X-Quicktag-Relay" if { var(txn.origin) -m found }',
  );
}
