import * as v from "valibot";
import { plain } from "../src/domain/tag-rules/characters";
import { tagRuleProblem } from "../src/domain/tag-rules/check";
import { LONGEST_NAME, NO_TAG_RULES } from "../src/domain/tag-rules/rules";
import { INTEGRATION_ID } from "./endpoints";

/** Text that may stand in HAProxy's configuration and in its lists, a line each. */
const line = v.pipe(v.string(), v.regex(/^[^'\p{C}\u2028\u2029]+$/u, "holds a quote or a character nobody sees"));
const trimmed = v.pipe(
  line,
  v.maxLength(200),
  v.check((text) => text === text.trim(), "begins or ends with a blank"),
);
const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,30}$/, "use small letters, digits and hyphens"));
const address = v.pipe(v.string(), v.regex(/^(?:[A-Za-z0-9.-]+|\[[0-9a-f:]+\]|\*):\d{1,5}$/i, "is no host:port"));
const file = v.pipe(v.string(), v.regex(/^\/[A-Za-z0-9._/-]+$/, "is no plain absolute path"));
const integrationId = v.pipe(v.string(), v.regex(new RegExp(`^${INTEGRATION_ID}$`), "is no integration id"));
const claim = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*$/, "is no plain name of a claim"));

const LOCAL = ["localhost", "127.0.0.1"];

/** https, or http on this very machine for trying things out. */
function isSecure(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && LOCAL.includes(hostname));
}

const url = v.pipe(line, v.check(isSecure, "is no https address"));
const origin = v.pipe(
  url,
  v.check((text) => URL.canParse(text) && new URL(text).origin === text, "must be an origin, such as https://host"),
);

const nameFormat = v.strictObject({
  minLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_NAME)), 1),
  maxLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_NAME)), LONGEST_NAME),
  letterCase: v.optional(v.picklist(["any", "lower", "upper"]), "any"),
  characters: v.optional(
    v.nullable(
      v.strictObject({
        kinds: v.array(v.picklist(["letters", "digits", "blank"])),
        others: v.optional(v.pipe(v.string(), v.regex(/^[^\p{C}]*$/u)), ""),
      }),
    ),
    null,
  ),
  prefixes: v.optional(v.array(line), []),
});

const forbidden = v.pipe(
  trimmed,
  v.maxLength(60),
  v.check((text) => [...text].some((one) => plain(one).trim() !== ""), "holds nothing that can be seen"),
);

const tagRules = v.pipe(
  v.strictObject({
    allowed: v.optional(
      v.nullable(
        v.strictObject({
          names: v.optional(v.array(trimmed), []),
          prefixes: v.optional(v.array(line), []),
        }),
      ),
      null,
    ),
    forbiddenWords: v.optional(v.array(forbidden), []),
    forbiddenParts: v.optional(v.array(forbidden), []),
    format: v.optional(nameFormat, NO_TAG_RULES.format as v.InferOutput<typeof nameFormat>),
  }),
  v.check(({ format }) => format.minLength <= format.maxLength, "the shortest name is longer than the longest"),
  v.check(
    (rules) =>
      (rules.allowed?.names ?? []).every(
        (one) => tagRuleProblem(rules, one, { mayCreate: true, exists: true }) === null,
      ),
    "a name that is allowed is forbidden all the same",
  ),
);

const schema = v.pipe(
  v.strictObject({
    /** How browsers reach the relay. */
    origin,
    kombo: v.strictObject({
      /** Kombo's API: https://api.kombo.dev or https://api.us.kombo.dev. */
      origin,
      /** A file that holds the API key and nothing else. */
      keyFile: file,
    }),
    signIn: v.strictObject({
      issuer: url,
      /** Found by the issuer's discovery document unless given. */
      jwksUri: v.optional(url),
      /** Public client that browsers sign in with. */
      clientId: v.pipe(trimmed, v.minLength(1)),
      scopes: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/))), v.minLength(1)),
      /** What the token must be meant for. One of its own per relay. */
      audience: trimmed,
      /** Which token browsers send: providers whose access tokens cannot be read take the id token. */
      token: v.optional(v.picklist(["access", "id"]), "access"),
    }),
    access: v.strictObject({
      /** Where the token names groups: a list, or one role as a text. */
      claim: v.optional(v.nullable(v.strictObject({ name: claim, is: v.picklist(["list", "text"]) })), null),
      /** Integrations open to everybody who signs in. */
      everyone: v.optional(v.array(integrationId), []),
      /** Integrations by group or role. */
      groups: v.optional(v.record(trimmed, v.array(integrationId)), {}),
    }),
    tagRules: v.optional(tagRules, NO_TAG_RULES as v.InferOutput<typeof tagRules>),
    /** Who may add names that `allowed.names` does not list. The relay cannot know which tags exist. */
    mayCreateTags: v.optional(v.union([v.boolean(), v.strictObject({ groups: v.array(trimmed) })]), true),
    /** Whether tags may be added in the name of the user who signed in (Greenhouse, Workable). */
    onBehalfOf: v.optional(v.nullable(v.strictObject({ emailClaim: claim })), null),
    requestsPerMinute: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)), 300),
    /** Chrome's and Edge's ids of the extension; Firefox's are random. */
    extensions: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-p]{32}$/, "is no extension id"))), v.minLength(1)),
    instances: v.pipe(
      v.array(
        v.strictObject({
          name,
          /** Where it listens; where the front reaches it; where instances tell each other how much each user asked. */
          bind: address,
          reach: address,
          peer: address,
        }),
      ),
      v.minLength(1),
      v.maxLength(8),
    ),
    /** The TCP front before the instances; without one, browsers or your own balancer reach the instance itself. */
    front: v.optional(v.nullable(v.strictObject({ bind: address })), null),
    /** Certificate and key in one PEM file; null where something before the relay ends TLS. */
    certificate: v.optional(v.nullable(file), null),
  }),
  v.check(
    ({ instances }) => new Set(instances.map((one) => one.name)).size === instances.length,
    "two instances have one name",
  ),
  v.check(
    ({ access }) => access.everyone.length + Object.keys(access.groups).length > 0,
    "access: no integration is open to anybody",
  ),
  v.check(
    ({ access }) => access.claim !== null || Object.keys(access.groups).length === 0,
    "access.groups: no claim says who is in which group",
  ),
  v.check(
    ({ mayCreateTags, access }) => typeof mayCreateTags === "boolean" || access.claim !== null,
    "mayCreateTags: no claim says who is in which group",
  ),
  v.check(
    ({ mayCreateTags, tagRules: rules }) => mayCreateTags === true || rules.allowed !== null,
    "mayCreateTags: the relay does not know which tags exist. List those that may be added in tagRules.allowed.names",
  ),
);

export type RelayConfig = v.InferOutput<typeof schema>;
export type Instance = RelayConfig["instances"][number];

/** Reads a relay's configuration; throws an error that names every fault, a line each. */
export function readConfig(json: unknown): RelayConfig {
  const read = v.safeParse(schema, json);
  if (read.success) return read.output;
  const faults = read.issues.map((issue) => {
    const path = v.getDotPath(issue);
    return path ? `${path}: ${issue.message}` : issue.message;
  });
  throw new ConfigError(faults);
}

/** What is wrong with a configuration. Never holds a secret: the configuration holds none. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join("\n"));
  }
}
