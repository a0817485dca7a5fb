import { integrationIdProblem, isServer, relayOrigin, relayProblem } from "../account-input";
import { CONNECTORS, connectorOf } from "../connector";
import type { Integration, Server } from "../settings";
import { isSecureUrl, type SignInPlace, signInPlace } from "../sign-in";
import { tagRuleProblem } from "../tag-rules/check";
import { LONGEST_NAME, NO_TAG_RULES, type TagRules } from "../tag-rules/rules";
import type { Policy, PolicyBinding, PolicyField, PolicyPattern, PolicyProblem, PolicyValues, TagNote } from "./policy";

/** Reads one value; undefined, with a problem said, where it is not what it should be. */
type Read<T> = (value: unknown, path: string, say: Say) => T | undefined;
type Say = (path: string, reason: PolicyProblem["reason"], wants?: string) => void;

/** A value that passes, or a problem that says what is wanted. */
const checked =
  <T>(wants: string, fits: (value: unknown) => boolean): Read<T> =>
  (value, path, say) => {
    if (fits(value)) return value as T;
    say(path, "value", wants);
    return undefined;
  };

const isText = (value: unknown): value is string => typeof value === "string" && value !== "" && value.length <= 2000;
const matching = (wants: string, pattern: RegExp): Read<string> =>
  checked(wants, (value) => isText(value) && pattern.test(value));

const text = checked<string>("text", isText);
const yesOrNo = checked<boolean>("true, false", (value) => typeof value === "boolean");
const oneOf = <T extends string>(...values: T[]): Read<T> =>
  checked(values.join(", "), (value) => (values as unknown[]).includes(value));
const whole = (least: number, most: number): Read<number> =>
  checked(`${least} … ${most}`, (value) => Number.isInteger(value) && least <= Number(value) && Number(value) <= most);

/** A bad item is left out by itself. */
const list =
  <T>(item: Read<T>): Read<T[]> =>
  (value, path, say) => {
    if (!Array.isArray(value)) return void say(path, "value", "[…]");
    return value.flatMap((one, at) => {
      const read = item(one, `${path}[${at}]`, say);
      return read === undefined ? [] : [read];
    });
  };

type Fields<T> = { [K in keyof T]-?: Read<NonNullable<T[K]>> };

/** The fields that are there and right. */
const some =
  <T extends object>(fields: Fields<T>): Read<Partial<T>> =>
  (value, path, say) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return void say(path, "value", "{…}");
    const entries = Object.entries(value).flatMap(([name, one]) => {
      const inner = path ? `${path}.${name}` : name;
      if (!Object.hasOwn(fields, name)) {
        say(inner, "unknown");
        return [];
      }
      const read = fields[name as keyof T](one, inner, say);
      return read === undefined ? [] : [[name, read]];
    });
    return Object.fromEntries(entries) as Partial<T>;
  };

/** All of these fields, or nothing. */
const every =
  <T extends object>(fields: Fields<T>, optional: readonly (keyof T)[] = []): Read<T> =>
  (value, path, say) => {
    const read = some(fields)(value, path, say);
    if (read === undefined) return undefined;
    const lacks = Object.keys(fields).filter((name) => !(name in read) && !optional.includes(name as keyof T));
    for (const name of lacks) if (!(name in (value as object))) say(`${path}.${name}`, "value", "…");
    return lacks.length > 0 ? undefined : (read as T);
  };

const integrationId = checked<string>(
  "greenhouse:…",
  (value) => isText(value) && value.trim() === value && integrationIdProblem(value) === null,
);
const host = matching("host", /^[a-z0-9.-]+(?::\d+)?$/);
const url = checked<string>("https://…", (value) => isText(value) && isSecureUrl(value));
const name = matching("text", /^[\x21-\x7e]{1,500}$/);

const server: Read<Server> = (value, path, say) => {
  const read = every<{ kind: Server["kind"]; url: string }>({ kind: oneOf("eu", "us", "own", "relay"), url: text }, [
    "url",
  ])(value, path, say);
  if (read === undefined) return undefined;
  // A slash at the end is how many people write an origin.
  const isRelay = read.kind === "relay" && relayProblem(read.url ?? "") === null;
  const named = isRelay ? { ...read, url: relayOrigin(read.url) } : read;
  return checked<Server>("https://…", (one) => isServer({ url: "", ...(one as object) } as Server))(named, path, say);
};

