import { expect, it, vi } from "vitest";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/domain/settings";
import { NO_TAG_RULES } from "../../../src/domain/tag-rules/rules";
import { GREENHOUSE, job } from "./make";

vi.mock("../../../src/platform/browser", () => ({ browser: { permissions: { contains: async () => true } } }));
let settings: Settings = DEFAULT_SETTINGS;
vi.mock("../../../src/background/account/credentials", () => ({
  readCredentials: async () => ({ settings, apiKey: "ks_dev_made_up", apiOrigin: "https://api.kombo.dev" }),
  accessFor: (_: unknown, integrationId: string) => ({
    integrationId,
    apiKey: "ks_dev_made_up",
    apiOrigin: "https://api.kombo.dev",
    serverUrl: "https://api.kombo.dev/v1",
  }),
}));
const { createSender } = await import("../../../src/background/outbox/kombo-sender");

const asked = vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response('{"status":"success"}'));
const sender = createSender(async () => undefined);
const integrations = [{ id: GREENHOUSE, connector: "greenhouse" as const, label: "" }];

it.each([
  [{ tagRules: { ...NO_TAG_RULES, forbiddenWords: ["python"] } }, {}, "tag-forbidden"],
  [{ tagRules: { ...NO_TAG_RULES, allowed: { names: ["Other"], prefixes: [] } } }, {}, "tag-not-allowed"],
  [{ mayCreateTags: false, locked: ["mayCreateTags"] }, { createsTag: true }, "tag-not-yours"],
])("a rule that came while a tag waited holds: %j", async (change, part, kind) => {
  asked.mockClear();
  settings = { ...DEFAULT_SETTINGS, integrations, ...change };
  expect(await sender.send(job(part))).toMatchObject({ ok: false, answered: true, failure: { kind } });
  expect(asked).not.toHaveBeenCalled();
  settings = { ...DEFAULT_SETTINGS, integrations };
  expect(await sender.send(job(part))).toMatchObject({ ok: true });
  expect(asked).toHaveBeenCalledOnce();
});

it("a preference of one's own, changed while a tag waited, takes nothing back", async () => {
  asked.mockClear();
  settings = { ...DEFAULT_SETTINGS, integrations, mayCreateTags: false };
  expect(await sender.send(job({ createsTag: true }))).toMatchObject({ ok: true });
  expect(asked).toHaveBeenCalledOnce();
});
