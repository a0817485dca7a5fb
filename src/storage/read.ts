import { isBatchJob } from "../domain/batch/batch";
import { identityKey, type PageIdentity } from "../domain/identity/identity-key";
import type { Intention } from "../domain/intention";
import type { Hold, Job } from "../domain/job";
import { NO_COMPANY } from "../domain/settings";
import { storedHold, storedJobs } from "../domain/stored-job";
import type { TagUse } from "../domain/tag";
import type { TagList } from "../domain/tag-list";
import { bindingKey } from "./binding-key";
import { type Db, withDb } from "./db";
import { digest } from "./digest";
import type { Binding, KnownCandidate, LearnedPattern } from "./schema";
import { readSettings } from "./settings";

/** What is only remembered is not worth an error: without it Kombo is asked once more, or the recruiter. */
async function remembered<T>(read: (db: Db) => Promise<T>, without: T): Promise<T> {
  try {
    return await withDb(read);
  } catch (error) {
    console.warn("Quicktag could not read what it remembers", error);
    return without;
  }
}

/**
 * All jobs that were asked for by hand, in the order they were asked for; batches are told by their own page. `cleared`:
 * those among them that are shown no more.
 */
export async function readJobsByHand(): Promise<{ jobs: Job[]; cleared: Job[] }> {
  const byHand = storedJobs(await withDb((db) => db.getAll("jobs"))).filter((job) => !isBatchJob(job));
  return { jobs: byHand.filter((job) => !job.cleared), cleared: byHand.filter((job) => job.cleared) };
}

/** The same, without what was cleared. */
export const readJobs = async (): Promise<Job[]> => (await readJobsByHand()).jobs;

/** Queues that stand still, and why. */
export async function readHolds(): Promise<Hold[]> {
  return (await withDb((db) => db.getAll("holds"))).map(storedHold);
}

/** What was entered in popups that are closed and waits for a person. */
export async function readHeldIntentions(): Promise<Intention[]> {
  return (await withDb((db) => db.getAll("intentions"))).filter(({ held }) => held !== null);
}

/** The cached tag list of an integration; undefined before the first refresh. */
export async function readTagList(integrationId: string): Promise<TagList | undefined> {
  return remembered((db) => db.get("tags", integrationId), undefined);
}

/** The recruiter's use of tags with an integration, most recent first. */
export async function readUses(integrationId: string): Promise<TagUse[]> {
  const range = IDBKeyRange.bound([integrationId], [integrationId, []]);
  const uses = await remembered((db) => db.getAll("uses", range), []);
  return uses.sort((a, b) => b.lastUsedAt - a.lastUsedAt);
}

export const knownKey = (integrationId: string, identity: PageIdentity): Promise<string> =>
  digest(`${integrationId}\n${identityKey(identity)}`);

/** Whom this identity meant last time with this integration. */
export async function readKnownCandidate(
  integrationId: string,
  identity: PageIdentity,
): Promise<KnownCandidate | undefined> {
  const key = await knownKey(integrationId, identity);
  return remembered((db) => db.get("candidates", key), undefined);
}

/** Whether anybody was ever found with this integration, as far as it is remembered. */
export async function hasFoundAnybody(integrationId: string): Promise<boolean> {
  const all = await remembered((db) => db.getAll("candidates"), []);
  return all.some((one) => one.integrationId === integrationId);
}

/** Who was found on the page at this address before, once for each integration. */
export async function readKnownOnPage(href: string): Promise<KnownCandidate[]> {
  const page = await digest(href);
  return remembered((db) => db.getAllFromIndex("candidates", "page", page), []);
}

export { bindingKey } from "./binding-key";

/** Which integration a tenant of an ATS was confirmed to be. */
export async function readBinding(ats: string | null, tenant: string | null): Promise<Binding | undefined> {
  const key = bindingKey(ats, tenant);
  const company = (await companyBindings()).find((one) => one.key === key);
  return company ?? remembered((db) => db.get("bindings", key), undefined);
}

/** All bindings; the company's count before those that were confirmed. */
export async function readBindings(): Promise<Binding[]> {
  const company = await companyBindings();
  const own = await remembered((db) => db.getAll("bindings"), [] as Binding[]);
  return [...company, ...own.filter(({ key }) => company.every((one) => one.key !== key))];
}

async function companyBindings(): Promise<Binding[]> {
  const { bindings } = await readSettings().catch(() => NO_COMPANY);
  return bindings.map(({ ats, tenant, integrationId }) => ({
    key: bindingKey(ats, tenant),
    integrationId,
    at: 0,
    fromPolicy: true,
  }));
}

/** Url patterns that the company gives, and those learned from confirmed searches for ids. */
export async function readUrlPatterns(): Promise<LearnedPattern[]> {
  const company = (await readSettings().catch(() => NO_COMPANY)).urlPatterns.map((one): LearnedPattern => {
    const id = `${one.integrationId}|${one.host}${one.path}`;
    return { ...one, id, ats: null, learnedAt: 0, fromPolicy: true };
  });
  return [...company, ...(await remembered((db) => db.getAll("urlPatterns"), [] as LearnedPattern[]))];
}
