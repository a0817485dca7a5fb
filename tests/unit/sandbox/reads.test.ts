import { atsAddCandidateTag } from "@kombo-api/sdk/funcs/atsAddCandidateTag.js";
import { atsGetApplications } from "@kombo-api/sdk/funcs/atsGetApplications.js";
import { atsGetCandidates } from "@kombo-api/sdk/funcs/atsGetCandidates.js";
import { atsGetTags } from "@kombo-api/sdk/funcs/atsGetTags.js";
import { generalTriggerSync } from "@kombo-api/sdk/funcs/generalTriggerSync.js";
import type { GetAtsCandidatesRequest } from "@kombo-api/sdk/models/operations";
import { describe, expect, it, vi } from "vitest";
import {
  ada,
  addRaw,
  client,
  companyNamed,
  contoso,
  larkspur,
  northwind,
  personAt,
  raw,
  sandboxForTests,
} from "./helpers";

const sandbox = sandboxForTests();

async function find(filter: GetAtsCandidatesRequest, integration = northwind.id) {
  const answer = await atsGetCandidates(client(sandbox.it, integration), filter);
  if (!answer.ok) throw answer.error;
  return answer.value.result.data.results;
}

async function tagNames(filter: Parameters<typeof atsGetTags>[1], integration = northwind.id) {
  const answer = await atsGetTags(client(sandbox.it, integration), { page_size: 250, ...filter });
  if (!answer.ok) throw answer.error;
  return answer.value.result.data.results.map(({ name }) => name);
}

describe("filters", () => {
  const twoAddresses = personAt(northwind, 5);

  it.each<[string, GetAtsCandidatesRequest, string[]]>([
    ["ATS ids, any of them", { remote_ids: ["4242", "4244", "1"] }, ["4242", "4244"]],
    ["Kombo ids", { ids: [ada.komboId] }, ["4242"]],
    ["e-mail in any case", { email: "ADA.Example@example.com" }, ["4242"]],
    ["a second e-mail", { email: twoAddresses.emails[1] ?? "" }, ["4247"]],
    ["homonyms by name", { first_name: "anna", last_name: "KELLER" }, ["4245", "4246"]],
    ["two filters have to fit both", { remote_ids: ["4242"], email: twoAddresses.emails[0] ?? "" }, []],
    ["part of a name is not the name", { first_name: "Ann" }, []],
    ["somebody not synced", { remote_ids: ["4250"] }, []],
  ])("%s", async (_what, filter, expected) => {
    expect((await find(filter)).map(({ remote_id }) => remote_id)).toEqual(expected);
  });

  it("the same ATS id is somebody else in the other company", async () => {
    const [here] = await find({ remote_ids: ["4242"] });
    const [there] = await find({ remote_ids: ["4242"] }, contoso.id);
    expect([here?.first_name, there?.first_name]).toEqual(["Ada", "Ben"]);
    expect(here?.id).not.toBe(there?.id);
  });

  it("Odoo's application number belongs to somebody else as a candidate number", async () => {
    const odoo = companyNamed("Acme Works Example");
    const dora = personAt(odoo, 0);
    const answer = await atsGetApplications(client(sandbox.it, odoo.id), { remote_ids: [dora.urlId] });
    expect(answer.value?.result.data.results.map((found) => found.candidate?.first_name)).toEqual([dora.firstName]);
    const [other] = await find({ remote_ids: [dora.urlId] }, odoo.id).then((found) => found);
    expect(other?.id).not.toBe(dora.komboId);
  });

  it("one person has two opportunities at Lever's company", async () => {
    const found = await find({ email: personAt(larkspur, 0).emails[0] ?? "" }, larkspur.id);
    expect(found).toHaveLength(2);
    expect(new Set(found.map(({ remote_id }) => remote_id)).size).toBe(2);
  });

  it("shows nobody where only candidates created through Kombo are synced", async () => {
    sandbox.it.control.set({ integrations: { [northwind.id]: { onlyCreated: true } } });
    expect(await find({})).toEqual([]);
    expect(await tagNames({})).toContain("Excellent Fit");
  });
});

describe("pages", () => {
  it("lead to the end of 5,000 tags", async () => {
    const core = client(sandbox.it, larkspur.id);
    const names = new Set<string | null>();
    let pages = 0;
    for await (const page of await atsGetTags(core, { page_size: 250 })) {
      if (!page.ok) throw page.error;
      pages += 1;
      for (const { name } of page.value.result.data.results) names.add(name);
    }
    expect(pages).toBe(20);
    expect(names.size).toBe(5000);
  });

  it("hold 100 unless told", async () => {
    const answer = await atsGetTags(client(sandbox.it, larkspur.id), {});
    expect(answer.value?.result.data.results).toHaveLength(100);
  });

  it.each(["page_size=251", "page_size=0", "page_size=ten", "cursor=made-up", "updated_after=yesterday"])(
    "refuse %s",
    async (query) => {
      const answer = await raw(sandbox.it, `/v1/ats/tags?${query}`);
      expect(answer.status).toBe(400);
      expect((await answer.json()).error.code).toBe("PLATFORM.INPUT_INVALID");
    },
  );
});

describe("the mirror", () => {
  const isNew = { candidate_id: ada.komboId, body: { tag: { name: "Brand new" } } };
  const shownTags = async () => (await find({ ids: [ada.komboId] }))[0]?.tags.map(({ name }) => name);

  it("shows a write only after a sync", async () => {
    const core = client(sandbox.it, northwind.id);
    await atsAddCandidateTag(core, isNew);
    expect(sandbox.it.control.tagsOf(ada.komboId)).toContain("Brand new");
    expect(await shownTags()).toEqual(ada.tags);
    expect(await tagNames({})).not.toContain("Brand new");
    await generalTriggerSync(core, {});
    expect(await shownTags()).toEqual([...ada.tags, "Brand new"]);
    expect(await tagNames({})).toContain("Brand new");
  });

  it("shows a late candidate after a sync", async () => {
    sandbox.it.control.sync(northwind.id);
    expect((await find({ remote_ids: ["4250"] })).map(({ first_name }) => first_name)).toEqual(["Newton"]);
  });

  it("can catch up by itself", async () => {
    sandbox.it.control.set({ all: { mirrorDelayMs: 30 } });
    await addRaw(sandbox.it, ada.komboId, "Brand new");
    await vi.waitFor(async () => expect(await shownTags()).toContain("Brand new"));
  });

  it("a sync can take its time", async () => {
    sandbox.it.control.set({ all: { syncMs: 40 } });
    await addRaw(sandbox.it, ada.komboId, "Brand new");
    await generalTriggerSync(client(sandbox.it, northwind.id), {});
    expect(await shownTags()).toEqual(ada.tags);
    await vi.waitFor(async () => expect(await shownTags()).toContain("Brand new"));
  });

  it("tells what changed since, deleted tags on demand", async () => {
    const before = new Date(Date.now() - 1000);
    expect(await tagNames({ updated_after: before })).toEqual([]);
    const body = JSON.stringify({ integration: northwind.id, addTags: ["From elsewhere"], deleteTags: ["Agency"] });
    await fetch(`${sandbox.it.httpUrl}/__sandbox/tags`, { method: "PUT", body });
    expect(await tagNames({})).toContain("Agency");
    await fetch(`${sandbox.it.httpUrl}/__sandbox/sync`, { method: "POST" });
    expect(await tagNames({ updated_after: before })).toEqual(["From elsewhere"]);
    expect(await tagNames({ updated_after: before, include_deleted: true })).toEqual(["Agency", "From elsewhere"]);
    expect(await tagNames({})).not.toContain("Agency");
  });
});
