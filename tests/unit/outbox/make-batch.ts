import type { BatchPerson } from "../../../src/domain/batch/new-jobs";
import type { World } from "./fake-worker";
import { GREENHOUSE } from "./make";

/** Somebody in a batch, by their row; gets the tag "Fair" unless `part` says something else. */
export const person = (row: number, asOf: number, part: Partial<BatchPerson> = {}): BatchPerson => ({
  row,
  integrationId: GREENHOUSE,
  candidate: { id: `c${row}`, remoteId: String(row), name: `Person ${row}`, tags: [] },
  reference: null,
  asOf,
  tags: [{ name: "Fair", create: false }],
  ...part,
});

/** So many of them, from row 1 on. */
export const persons = (count: number, asOf: number, part: Partial<BatchPerson> = {}): BatchPerson[] =>
  Array.from({ length: count }, (_, at) => person(at + 1, asOf, part));

/** Writes down that these people get their tags, a hundred at a time, and starts it. */
export async function startBatch({ batches }: World, people: readonly BatchPerson[], id = "b"): Promise<void> {
  const jobs = people.reduce((sum, { tags }) => sum + tags.length, 0);
  const asked = { people: people.length, rows: people.length, jobs, skipped: [] };
  const tags = [...new Set(people.flatMap((one) => one.tags.map(({ name }) => name)))];
  const integrationIds = [...new Set(people.map(({ integrationId }) => integrationId))];
  await batches.create({ ...asked, id, operation: "add", tags, integrationIds });
  let from = 0;
  for (let at = 0; at < people.length; at += 100) {
    const slice = people.slice(at, at + 100);
    if (!(await batches.add(id, from, slice))) throw new Error("the batch takes no more people");
    from += slice.reduce((sum, one) => sum + one.tags.length, 0);
  }
  if (!(await batches.move(id, "start"))) throw new Error("the batch does not start");
}
