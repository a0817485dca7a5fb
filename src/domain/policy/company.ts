import type { AtsId } from "../connector";

/** What to say before this tag is sent. */
export interface TagNote {
  tag: string;
  note: string;
}

/** Where a page of the company carries the candidate's id, as learned patterns have it. */
export interface PolicyPattern {
  host: string;
  /** With `{id}` in the id's place. */
  path: string;
  by: "candidate" | "application";
  integrationId: string;
}

/** "This account of the ATS is that integration"; the tenant of a self-hosted system is its host. */
export interface PolicyBinding {
  ats: AtsId;
  tenant: string;
  integrationId: string;
}
