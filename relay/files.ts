import type { Instance, RelayConfig } from "./config";
import { instanceConfig } from "./haproxy/instance";
import type { VerifyingKey } from "./keys/jwks";
import { REFUSALS, refusalBody } from "./refusals";
import { wellKnown } from "./well-known";

/** What an instance needs beside its configuration. */
export interface Inputs {
  apiKey: string;
  keys: readonly VerifyingKey[];
  /** ATS users by integration and e-mail address, for tags in a user's name. */
  users: ReadonlyMap<string, string>;
}

/** A key travels in a header and stands in a list: visible ASCII only. */
const API_KEY = /^[\x21-\x7e]{8,500}$/;

/** What HAProxy answers by itself, in Kombo's words. */
const OWN_ANSWERS: Record<number, string> = {
  400: "The relay could not read the request.",
  408: "The request did not arrive in time.",
  500: "The relay failed.",
  502: "Kombo's answer could not be read.",
  503: "Kombo cannot be reached.",
  504: "Kombo did not answer in time.",
};

/** All files of one instance by their names; `folder` is where they will lie. Only `secret.map` holds a secret. */
export function instanceFiles(
  config: RelayConfig,
  instance: Instance,
  { apiKey, keys, users }: Inputs,
  folder: string,
): Map<string, string> {
  if (!API_KEY.test(apiKey)) throw new Error("the file of the API key does not hold one");
  const { access, mayCreateTags, tagRules } = config;
  const groups = Object.entries(access.groups).flatMap(([group, ids]) => ids.map((id) => `${id} ${group}`));
  const creators = typeof mayCreateTags === "object" ? mayCreateTags.groups.map((group) => `is ${group}`) : [];
  return new Map([
    ["haproxy.cfg", instanceConfig(config, instance, keys, folder)],
    ["secret.map", `key ${apiKey}\n`],
    ["quicktag.json", `${JSON.stringify(wellKnown(config))}\n`],
    ["everyone.lst", list(access.everyone)],
    ["groups.lst", list(groups)],
    ["creators.lst", list(creators)],
    ["names.lst", list((tagRules.allowed?.names ?? []).map((name) => `=${name}`))],
    ["users.map", list([...users].map(([who, id]) => `${who} ${id}`))],
    ...keys.map(({ fileName, pem }) => [fileName, pem] as const),
    ...Object.entries(REFUSALS).map(([reason, refusal]) => [`answers/${reason}.json`, refusalBody(refusal)] as const),
    ...Object.entries(OWN_ANSWERS).map(
      ([status, message]) => [`answers/${status}.json`, refusalBody({ status: 400, code: null, message })] as const,
    ),
  ]);
}

const list = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");
