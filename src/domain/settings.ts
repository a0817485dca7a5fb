import type { Connector } from "./connector";
import type { Language } from "./language";
import type { PolicyBinding, PolicyPattern, TagNote } from "./policy/company";
import type { CompanyRelay, SignedIn } from "./sign-in";
import type { TagRules } from "./tag-rules/rules";

/** One ATS of the company, as connected in Kombo. */
export interface Integration {
  /** Kombo's integration id, `<tool>:<24 characters>`. */
  id: string;
  connector: Connector;
  /** The person's own name for it; the connector's name when empty. */
  label: string;
}

/** `relay`: a company's relay, by its origin; it takes a token of the company's sign-in in place of the key. */
export type Server = { kind: "eu" } | { kind: "us" } | { kind: "own"; url: string } | { kind: "relay"; url: string };

/** The recruiter as a user of one integration's ATS, resolved once from the work e-mail. */
export interface OnBehalfOf {
  integrationId: string;
  userRemoteId: string;
  name: string;
}

/** What the recruiter set. */
export interface OwnSettings {
  server: Server;
  integrations: readonly Integration[];
  /** Prefix of the stored key, enough to recognise it (`ks_prod_a1b2…`); null when no key is stored. */
  keyHint: string | null;
  /** Who signed in for a company's relay, and where; null when nobody did. The tokens are elsewhere. */
  signIn: SignedIn | null;
  /** The recruiter's own addresses: never taken for a candidate's. */
  ownEmails: readonly string[];
  workEmail: string | null;
  onBehalfOf: readonly OnBehalfOf[];
  /** Whether outcomes may be shown as notifications (the browser's permission is asked separately). */
  notify: boolean;
  /** Whether a toast names the tag: a page can find out what the toast in it says. */
  tagInPage: boolean;
  historyDays: number;
  /** Whether a tag that does not exist yet may be created at all. */
  mayCreateTags: boolean;
  /** The language of Quicktag's texts; null: the browser's. */
  language: Language | null;
  /** Names of fields that were changed on purpose: the company's defaults leave those alone. */
  chosen: readonly string[];
}

/** What only the company sets, by its policy. */
export interface CompanySettings {
  relay: CompanyRelay | null;
  tagRules: TagRules | null;
  tagNotes: readonly TagNote[];
  urlPatterns: readonly PolicyPattern[];
  bindings: readonly PolicyBinding[];
  ownDomains: readonly string[];
  byHand: boolean;
  batchLimit: number | null;
  following: boolean;
  /** Fields the recruiter cannot change. */
  locked: readonly string[];
}

/** What applies: see `effectiveSettings`. */
export interface Settings extends OwnSettings, CompanySettings {}

export const NO_COMPANY: CompanySettings = {
  relay: null,
  tagRules: null,
  tagNotes: [],
  urlPatterns: [],
  bindings: [],
  ownDomains: [],
  byHand: true,
  batchLimit: null,
  following: true,
  locked: [],
};

export const DEFAULT_OWN: OwnSettings = {
  server: { kind: "eu" },
  integrations: [],
  keyHint: null,
  signIn: null,
  ownEmails: [],
  workEmail: null,
  onBehalfOf: [],
  notify: false,
  tagInPage: false,
  historyDays: 30,
  mayCreateTags: true,
  language: null,
  chosen: [],
};

export const DEFAULT_SETTINGS: Settings = { ...DEFAULT_OWN, ...NO_COMPANY };

export const SERVER_URLS = { eu: "https://api.kombo.dev/v1", us: "https://api.us.kombo.dev/v1" } as const;

/** The origin of a server, `https://host`; empty when its address is none. */
export function serverOrigin(server: Server): string {
  const url = serverUrl(server);
  return URL.canParse(url) ? new URL(url).origin : "";
}

/** The base URL all API calls go to; without a trailing slash. */
export function serverUrl(server: Server): string {
  if (server.kind === "relay") return `${server.url}/v1`;
  return server.kind === "own" ? server.url.replace(/\/+$/, "") : SERVER_URLS[server.kind];
}

/** Whether there is something to send with: a key, or for a relay somebody who signed in there. */
export function hasAccess({ server, keyHint, signIn }: Pick<Settings, "server" | "keyHint" | "signIn">): boolean {
  return server.kind === "relay" ? signIn?.relay === server.url : keyHint !== null;
}
