import { atsAddCandidateTag } from "@kombo-api/sdk/funcs/atsAddCandidateTag.js";
import { atsGetApplications } from "@kombo-api/sdk/funcs/atsGetApplications.js";
import { atsGetCandidates } from "@kombo-api/sdk/funcs/atsGetCandidates.js";
import { atsGetTags } from "@kombo-api/sdk/funcs/atsGetTags.js";
import { atsGetUsers } from "@kombo-api/sdk/funcs/atsGetUsers.js";
import { atsRemoveCandidateTag } from "@kombo-api/sdk/funcs/atsRemoveCandidateTag.js";
import { generalCheckApiKey } from "@kombo-api/sdk/funcs/generalCheckApiKey.js";
import { generalGetIntegrationDetails } from "@kombo-api/sdk/funcs/generalGetIntegrationDetails.js";
import { generalTriggerSync } from "@kombo-api/sdk/funcs/generalTriggerSync.js";
import { unwrapAsync } from "@kombo-api/sdk/types/fp.js";
import { describe, expect, it } from "vitest";
import { INTEGRATIONS } from "../../../sandbox/data";
import { CONNECTOR_IDS } from "../../../src/domain/connector";
import { client, personAt, sandboxForTests } from "./helpers";

const sandbox = sandboxForTests();

describe("every answer passes the official client's schemas", () => {
  it("covers all connectors", () => {
    expect(new Set(INTEGRATIONS.map(({ connector }) => connector))).toEqual(new Set(CONNECTOR_IDS));
  });

  it("check-api-key", async () => {
    const answer = await unwrapAsync(generalCheckApiKey(client(sandbox.it, undefined)));
    expect(answer.data.environment_id).toMatch(/^\w+$/);
  });

  describe.each(INTEGRATIONS.map((given) => [given.id, given] as const))("%s", (id, given) => {
    const person = personAt(given, 0);

    it("integration details", async () => {
      const { data } = await unwrapAsync(
        generalGetIntegrationDetails(client(sandbox.it, undefined), { integration_id: id }),
      );
      expect(data.tool.id).toBe(given.connector);
      expect(data.end_user.organization_name).toBe(given.organisation);
      expect(data.status).toBe("ACTIVE");
      expect(data.write_actions.map((action) => action.is_available)).toEqual([true, true]);
    });

    it("candidates, applications and users", async () => {
      const core = client(sandbox.it, id);
      const candidates = await unwrapAsync(atsGetCandidates(core, {}));
      expect(candidates.result.data.results.map((found) => found.remote_id)).toEqual(
        given.people.filter(({ synced }) => synced).map(({ remoteId }) => remoteId),
      );
      const byApplication = await unwrapAsync(atsGetApplications(core, { remote_ids: [person.applicationRemoteId] }));
      expect(byApplication.result.data.results.map((found) => found.candidate?.id)).toEqual([person.komboId]);
      const users = await unwrapAsync(atsGetUsers(core, { emails: ["Rita.Recruiter@example.com"] }));
      expect(users.result.data.results.map((user) => user.first_name)).toEqual(["Rita"]);
    });

    it("tags, adding, removing, syncing", async () => {
      const core = client(sandbox.it, id);
      const tags = await unwrapAsync(atsGetTags(core, { page_size: 250 }));
      expect(tags.result.data.results.map((tag) => tag.name)).toContain("Excellent Fit");
      const write = { candidate_id: person.komboId, body: { tag: { name: "Excellent Fit" } } };
      const added = await unwrapAsync(atsAddCandidateTag(core, write));
      expect(added.status).toBe("success");
      expect(sandbox.it.control.tagsOf(person.komboId)).toEqual([...person.tags, "Excellent Fit"]);
      await unwrapAsync(atsRemoveCandidateTag(core, write));
      expect(sandbox.it.control.tagsOf(person.komboId)).toEqual(person.tags);
      const synced = await unwrapAsync(generalTriggerSync(core, { type: "DELTA" }));
      expect(synced.data.type).toBe("DELTA");
    });
  });
});
