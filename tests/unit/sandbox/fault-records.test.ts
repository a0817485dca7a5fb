import { describe, expect, it } from "vitest";
import { DEFECTS, type Defect } from "../../../sandbox/kombo/defects";
import type { Fault } from "../../../sandbox/kombo/fault";
import { ada, northwind, orderFaults, personAt, raw, sandboxForTests } from "./helpers";

const sandbox = sandboxForTests();
const ALL = Object.keys(DEFECTS) as Defect[];

async function results(path: string, fault?: Fault) {
  if (fault) await orderFaults(sandbox.it, { times: 1, fault });
  const answer = await raw(sandbox.it, path);
  expect(answer.status).toBe(200);
  return (await answer.json()).data.results;
}

describe("records half right", () => {
  it.each(["/v1/ats/tags", "/v1/ats/candidates", "/v1/ats/applications", "/v1/ats/users"])("%s", async (path) => {
    const truth = await results(path);
    const damaged = await results(path, { body: "half-right" });
    expect(damaged).toHaveLength(truth.length);
    damaged.forEach((record: unknown, index: number) => {
      if (index % 2 === 1) expect(record).toEqual(truth[index]);
    });
    expect(damaged[0]).not.toEqual(truth[0]);
  });

  it.each(ALL)("a candidate, a tag or an application can be damaged by %s", async (defect) => {
    const changed = [];
    for (const path of ["/v1/ats/candidates", "/v1/ats/tags", "/v1/ats/applications"]) {
      const [truth] = await results(path);
      const [damaged] = await results(path, { body: "half-right", defect });
      changed.push(JSON.stringify(damaged) !== JSON.stringify(truth));
    }
    expect(changed).toContain(true);
  });
});

describe("a look-up that answers somebody else", () => {
  const ben = personAt(northwind, 1);

  it.each([`/v1/ats/candidates?remote_ids=${ada.remoteId}`, `/v1/ats/candidates?email=${ada.emails[0]}`])(
    "%s",
    async (path) => {
      const names = (list: { first_name: string }[]) => list.map(({ first_name }) => first_name);
      expect(names(await results(path))).toEqual([ada.firstName]);
      expect(names(await results(path, { body: "other-candidate" }))).toEqual([ben.firstName]);
      expect(names(await results(path, { body: "extra-candidate" }))).toEqual([ada.firstName, ben.firstName]);
    },
  );

  it("also for applications", async () => {
    const path = `/v1/ats/applications?remote_ids=${ada.applicationRemoteId}`;
    const [found] = await results(path, { body: "other-candidate" });
    expect([found.remote_id, found.candidate.id]).toEqual([ben.applicationRemoteId, ben.komboId]);
  });
});
