import type { Instance, RelayConfig } from "../config";
import type { VerifyingKey } from "../keys/jwks";
import { backend } from "./backend";
import { audit, defaults, global, peers } from "./frame";
import { Rules } from "./rules";
import { answers, forward } from "./steps/answers";
import { body } from "./steps/body";
import { browsers } from "./steps/browsers";
import { endpoint } from "./steps/endpoint";
import { integration } from "./steps/integration";
import { rate } from "./steps/rate";
import { tags } from "./steps/tags";
import { token } from "./steps/token";
import { quoted } from "./words";

/** The configuration of one instance, to lie in `folder` with the files that `instanceFiles` gives. */
export function instanceConfig(
  config: RelayConfig,
  instance: Instance,
  keys: readonly VerifyingKey[],
  folder: string,
): string {
  const rules = new Rules(folder);
  browsers(rules, config);
  endpoint(rules);
  token(rules, config, keys);
  rate(rules, config, instance);
  integration(rules, config);
  body(rules, config);
  tags(rules, config);
  answers(rules);
  forward(rules);
  return `${[
    global(instance),
    defaults(folder),
    peers(config),
    ["frontend relay", ...[bind(config, instance), ...audit(), ...rules.lines].map((line) => `    ${line}`)].join("\n"),
    backend(config),
  ].join("\n\n")}\n`;
}

function bind({ certificate, front }: RelayConfig, { bind: at }: Instance): string {
  const tls = certificate ? ` ssl crt ${quoted(certificate)} alpn h2,http/1.1 ssl-min-ver TLSv1.2` : "";
  return `bind ${at}${front ? " accept-proxy" : ""}${tls}`;
}
