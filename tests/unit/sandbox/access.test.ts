import { atsAddCandidateTag } from "@kombo-api/sdk/funcs/atsAddCandidateTag.js";
import { atsGetCandidates } from "@kombo-api/sdk/funcs/atsGetCandidates.js";
import { atsGetTags } from "@kombo-api/sdk/funcs/atsGetTags.js";
import { generalCheckApiKey } from "@kombo-api/sdk/funcs/generalCheckApiKey.js";
import { generalGetIntegrationDetails } from "@kombo-api/sdk/funcs/generalGetIntegrationDetails.js";
import { KomboAtsError, KomboGeneralError } from "@kombo-api/sdk/models/errors";
import { describe, expect, it } from "vitest";
import type { IntegrationOptions } from "../../../sandbox/kombo/options";
import { ada, addRaw, client, contoso, northwind, personAt, raw, sandboxForTests } from "./helpers";

const sandbox = sandboxForTests();

/** The code of the documented error the client understood; anything else fails the test. */
async function codeOf(call: PromiseLike<{ ok: boolean; error?: unknown }>): Promise<string | null> {
  const { error } = await call;
  if (error instanceof KomboAtsError || error instanceof KomboGeneralError) return error.data$.error.code;
  throw new Error(`not a documented error: ${error}`);
}

const write = { candidate_id: ada.komboId, body: { tag: { name: "Excellent Fit" } } };
const set = (options: Partial<IntegrationOptions>) =>
  sandbox.it.control.set({ integrations: { [northwind.id]: options } });

describe("the key", () => {
  it.each(["ks_dev_wrong", ""])("refuses %j", async (key) => {
    expect(await codeOf(generalCheckApiKey(client(sandbox.it, undefined, key)))).toBe(
      "PLATFORM.AUTHENTICATION_INVALID",
    );
    expect(await codeOf(atsAddCandidateTag(client(sandbox.it, northwind.id, key), write))).toBe(
      "PLATFORM.AUTHENTICATION_INVALID",
    );
    expect(sandbox.it.control.log.writes).toEqual([]);
  });

  it("can expire and be kept to a network", async () => {
    const core = client(sandbox.it, northwind.id);
    sandbox.it.control.set({ global: { keyExpired: true } });
    expect(await codeOf(atsGetTags(core, {}))).toBe("PLATFORM.AUTHENTICATION_INVALID");
    sandbox.it.control.set({ global: { keyExpired: false, ipBlocked: true } });
    expect(await codeOf(atsGetTags(core, {}))).toBe("PLATFORM.IP_NOT_WHITELISTED");
  });
});

describe("the integration", () => {
  it.each(["greenhouse:000000000000000000000000", undefined])("refuses %s", async (id) => {
    expect(await codeOf(atsGetTags(client(sandbox.it, id), {}))).toBe("PLATFORM.INTEGRATION_NOT_FOUND");
  });

  it("is not found by its details either", async () => {
    const details = generalGetIntegrationDetails(client(sandbox.it, undefined), { integration_id: "lever:nowhere" });
    expect(await codeOf(details)).toBe("PLATFORM.INTEGRATION_NOT_FOUND");
  });

  it.each<[Partial<IntegrationOptions>, string]>([
    [{ status: "INACTIVE" }, "INTEGRATION.INACTIVE"],
    [{ status: "INVALID" }, "INTEGRATION.AUTHENTICATION_INVALID"],
    [{ setupStatus: "INCOMPLETE" }, "INTEGRATION.SETUP_INCOMPLETE"],
    [{ setupStatus: "FINAL_SYNC_PENDING" }, "INTEGRATION.SETUP_SYNC_PENDING"],
    [{ manageTags: "DISABLED" }, "INTEGRATION.ACTION_DISABLED"],
    [{ manageTags: "UNSUPPORTED" }, "INTEGRATION.ACTION_NOT_AVAILABLE"],
    [{ permissionMissing: true }, "INTEGRATION.PERMISSION_MISSING"],
  ])("with %j refuses to tag: %s", async (options, code) => {
    set(options);
    expect(await codeOf(atsAddCandidateTag(client(sandbox.it, northwind.id), write))).toBe(code);
    expect(sandbox.it.control.tagsOf(ada.komboId)).toEqual(ada.tags);
  });

  it.each<[Partial<IntegrationOptions>, string]>([
    [{ candidates: "DISABLED" }, "INTEGRATION.MODEL_DISABLED"],
    [{ candidates: "UNSUPPORTED" }, "INTEGRATION.MODEL_NOT_AVAILABLE"],
  ])("with %j shares no candidates: %s", async (options, code) => {
    set(options);
    expect(await codeOf(atsGetCandidates(client(sandbox.it, northwind.id), {}))).toBe(code);
  });

  it("tells its settings", async () => {
    set({ manageTags: "DISABLED", setupStatus: "INCOMPLETE", status: "INVALID" });
    const answer = await generalGetIntegrationDetails(client(sandbox.it, undefined), { integration_id: northwind.id });
    expect(answer.value?.data).toMatchObject({ status: "INVALID", setup_status: "INCOMPLETE" });
    const [add] = answer.value?.data.write_actions ?? [];
    expect(add).toMatchObject({ is_available: false, scope_config_setting: "DISABLED" });
  });
});

