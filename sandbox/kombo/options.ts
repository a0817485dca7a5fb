/** How the pages of the tag list follow each other. */
export type TagPaging =
  /** To the end. */
  | "normal"
  /** From the second page on, each cursor leads to its own page again. */
  | "repeat"
  /** The third page leads back to the second. */
  | "cycle"
  /** After the true tags come made-up ones, page after page without end. */
  | "endless";

/** What can be set for one integration while the sandbox runs. */
export interface IntegrationOptions {
  /** Writes at the same time; one more is refused with 429. */
  concurrencyLimit: number;
  /** How long this ATS takes for a write, beside the latency of the network. */
  writeMs: number;
  /** After this long a write shows in reads; null: only after a sync. */
  mirrorDelayMs: number | null;
  /** How long a sync takes that was asked for. */
  syncMs: number;
  /** A sync leaves out changes of the tag list younger than this. */
  tagListLagMs: number;
  tagPaging: TagPaging;
  /** The longest page of the tag list, whatever is asked for. */
  tagPageLimit: number;
  /** Kombo's default: only candidates created through Kombo are synced, so none of ours. */
  onlyCreated: boolean;
  /** Debug texts that come with every applied write. */
  warnings: readonly string[];
  status: "ACTIVE" | "INVALID" | "INACTIVE";
  setupStatus: "COMPLETED" | "INCOMPLETE" | "FINAL_SYNC_PENDING";
  /** "Manage tags" in the scope config. */
  manageTags: "ENABLED" | "DISABLED" | "UNSUPPORTED";
  candidates: "ENABLED" | "DISABLED" | "UNSUPPORTED";
  tags: "ENABLED" | "DISABLED" | "UNSUPPORTED";
  /** The user Kombo acts as in the ATS may not tag. */
  permissionMissing: boolean;
  /** The ATS takes existing tags only. */
  refuseNewTags: boolean;
  /** The ATS keeps tags as one comma-separated list. */
  refuseCommas: boolean;
  /** The ATS forces tags to lower case. */
  lowerCaseTags: boolean;
  /** A write's answer names the tag in `data`, as the ATS keeps it. */
  tagInData: boolean;
}

/** What applies to the key, whichever integration. */
export interface GlobalOptions {
  keyExpired: boolean;
  ipBlocked: boolean;
}

export const GLOBAL_DEFAULTS: GlobalOptions = { keyExpired: false, ipBlocked: false };

const DEFAULTS: IntegrationOptions = {
  concurrencyLimit: 30,
  writeMs: 0,
  mirrorDelayMs: null,
  syncMs: 0,
  tagListLagMs: 0,
  tagPaging: "normal",
  tagPageLimit: 250,
  onlyCreated: false,
  warnings: [],
  status: "ACTIVE",
  setupStatus: "COMPLETED",
  manageTags: "ENABLED",
  candidates: "ENABLED",
  tags: "ENABLED",
  permissionMissing: false,
  refuseNewTags: false,
  refuseCommas: false,
  lowerCaseTags: false,
  tagInData: false,
};

const BY_CONNECTOR: Record<string, Partial<IntegrationOptions>> = {
  successfactors: { warnings: ["The tag was stored with its default colour."] },
  welcometothejungle: { refuseCommas: true },
};

/** What an integration starts with, after each reset too. */
export function defaultsFor(connector: string): IntegrationOptions {
  return { ...DEFAULTS, ...BY_CONNECTOR[connector] };
}

/** A change of settings: for the key, for all integrations, or for some of them by id. */
export interface OptionsPatch {
  global?: Partial<GlobalOptions>;
  all?: Partial<IntegrationOptions>;
  integrations?: Record<string, Partial<IntegrationOptions>>;
}
