import { describe, expect, it } from "vitest";
import { MOST_GROUPS } from "../../relay/haproxy/steps/integration";
import { greenhouse, lever, relayForTests } from "./support/relay";
import { send } from "./support/send";
import { makeToken } from "./support/tokens";

const path = "/v1/ats/tags?page_size=10";
const others = (count: number) => Array.from({ length: count }, (_, at) => `group-${at}`);

const shared = { everyone: [greenhouse.id], groups: { "Recruiting EMEA": [lever.id], "#sourcing": [lever.id] } };

describe("integrations by group", () => {
  const relay = relayForTests({
    configure: (config) => {
      config.access = { ...shared, claim: { name: "groups", is: "list" } };
    },
  });
  const ask = async (claims: Record<string, unknown>, integration = lever.id) =>
    send(relay.it.origin, { token: await makeToken(relay.it, { claims }), path, integration });

  it.each([
    ["the first group", { groups: ["Recruiting EMEA"] }],
    ["the last that is read", { groups: [...others(MOST_GROUPS - 1), "Recruiting EMEA"] }],
    ["a group that begins as a comment would", { groups: ["other", "#sourcing"] }],
  ])("open to %s", async (_, claims) => {
    expect(await ask(claims)).toMatchObject({ status: 200 });
  });

  it.each([
    ["nobody's group", {}],
    ["no group", { groups: [] }],
    ["another group", { groups: ["Recruiting"] }],
    ["one that begins alike", { groups: ["Recruiting EMEA 2"] }],
    ["one in capitals", { groups: ["RECRUITING EMEA"] }],
    ["a text where a list belongs", { groups: "Recruiting EMEA" }],
    ["a list in the list", { groups: [["Recruiting EMEA"]] }],
    ["a role of another name", { roles: ["Recruiting EMEA"] }],
  ])("closed to %s", async (_, claims) => {
    expect(await ask(claims)).toMatchObject({ status: 403, reason: "integration-foreign" });
    expect(await ask(claims, greenhouse.id)).toMatchObject({ status: 200 });
  });

  it("a token with more groups than are read is refused, whatever it asks for", async () => {
    const claims = { groups: [...others(MOST_GROUPS), "Recruiting EMEA"] };
    for (const integration of [lever.id, greenhouse.id])
      expect(await ask(claims, integration)).toMatchObject({ status: 403, reason: "too-many-groups" });
  });

  it("so is one that only says where the groups could be asked for", async () => {
    const claims = { _claim_names: { groups: "src1" }, _claim_sources: { src1: { endpoint: "https://id.example" } } };
    expect(await ask(claims)).toMatchObject({ status: 403, reason: "too-many-groups" });
  });
});

describe("integrations by one role", () => {
  const relay = relayForTests({
    configure: (config) => {
      config.access = { ...shared, claim: { name: "realm.role", is: "text" } };
    },
  });

  it.each([
    ["the role", { realm: { role: "Recruiting EMEA" } }, 200],
    ["another role", { realm: { role: "Sales" } }, 403],
    ["a list of roles", { realm: { role: ["Recruiting EMEA"] } }, 403],
    ["no role", {}, 403],
  ])("%s", async (_, claims, status) => {
    const token = await makeToken(relay.it, { claims });
    expect(await send(relay.it.origin, { token, path, integration: lever.id })).toMatchObject({ status });
  });
});
