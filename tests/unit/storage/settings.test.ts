import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { DEFAULT_OWN, type OwnSettings } from "../../../src/domain/settings";

vi.mock("../../../src/platform/browser", () => ({ browser: {} }));
const { parseSettings } = await import("../../../src/storage/settings");

const full: OwnSettings = {
  server: { kind: "own", url: "https://kombo.example.com/v1" },
  integrations: [{ id: "lever:LarkspurLever00000000000", connector: "lever", label: "Lever" }],
  keyHint: "ks_dev_abcd…",
  signIn: {
    relay: "https://tags.example.com",
    issuer: "https://id.example.com",
    clientId: "quicktag",
    scopes: ["openid"],
    audience: "https://tags.example.com",
    token: "access",
    authorizationEndpoint: "https://id.example.com/authorize",
    tokenEndpoint: "https://id.example.com/token",
    revocationEndpoint: null,
    subject: "user-ada",
    user: "ada@example.com",
  },
  ownEmails: ["recruiter@example.org"],
  workEmail: "recruiter@example.org",
  onBehalfOf: [{ integrationId: "greenhouse:x", userRemoteId: "77", name: "Rita Recruiter" }],
  notify: true,
  historyDays: 7,
  tagInPage: true,
  mayCreateTags: false,
  language: "fr",
  chosen: ["server"],
};

describe("settings out of the storage", () => {
  it("takes what is right", () => expect(parseSettings(full)).toEqual(full));

  it.each([undefined, null, 7, "x", [], {}])("gives the defaults for %j", (stored) => {
    expect(parseSettings(stored)).toEqual(DEFAULT_OWN);
  });

  it("lets one bad value fall back by itself", () => {
    for (const field of Object.keys(full) as (keyof OwnSettings)[]) {
      expect(parseSettings({ ...full, [field]: Symbol.iterator })).toEqual({
        ...full,
        [field]: DEFAULT_OWN[field],
      });
    }
  });

  it.each(["", "garbage", "ftp://kombo.example.com", "http://kombo.example.com", "https://user@kombo.example.com"])(
    "lets a server at %j fall back",
    (url) => {
      expect(parseSettings({ ...full, server: { kind: "own", url } })).toEqual({
        ...full,
        server: DEFAULT_OWN.server,
      });
    },
  );

  it("keeps the good integrations of a list with a bad one", () => {
    const integrations = [
      { id: "nonsense" },
      null,
      ...full.integrations,
      { id: "taleo:x", connector: "taleo", label: "" },
    ];
    expect(parseSettings({ integrations }).integrations).toEqual(full.integrations);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.anything(), (stored) => void parseSettings(stored)));
  });
});
