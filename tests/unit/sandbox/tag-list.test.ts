import { describe, expect, it } from "vitest";
import type { IntegrationOptions } from "../../../sandbox/kombo/options";
import { ada, addRaw, larkspur, northwind, orderFaults, put, raw, sandboxForTests } from "./helpers";

const sandbox = sandboxForTests();
const DAY = 86_400_000;

const set = (options: Partial<IntegrationOptions>) =>
  sandbox.it.control.set({ integrations: { [northwind.id]: options } });

interface Page {
  names: string[];
  next: string | null;
}

async function page(cursor: string | null, size = 10, integration = northwind.id): Promise<Page> {
  const from = cursor ? `&cursor=${cursor}` : "";
  const { data } = await (await raw(sandbox.it, `/v1/ats/tags?page_size=${size}${from}`, {}, integration)).json();
  return { names: data.results.map(({ name }: { name: string }) => name), next: data.next };
}

/** Follows the cursors to the end, or for at most `most` pages. */
async function follow(most: number): Promise<Page[]> {
  const pages = [await page(null)];
  for (let at = pages[0]?.next; at && pages.length < most; at = pages.at(-1)?.next) pages.push(await page(at));
  return pages;
}

describe("cursors", () => {
  it("lead to the end", async () => {
    expect((await follow(20)).flatMap(({ names }) => names)).toEqual(northwind.tags);
  });

  it("can lead to the same page again", async () => {
    set({ tagPaging: "repeat" });
    const [, second, third] = await follow(3);
    expect(third).toEqual(second);
  });

  it("can go round in a circle", async () => {
    set({ tagPaging: "cycle" });
    const pages = await follow(6);
    expect(pages[1]?.names).not.toEqual(pages[2]?.names);
    expect([pages[3], pages[4]]).toEqual([pages[1], pages[2]]);
  });

  it("can go on for ever, always with new tags", async () => {
    set({ tagPaging: "endless" });
    const pages = await follow(12);
    expect(pages).toHaveLength(12);
    const names = pages.flatMap((each) => each.names);
    expect(names).toHaveLength(120);
    expect(new Set(names).size).toBe(120);
    expect(names.slice(0, northwind.tags.length)).toEqual(northwind.tags);
  });

  it("can come with shorter pages than asked for", async () => {
    set({ tagPageLimit: 3 });
    expect((await page(null, 250)).names).toHaveLength(3);
    expect((await follow(100)).flatMap(({ names }) => names)).toEqual(northwind.tags);
  });
});

describe("tags changed while the list is read", () => {
  const afterFirstPage = (afterwards: object) =>
    orderFaults(sandbox.it, { match: { pathIncludes: "/ats/tags" }, times: 1, fault: { afterwards } });

  it("a deleted one moves a later one onto a page already read", async () => {
    await afterFirstPage({ deleteTags: [northwind.tags[0] ?? ""] });
    const names = (await follow(20)).flatMap((each) => each.names);
    expect(names).not.toContain(northwind.tags[10]);
    expect(names).toHaveLength(northwind.tags.length - 1);
  });

  it("one added at the beginning shows another twice", async () => {
    await afterFirstPage({ addTags: ["A new first tag"], first: true });
    const names = (await follow(20)).flatMap((each) => each.names);
    expect(names.filter((name) => name === northwind.tags[9])).toHaveLength(2);
    expect(names).not.toContain("A new first tag");
  });
});

it("the list can lag behind by a day, the candidate's own tags not", async () => {
  const { control } = sandbox.it;
  set({ tagListLagMs: DAY });
  await addRaw(sandbox.it, ada.komboId, "Brand new");
  const has = async () => (await page(null, 250)).names.includes("Brand new");
  const shown = async () => {
    const { data } = await (await raw(sandbox.it, `/v1/ats/candidates?ids=${ada.komboId}`)).json();
    return data.results[0].tags.map(({ name }: { name: string }) => name);
  };
  control.sync(northwind.id, new Date(Date.now() + DAY - 60_000));
  expect(await has()).toBe(false);
  expect(await shown()).toContain("Brand new");
  control.sync(northwind.id, new Date(Date.now() + DAY + 60_000));
  expect(await has()).toBe(true);
});

describe("big lists", () => {
  it("50,000 tags and 10,000 candidates are there at once, the same for the same seed", async () => {
    const { control } = sandbox.it;
    const begun = performance.now();
    const growth = { integration: larkspur.id, tags: 50_000, candidates: 10_000, seed: 3 };
    expect((await put(sandbox.it, "grow", growth)).status).toBe(200);
    // Far from what a generation that looks at all earlier names would take, also on a busy machine.
    expect(performance.now() - begun).toBeLessThan(15_000);
    const company = control.company(larkspur.id);
    expect(company.tags).toHaveLength(55_000);
    expect(company.candidates).toHaveLength(10_000 + larkspur.people.length);
    const names = company.tags.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const ids of [company.candidates.map(({ id }) => id), company.tags.map(({ id }) => id)]) {
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]{24}$/);
    }
    control.reset();
    control.grow(larkspur.id, { tags: 50_000, seed: 3 });
    expect(control.company(larkspur.id).tags.map(({ name }) => name)).toEqual(names);
    control.reset();
    control.grow(larkspur.id, { tags: 50_000, seed: 4 });
    expect(control.company(larkspur.id).tags.map(({ name }) => name)).not.toEqual(names);
  });

  it("grown people can be found and tagged, with ids of their own", async () => {
    const { control } = sandbox.it;
    control.grow(northwind.id, { candidates: 300 });
    const { person } = control.company(northwind.id).candidates.at(-1) ?? {};
    const { data } = await (await raw(sandbox.it, `/v1/ats/candidates?remote_ids=${person?.remoteId}`)).json();
    expect(data.results.map(({ last_name }: { last_name: string }) => last_name)).toEqual([person?.lastName]);
    expect((await addRaw(sandbox.it, person?.komboId ?? "", "Excellent Fit")).status).toBe(200);
    expect(control.tagsOf(person?.komboId ?? "")).toContain("Excellent Fit");
  });
});
