import type { Integration, Server } from "../settings";
import type { SignInPlace } from "../sign-in";
import type { TagRules } from "../tag-rules/rules";
import type { PolicyBinding, PolicyPattern, TagNote } from "./company";

export type { PolicyBinding, PolicyPattern, TagNote } from "./company";

/** What a company may set for its recruiters. The key is no part of it. */
export interface PolicyValues {
  server: Server;
  /** Where to sign in for the relay, in place of what the relay says of it. */
  signIn: SignInPlace;
  integrations: readonly Integration[];
  mayCreateTags: boolean;
  tagRules: TagRules;
  tagNotes: readonly TagNote[];
  historyDays: number;
  urlPatterns: readonly PolicyPattern[];
  bindings: readonly PolicyBinding[];
  /** Domains whose addresses are colleagues', never a candidate's. */
  ownDomains: readonly string[];
  byHand: boolean;
  /** How many people one batch may tag. */
  batchLimit: number;
  /** Whether the side panel may follow the tab. */
  following: boolean;
}

export type PolicyField = keyof PolicyValues;

/** A company's policy as far as it could be read. */
export interface Policy {
  values: Partial<PolicyValues>;
  /** Set values that recruiters may change; all others are enforced. */
  defaults: readonly PolicyField[];
  problems: readonly PolicyProblem[];
}

/** A value that was left out, and why. */
export interface PolicyProblem {
  /** Such as `tagRules.format.minLength`. */
  path: string;
  reason: PolicyReason;
  /** What would be right, in words of the policy. */
  wants?: string;
}

export type PolicyReason =
  /** No setting has this name. */
  | "unknown"
  /** Another type, or a value that is none of the possible ones. */
  | "value"
  /** It contradicts another value. */
  | "contradiction"
  /** It looks like an API key, which no policy may hold. */
  | "secret";