const signIn: Read<SignInPlace> = (value, path, say) => {
  const read = every<SignInPlace>(
    { issuer: url, clientId: name, scopes: list(name), audience: name, token: oneOf("access", "id") },
    ["token"],
  )(value, path, say);
  if (read === undefined) return undefined;
  // By the same measure as at the end of a sign-in, or it would come to nothing there.
  return checked<SignInPlace>("https://…, […]", (one) => signInPlace(one) !== null)(
    { ...read, token: read.token ?? "access" },
    path,
    say,
  );
};

const integration: Read<Integration> = (value, path, say) => {
  const read = every<{ id: string; label: string }>({ id: integrationId, label: text }, ["label"])(value, path, say);
  const connector = read && connectorOf(read.id);
  return read && connector ? { id: read.id, connector, label: read.label ?? "" } : undefined;
};

const rules: Read<TagRules> = (value, path, say) => {
  const length = whole(1, LONGEST_NAME);
  const read = some<TagRules>({
    allowed: every<NonNullable<TagRules["allowed"]>>({ names: list(text), prefixes: list(text) }, [
      "names",
      "prefixes",
    ]),
    forbiddenWords: list(text),
    forbiddenParts: list(text),
    format: some<TagRules["format"]>({
      minLength: length,
      maxLength: length,
      letterCase: oneOf("any", "lower", "upper"),
      characters: every<NonNullable<TagRules["format"]["characters"]>>(
        { kinds: list(oneOf("letters", "digits", "blank")), others: text },
        ["others"],
      ),
      prefixes: list(text),
    }) as Read<TagRules["format"]>,
  })(value, path, say);
  if (read === undefined) return undefined;
  const { allowed, format = {}, ...words } = read;
  const made: TagRules = {
    ...NO_TAG_RULES,
    ...words,
    allowed: allowed ? { names: allowed.names ?? [], prefixes: allowed.prefixes ?? [] } : null,
    format: { ...NO_TAG_RULES.format, ...format },
  };
  const { characters } = made.format;
  if (characters)
    made.format = { ...made.format, characters: { kinds: characters.kinds, others: characters.others ?? "" } };
  if (made.format.minLength > made.format.maxLength) {
    say(`${path}.format.minLength`, "contradiction");
    made.format = { ...made.format, minLength: 1 };
  }
  for (const [at, one] of (made.allowed?.names ?? []).entries())
    if (tagRuleProblem(made, one, { mayCreate: true, exists: true }) !== null)
      say(`${path}.allowed.names[${at}]`, "contradiction");
  return made;
};

const FIELDS: Fields<PolicyValues> = {
  server,
  signIn,
  integrations: list(integration),
  mayCreateTags: yesOrNo,
  tagRules: rules,
  tagNotes: list(every<TagNote>({ tag: text, note: text })),
  historyDays: whole(1, 365),
  urlPatterns: list(
    every<PolicyPattern>({
      host,
      path: matching("/…/{id}", /^\/.*\{id\}/),
      by: oneOf("candidate", "application"),
      integrationId,
    }),
  ),
  bindings: list(
    every<PolicyBinding>({
      ats: checked("ATS", (value) => Object.values(CONNECTORS).some(({ ats }) => ats === value)),
      tenant: text,
      integrationId,
    }),
  ),
  ownDomains: list(matching("example.com", /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)),
  byHand: yesOrNo,
  batchLimit: whole(1, 100_000),
  following: yesOrNo,
};

/** Names of everything a policy may set. */
export const POLICY_FIELDS = Object.keys(FIELDS) as PolicyField[];

/**
 * Reads what a company set, value by value: one that is wrong is left out by itself and named. Never throws, and never
 * stops anything.
 */
export function parsePolicy(raw: unknown): Policy {
  const problems: PolicyProblem[] = [];
  const say: Say = (path, reason, wants) => problems.push({ path, reason, ...(wants !== undefined && { wants }) });
  const { defaults, ...rest } = some({ ...FIELDS, defaults: list(oneOf(...POLICY_FIELDS)) })(raw ?? {}, "", say) ?? {};
  noSecrets(raw, "", say);
  // It would be about no relay: any that a recruiter types is another one.
  if (rest.signIn && rest.server?.kind !== "relay") say("signIn", "contradiction");
  return { values: rest, defaults: defaults ?? [], problems };
}

/** A key in a policy is readable for everybody on the machine, wherever it stands. */
function noSecrets(value: unknown, path: string, say: Say): void {
  if (typeof value === "string" && /ks_[a-z]+_\w{8}/.test(value)) say(path, "secret");
  if (typeof value !== "object" || value === null) return;
  for (const [key, one] of Object.entries(value))
    noSecrets(one, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key, say);
}
