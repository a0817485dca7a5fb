import { isServer } from "../account-input";
import { CONNECTOR_IDS } from "../connector";
import type { Server } from "../settings";
import { signInPlace } from "../sign-in";
import type { Policy, PolicyField } from "./policy";

type Fits = (value: unknown) => boolean;

const isText: Fits = (value) => typeof value === "string";
const isFlag: Fits = (value) => typeof value === "boolean";
const isWhole: Fits = (value) => Number.isInteger(value) && Number(value) > 0;
const oneOf =
  (...values: readonly unknown[]): Fits =>
  (value) =>
    values.includes(value);
const orNull =
  (fits: Fits): Fits =>
  (value) =>
    value === null || fits(value);
const listOf =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits);
const record =
  (fields: Record<string, Fits>): Fits =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(fields).every(([name, fits]) => fits((value as Record<string, unknown>)[name]));

const texts = listOf(isText);

/** What `parsePolicy` makes, as far as whoever reads it relies on it. */
const VALUES: Record<PolicyField, Fits> = {
  server: (value) => record({ kind: isText })(value) && isServer({ url: "", ...(value as object) } as Server),
  signIn: (value) => signInPlace(value) !== null,
  integrations: listOf(record({ id: isText, connector: oneOf(...CONNECTOR_IDS), label: isText })),
  mayCreateTags: isFlag,
  tagRules: record({
    allowed: orNull(record({ names: texts, prefixes: texts })),
    forbiddenWords: texts,
    forbiddenParts: texts,
    format: record({
      minLength: isWhole,
      maxLength: isWhole,
      letterCase: isText,
      characters: orNull(record({ kinds: texts, others: isText })),
      prefixes: texts,
    }),
  }),
  tagNotes: listOf(record({ tag: isText, note: isText })),
  historyDays: isWhole,
  urlPatterns: listOf(record({ host: isText, path: isText, by: isText, integrationId: isText })),
  bindings: listOf(record({ ats: isText, tenant: isText, integrationId: isText })),
  ownDomains: texts,
  byHand: isFlag,
  batchLimit: isWhole,
  following: isFlag,
};

const isField = (name: unknown): name is PolicyField => typeof name === "string" && Object.hasOwn(VALUES, name);

/** A policy as it was stored, without what damage or another version made of it; `whole`: nothing had to go. */
export function fittingPolicy(stored: unknown): { policy: Policy; whole: boolean } {
  const from = (typeof stored === "object" && stored !== null ? stored : {}) as Record<string, unknown>;
  const values = (typeof from.values === "object" && from.values !== null ? from.values : {}) as object;
  const entries = Object.entries(values).filter(([name, value]) => isField(name) && VALUES[name](value));
  const defaults = Array.isArray(from.defaults) ? from.defaults.filter(isField) : [];
  const problems = Array.isArray(from.problems) ? from.problems.filter(record({ path: isText, reason: isText })) : [];
  const kept = [entries.length, defaults.length, problems.length];
  const there = [Object.keys(values), from.defaults, from.problems].map((all) =>
    Array.isArray(all) ? all.length : -1,
  );
  return {
    policy: { values: Object.fromEntries(entries), defaults, problems },
    whole: typeof from.values === "object" && kept.every((count, at) => count === there[at]),
  };
}
