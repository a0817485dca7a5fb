import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MessageName } from "../../../src/messaging/protocol";
import { parseRequest } from "../../../src/messaging/shapes";
import { shown } from "../popup/made";

const GOOD: Record<MessageName, unknown> = {
  "candidate.find": { tabId: 7, search: true },
  "panel.site": { tabId: 7 },
  "candidate.ofLink": { tabId: 7, link: "https://app.greenhouse.io/people/1" },
  "candidate.byHand": { text: "ada@example.com", tabId: null },
  "candidate.confirm": { shown: shown() },
  "candidate.reveal": { integrationId: "greenhouse:made-up", candidateId: "kombo-ada" },
  "candidate.address": { integrationId: "greenhouse:made-up", candidateId: "kombo-ada" },
  "tags.apply": { shown: shown(), tags: [{ name: "Excellent Fit", create: false }], intentionIds: ["a"] },
  "sets.save": {
    set: { id: "a", integrationId: "greenhouse:made-up", name: "Phone screen done", tags: ["Strong fit"] },
  },
  "sets.delete": { integrationId: "greenhouse:made-up", id: "a" },
  "pins.set": { integrationId: "greenhouse:made-up", place: 0, pin: { kind: "set", id: "a" } },
  "page.text": { tabId: 7, pageUrl: "https://example.com" },
  "tags.remove": { shown: shown(), tag: "Excellent Fit" },
  "intentions.add": { id: "a", owner: "b", tabId: 7, pageUrl: "https://example.com", tag: { typed: "x", name: null } },
  "intentions.take": { pageUrl: "https://example.com", owner: "b" },
  "intentions.end": { ids: ["a"] },
  "tags.refresh": { integrationId: "greenhouse:made-up" },
  "jobs.undo": { jobId: "a" },
  "jobs.retry": { jobId: "a" },
  "jobs.seen": { jobIds: ["a"] },
  "jobs.discard": { jobId: "a" },
  "history.clear": { olderThanDays: 30 },
  "sync.request": { integrationId: "greenhouse:made-up" },
  "settings.save": { server: { kind: "eu" }, integrations: [], key: "ks_dev_x" },
  "session.start": {
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
      subject: "ada",
      user: "ada@example.com",
    },
    tokens: { bearer: "a.b.c", refreshToken: null, expiresAt: 1 },
  },
  "session.end": {},
  "settings.preferences": { historyDays: 30, notify: true },
  "connection.check": { server: { kind: "own", url: "https://kombo.example.com" }, integrations: [] },
  "onBehalfOf.resolve": { email: null },
  "bindings.forget": { key: "odoo|example.com" },
  "urlPatterns.forget": { id: "a" },
  "batch.lookUp": { integrationId: "greenhouse:made-up", by: "candidate", values: ["4242", "4243"] },
  "batch.create": {
    batch: {
      id: "a",
      operation: "add",
      integrationIds: ["greenhouse:made-up"],
      tags: ["Career Fair"],
      people: 1,
      jobs: 1,
      rows: 2,
      skipped: [
        [2, "not-found", "not-in-kombo"],
        [1, "tag-refused", "agrees", "VIP"],
      ],
    },
    newTags: [],
    noted: ["Career Fair"],
  },
  "batch.add": {
    id: "a",
    from: 0,
    people: [
      {
        row: 1,
        integrationId: "greenhouse:made-up",
        candidate: shown().candidate,
        reference: shown().reference,
        asOf: 1,
        tags: [{ name: "Career Fair", create: false }],
      },
    ],
  },
  "batch.begin": { id: "a", noted: [] },
  "batch.move": { id: "a", move: "start" },
  "batch.undo": { id: "a" },
  "batch.retry": { id: "a", kind: "unknown" },
};
const NAMES = Object.keys(GOOD) as MessageName[];

describe.each(NAMES)("a request of %s", (name) => {
  const good = GOOD[name] as Record<string, unknown>;

  it("is taken as it is", () => expect(parseRequest(name, good)).toEqual(good));

  it("is refused with any field it does not have", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.anything(), (field, value) => {
        fc.pre(!(field in good) && !(field in Object.prototype) && value !== undefined);
        const known = ["integrationId", "search", "anyway", "key", "notify", "mayCreateTags", "ownEmails"];
        fc.pre(!known.includes(field));
        expect(parseRequest(name, { ...good, [field]: value })).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it("is refused when a field has another type", () => {
    for (const field of Object.keys(good)) {
      expect(parseRequest(name, { ...good, [field]: Symbol("odd") })).toBeNull();
      expect(parseRequest(name, { ...good, [field]: { odd: true } })).toBeNull();
    }
  });

  it("is refused when it is anything else", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const mayBeEmpty = ["history.clear", "session.end", "settings.preferences"].includes(name);
        const parsed = parseRequest(name, value);
        if (!mayBeEmpty || parsed !== null) expect(parsed).toEqual(mayBeEmpty ? {} : null);
      }),
      { numRuns: 100 },
    );
  });
});

it("preferences cannot change the server", () => {
  expect(parseRequest("settings.preferences", { server: { kind: "own", url: "https://evil.example" } })).toBeNull();
});
