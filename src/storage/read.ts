import { type AtsReference, referenceKey } from "../domain/candidate";
import type { Hold, Job } from "../domain/job";
import type { TagUse } from "../domain/tag";
import { openDb } from "./db";
import { digest } from "./digest";
import type { Binding, KnownCandidate, Shape, TagList } from "./schema";

/** All jobs of the journal in the order they were asked for. */
export async function readJobs(): Promise<Job[]> {
  return (await openDb()).getAllFromIndex("jobs", "seq");
}

/** Queues that stand still, and why. */
export async function readHolds(): Promise<Hold[]> {
  return (await openDb()).getAll("holds");
}

/** The cached tag list of an integration; undefined before the first refresh. */
export async function readTagList(integrationId: string): Promise<TagList | undefined> {
  return (await openDb()).get("tags", integrationId);
}

/** The recruiter's use of tags with an integration, most recent first. */
export async function readUses(integrationId: string): Promise<TagUse[]> {
  const range = IDBKeyRange.bound([integrationId], [integrationId, []]);
  const uses = await (await openDb()).getAll("uses", range);
  return uses.sort((a, b) => b.lastUsedAt - a.lastUsedAt);
}

export const knownKey = (integrationId: string, reference: AtsReference): Promise<string> =>
  digest(`${integrationId}\n${referenceKey(reference)}`);

/** Whom this reference meant last time with this integration. */
export async function readKnownCandidate(
  integrationId: string,
  reference: AtsReference,
): Promise<KnownCandidate | undefined> {
  return (await openDb()).get("candidates", await knownKey(integrationId, reference));
}

/** Who was found on the page at this address before, once for each integration. */
export async function readKnownOnPage(href: string): Promise<KnownCandidate[]> {
  return (await openDb()).getAllFromIndex("candidates", "page", await digest(href));
}

export const bindingKey = (ats: string | null, tenant: string | null): string => `${ats ?? ""}|${tenant ?? ""}`;

/** Which integration a tenant of an ATS was confirmed to be. */
export async function readBinding(ats: string | null, tenant: string | null): Promise<Binding | undefined> {
  return (await openDb()).get("bindings", bindingKey(ats, tenant));
}

export async function readBindings(): Promise<Binding[]> {
  return (await openDb()).getAll("bindings");
}

/** Page shapes learned from confirmed token searches. */
export async function readShapes(): Promise<Shape[]> {
  return (await openDb()).getAll("shapes");
}
