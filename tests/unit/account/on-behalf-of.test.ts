import { beforeEach, expect, it, vi } from "vitest";
import { failure } from "../../../src/domain/failure";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/domain/settings";

const state = vi.hoisted(() => ({ settings: {} as Settings, answers: {} as Record<string, unknown> }));
vi.mock("../../../src/storage/settings", () => ({ readSettings: async () => state.settings }));
vi.mock("../../../src/background/account/settings", () => ({
  changeSettings: async (change: Partial<Settings>) => void Object.assign(state.settings, change),
}));
vi.mock("../../../src/background/account/credentials", () => ({ accessTo: async (id: string) => ({ id }) }));
vi.mock("../../../src/kombo/read", () => ({ findUsers: async ({ id }: { id: string }) => state.answers[id] }));

const { resolveUser } = await import("../../../src/background/account/on-behalf-of");

const GREENHOUSE = { id: "greenhouse:made-up", label: "", connector: "greenhouse" as const };
const WORKABLE = { id: "workable:made-up", label: "", connector: "workable" as const };
const user = (remoteId: string) => ({ ok: true, value: [{ remoteId, name: remoteId }] });
const DOWN = { ok: false, failure: failure("ats-unreachable") };

beforeEach(() => {
  state.settings = { ...DEFAULT_SETTINGS, integrations: [GREENHOUSE, WORKABLE] };
  state.answers = { [GREENHOUSE.id]: user("g-ada"), [WORKABLE.id]: user("w-ada") };
});

it("a look-up that fails keeps the user known for that integration", async () => {
  await resolveUser("ada@example.org");
  state.answers = { [GREENHOUSE.id]: user("g-ada"), [WORKABLE.id]: DOWN };
  await resolveUser("Ada@Example.org");
  expect(state.settings.onBehalfOf.map((one) => one.userRemoteId)).toEqual(["g-ada", "w-ada"]);
});

it("another person's user is never kept for a new address", async () => {
  await resolveUser("ada@example.org");
  state.answers = { [GREENHOUSE.id]: user("g-ben"), [WORKABLE.id]: DOWN };
  const answer = await resolveUser("ben@example.org");
  expect(state.settings).toMatchObject({ workEmail: "ben@example.org" });
  expect(state.settings.onBehalfOf.map((one) => one.userRemoteId)).toEqual(["g-ben"]);
  expect(answer.failure?.kind).toBe("ats-unreachable");
});

it("a new address that cannot be looked up anywhere changes nothing, and says why", async () => {
  await resolveUser("ada@example.org");
  state.answers = { [GREENHOUSE.id]: DOWN, [WORKABLE.id]: DOWN };
  const answer = await resolveUser("ben@example.org");
  expect(answer).toMatchObject({ found: 0, failure: { kind: "ats-unreachable" } });
  expect(state.settings.workEmail).toBe("ada@example.org");
  expect(state.settings.onBehalfOf.map((one) => one.userRemoteId)).toEqual(["g-ada", "w-ada"]);
});