describe("what is written", () => {
  it("needs a tag with a name", async () => {
    const answer = await addRaw(sandbox.it, ada.komboId, "");
    expect(answer.status).toBe(400);
    expect((await answer.json()).error.code).toBe("PLATFORM.INPUT_INVALID");
  });

  it.each([
    ["nobody", "NobodyAtAll0000000000000"],
    ["the other company's candidate", personAt(contoso, 0).komboId],
    ["a candidate Kombo has not synced", personAt(northwind, 8).komboId],
    ["an id of the ATS", ada.remoteId],
  ])("refuses %s with 404", async (_who, id) => {
    const answer = await addRaw(sandbox.it, id, "Excellent Fit");
    expect(answer.status).toBe(404);
    expect((await answer.json()).error).toMatchObject({ code: null });
    expect(sandbox.it.control.log.writes).toEqual([]);
  });

  it("knows a candidate under the newest id only", async () => {
    const answer = await fetch(`${sandbox.it.httpUrl}/__sandbox/reissue/${ada.komboId}`, { method: "POST" });
    const { id } = await answer.json();
    expect((await addRaw(sandbox.it, ada.komboId, "Excellent Fit")).status).toBe(404);
    expect((await addRaw(sandbox.it, id, "Excellent Fit")).status).toBe(200);
    const found = await atsGetCandidates(client(sandbox.it, northwind.id), { remote_ids: [ada.remoteId] });
    expect(found.value?.result.data.results.map((each) => each.id)).toEqual([id]);
  });

  it("accepts acting users of the ATS only", async () => {
    const core = client(sandbox.it, northwind.id);
    const as = (user: string) => ({
      ...write,
      body: { ...write.body, remote_fields: { greenhouse: { post_headers: { on_behalf_of: user } } } },
    });
    expect(await codeOf(atsAddCandidateTag(core, as("1")))).toBe("REMOTE.INPUT_INVALID");
    expect((await atsAddCandidateTag(core, as("9001"))).ok).toBe(true);
  });

  it("follows the ATS's own rules about tags", async () => {
    set({ refuseNewTags: true, refuseCommas: true });
    expect((await addRaw(sandbox.it, ada.komboId, "Never heard of")).status).toBe(400);
    expect((await addRaw(sandbox.it, ada.komboId, "One, two")).status).toBe(400);
    set({ lowerCaseTags: true, refuseNewTags: false });
    expect((await addRaw(sandbox.it, ada.komboId, "Shouted")).status).toBe(200);
    expect(sandbox.it.control.tagsOf(ada.komboId)).toEqual([...ada.tags, "shouted"]);
  });
});

it("answers 404 for what Kombo has not got", async () => {
  const answer = await raw(sandbox.it, "/v1/ats/elephants");
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ status: "error", error: { code: null, log_url: null } });
});
