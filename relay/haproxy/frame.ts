import type { Instance, RelayConfig } from "../config";
import { quoted } from "./words";

/** A write may take minutes at Kombo, and the browser waits 345 s for it. */
export const LONGEST_WAIT_S = 370;
/** After a reload the old process stays until its last write is answered, but not for ever. */
const LONGEST_GOODBYE_S = LONGEST_WAIT_S + 30;
/** A line holds user, candidate, tag: at most about 2 kB. */
const LONGEST_LINE = 8192;

export const global = ({ name }: Pick<Instance, "name">, log = true): string =>
  [
    "global",
    ...(log ? [`    log stdout len ${LONGEST_LINE} format raw local0 info`] : []),
    `    localpeer ${name}`,
    "    maxconn 4000",
    `    hard-stop-after ${LONGEST_GOODBYE_S}s`,
  ].join("\n");

/** Time-outs, and Kombo's way of wording for what HAProxy answers by itself. */
export const defaults = (folder: string): string =>
  [
    "defaults",
    "    mode http",
    "    log global",
    "    timeout connect 5s",
    "    timeout http-request 15s",
    "    timeout http-keep-alive 60s",
    `    timeout client ${LONGEST_WAIT_S}s`,
    `    timeout server ${LONGEST_WAIT_S}s`,
    "    timeout queue 30s",
    // What was not sent at all may be sent again; everything else is for the browser's outbox to repeat.
    "    retries 2",
    ...[400, 408, 500, 502, 503, 504].map(
      (status) =>
        `    http-error status ${status} content-type application/json file ${quoted(`${folder}/answers/${status}.json`)}`,
    ),
  ].join("\n");

/** A table for each instance, written by it alone and copied to all. It is also what a reload inherits. */
export const peers = ({ instances }: RelayConfig): string =>
  [
    "peers relay",
    ...instances.map(({ name, peer }) => `    peer ${name} ${peer}`),
    ...instances.flatMap(({ name }) => [
      "",
      `backend users_${name}`,
      "    stick-table type binary len 32 size 100k expire 3m store http_req_rate(60s) peers relay",
    ]),
  ].join("\n");

/**
 * One line of JSON for each request: who did what to whom. No address, no query, no header, so neither token nor key. What
 * is not a fixed text is either of a checked shape, JSON already, or made ASCII by the `json` converter.
 */
export function audit(): string[] {
  const time = "%[date,utime(%Y-%m-%dT%H:%M:%SZ)]";
  const text = (variable: string): string => `"%[var(txn.${variable}),json(utf8s)]"`;
  const fields = {
    time: `"${time}"`,
    user: text("user"),
    action: text("endpoint"),
    integration: text("integration"),
    candidate: text("candidate"),
    tag: "%[var(txn.tag)]",
    status: "%ST",
    refused: text("no"),
    ms: "%Ta",
    end: '"%ts"',
  };
  const line = Object.entries(fields)
    .map(([name, value]) => `"${name}":${value}`)
    .join(",");
  return [
    `log-format ${quoted(`{${line}}`)}`,
    `error-log-format ${quoted(`{"time":"${time}","status":400,"refused":"no-http","end":"%ts"}`)}`,
    // Where nothing is known the log says "-", which for a tag has to be text as well.
    `http-request set-var(txn.tag) 'str("\\"-\\"")'`,
    "option dontlognull",
    // A reload closes no connection on which the next request may be coming; the answer to that says goodbye.
    "option idle-close-on-response",
  ];
}
