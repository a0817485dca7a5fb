/** A tag of one integration's ATS, as the tag list keeps it. */
export interface Tag {
  id: string;
  name: string;
}

/** How often and when the recruiter used a tag with one integration. */
export interface TagUse {
  integrationId: string;
  name: string;
  count: number;
  lastUsedAt: number;
  /** When its latest use was undone; `repeat` takes no use that was. */
  undoneAt?: number;
}
