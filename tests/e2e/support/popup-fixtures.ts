import type { Locator, Page } from "@playwright/test";
import type { Failure, FailureKind } from "../../../src/domain/failure";
import type { FindResult, ShownCandidate } from "../../../src/domain/find";
import type { Job } from "../../../src/domain/job";
import type { Integration } from "../../../src/domain/settings";
import { company } from "./app";
import { shownAs } from "./extension-page";
import type { NamedPopupFixture, PopupFixture } from "./popup-harness";

const northwind = company("Northwind Example");
const heron = company("Heron Example");
const birch = company("Birch Example");
type Person = (typeof northwind.people)[0];
const [ada, second, third] = northwind.people as [Person, Person, Person];

const now = Date.now();
const MINUTE = 60_000;

const integrations: readonly Integration[] = [northwind, heron, birch].map(({ id, connector, organisation }) => ({
  id,
  connector,
  label: organisation,
}));
const [first] = integrations as [Integration];

const shown: ShownCandidate = { ...shownAs(northwind, ada), matchedBy: "candidate", asOf: now };
const other: ShownCandidate = shownAs(northwind, second);
const found: FindResult = { kind: "found", shown };
const asking: FindResult = {
  kind: "found",
  shown: { ...shown, certainty: { level: "ask", reason: "nothing-to-compare" } },
};

const failureOf = (kind: FailureKind): Failure => ({
  kind,
  code: "PLATFORM.EXAMPLE",
  message: "The request was refused: an example of what Kombo says about it.",
  logUrl: "https://app.kombo.dev/example/logs/1",
  retryAfterMs: null,
});

const failed = (kind: FailureKind): FindResult => ({ kind: "failed", failure: failureOf(kind) });

let seq = 0;
function job(tag: string, more: Partial<Job> = {}): Job {
  seq += 1;
  return {
    id: `job-${seq}`,
    seq,
    batch: `batch-${seq}`,
    operation: "add",
    target: {
      integrationId: northwind.id,
      candidateId: ada.komboId,
      remoteId: ada.remoteId,
      name: `${ada.firstName} ${ada.lastName}`,
      reference: null,
    },
    tag,
    state: "done",
    createdAt: now,
    updatedAt: now,
    attempts: 1,
    nextTryAt: now,
    failure: null,
    unanswered: false,
    warnings: [],
    unreadable: false,
    alreadyPresent: false,
    createsTag: false,
    undoes: null,
    tabId: null,
    ...more,
  };
}

const LONG = "Strategic Partnerships and Business Development Leadership Programme (EMEA)";
const names = [...northwind.tags, LONG, "Speaks German", "Speaks French", "Senior Specialist"];
const lists: PopupFixture["stored"] = {
  tags: [{ integrationId: northwind.id, ids: names.map((_, at) => `tag-${at}`), names, syncedAt: now, own: [] }],
  uses: names.slice(0, 6).map((name, at) => ({
    integrationId: northwind.id,
    name,
    count: 9 - at,
    lastUsedAt: now - at * MINUTE,
  })),
};
const answers: PopupFixture["answers"] = { "tags.refresh": { failure: null } };
const onList = (result: FindResult, stored: PopupFixture["stored"] = {}): PopupFixture => ({
  result,
  answers,
  stored: { ...lists, ...stored },
});
const bare = (result: FindResult): PopupFixture => ({ result });

type Act = (page: Page) => Promise<void>;
const typing =
  (text: string): Act =>
  async (page) => {
    await page.locator("#tag").fill(text);
    await page.locator('[role="option"], #tag-hint:not(:empty)').first().waitFor();
  };
const pasting =
  (text: string): Act =>
  async (page) => {
    await page.locator("#tag").evaluate((field, pasted) => {
      const data = new DataTransfer();
      data.setData("text/plain", pasted);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
    await page.locator(".chip").first().waitFor();
  };
/** By key: the popup takes no click at what moved an instant ago. */
const press = (target: Locator) => target.press("Enter");
const enter: Act = async (page) => {
  await page.locator("#tag").fill("Excellent Fit");
  await page.locator(".option").first().waitFor();
  await page.locator("#tag").press("Enter");
};
const byHand: Act = async (page) => {
  await press(page.locator("#foot .spring + button"));
  await page.locator("form").waitFor();
};

const unfinished = [
  job("Career Fair", { state: "failed", failure: failureOf("permission-missing") }),
  job("Freelance", { state: "queued", failure: failureOf("offline"), nextTryAt: now + MINUTE }),
];

const own = {
  tagSets: [
    { id: "phone", integrationId: northwind.id, name: "Phone screen done", tags: ["Phone screen", "Future Fit"] },
    { id: "odd", integrationId: northwind.id, name: "Final round", tags: ["Strong Yes", "Gone for good"] },
  ],
  pins: {
    [northwind.id]: [
      { kind: "tag", name: "Silver Medalist" },
      ...Array(6).fill(null),
      { kind: "set", id: "odd" },
      { kind: "set", id: "phone" },
    ],
  },
};

/** Every screen of the popup. */
export const POPUP_FIXTURES: readonly NamedPopupFixture[] = [
  { name: "looking", result: null, ready: ".looking" },
  { name: "found", ...onList(found), ready: ".option" },
  {
    name: "found-nothing-known",
    ready: ".tags",
    result: { kind: "found", shown: { ...shown, candidate: { ...shown.candidate, tags: [], name: "" } } },
    answers: { "tags.refresh": { failure: failureOf("offline") } },
  },
  {
    name: "found-many-tags",
    ...onList({
      kind: "found",
      shown: {
        ...shown,
        candidate: { ...shown.candidate, name: `${"Maximiliana ".repeat(4)}Example-Beispielhausen`, tags: names },
        asOf: now - 14 * MINUTE,
      },
    }),
    ready: ".tag",
  },
  {
    name: "own-rows",
    ...onList({ kind: "found", shown: { ...shown, tabId: 1, pageUrl: "https://app.greenhouse.io/people/4242" } }),
    answers: { ...answers, "page.text": { text: "Skills: Remote only, TypeScript, SAP" } },
    local: own,
    ready: ":nth-match(.group-title, 3)",
  },
  {
    name: "pinning",
    ...onList(found),
    local: own,
    act: async (page) => {
      await page.locator(".option").first().waitFor();
      await page.locator("#tag").press("ArrowDown");
    },
    ready: "#tag-hint:not(:empty)",
  },
  {
    name: "set-missing",
    ...onList(found),
    local: own,
    act: async (page) => {
      await page.locator(".option-set").first().waitFor();
      await page.locator("#tag").press("Alt+Digit8");
    },
    ready: "#tag-hint:not(:empty)",
  },
  { name: "typing", ...onList(found), ready: ".option", act: typing("spe") },
  { name: "near", ...onList(found), ready: ".option", act: typing("Excelent Fit") },
  {
    name: "new",
    ...onList(found),
    ready: ".option",
    act: typing("Speaks Esperanto and eleven other constructed languages"),
  },
  { name: "bad", ...onList(found), ready: ".field-problem", act: typing("x".repeat(300)) },
  {
    name: "chips",
    ...onList(found),
    ready: ".chip",
    act: pasting(`Excellent Fit, Excelent Fit, Brand New Thing, ${"y".repeat(300)}`),
  },
  { name: "question", ...onList(asking), ready: ".question" },
  {
    name: "outcomes",
    ready: ".line",
    ...onList(found, {
      jobs: [
        job("Had Before", { alreadyPresent: true }),
        job("Uncertain", { unanswered: true, operation: "remove", undoes: "gone" }),
        job(LONG, { warnings: ["The tag was stored without its colour."] }),
        job("Excellent Fit"),
      ],
    }),
  },
  {
    name: "outcomes-set",
    ready: ".line",
    ...onList(found, {
      jobs: ["Phone screen", "Future Fit", "Speaks German"].map((tag) =>
        job(tag, { batch: "one", set: "Phone screen done" }),
      ),
    }),
  },
  {
    name: "outcomes-bad",
    ready: ".line",
    ...onList(found, {
      jobs: unfinished,
    }),
  },
  {
    name: "waiting",
    ready: ".waiting-row",
    act: (page) => press(page.locator("#foot [aria-expanded]")),
    ...onList(found, {
      jobs: unfinished,
    }),
  },
  {
    name: "outcomes-held",
    ready: ".line",
    ...onList(found, {
      holds: [{ scope: "key", failure: failureOf("key-invalid"), since: now }],
      jobs: [
        job("Doubtful", {
          state: "queued",
          operation: "remove",
          undoes: "gone",
          unanswered: true,
          attempts: 0,
          nextTryAt: now + 2 * MINUTE,
        }),
        job("Career Fair", { state: "queued", failure: failureOf("key-invalid") }),
        job("Freelance", { state: "queued" }),
      ],
    }),
  },
  {
    name: "outcomes-settling",
    ready: ".line",
    ...onList(found, {
      jobs: [
        job("Doubtful", {
          state: "queued",
          operation: "remove",
          undoes: "gone",
          unanswered: true,
          attempts: 0,
          nextTryAt: now + 2 * MINUTE,
        }),
      ],
    }),
  },
  {
    name: "waiting-held",
    ready: ".held",
    act: (page) => press(page.locator("#foot [aria-expanded]")),
    ...onList(found, {
      holds: [{ scope: "key", failure: failureOf("key-invalid"), since: now }],
      jobs: [
        job("Career Fair", { state: "failed", failure: failureOf("permission-missing") }),
        job(LONG, { state: "queued", failure: failureOf("key-invalid") }),
        job("Freelance", { state: "queued" }),
      ],
    }),
  },
  {
    name: "refusal",
    ...onList(found),
    answers: { ...answers, "tags.apply": { ok: false, because: "refused", reason: "storage-full" } },
    act: enter,
    ready: ".refusal",
  },
  {
    name: "moved",
    ...onList(found),
    answers: {
      ...answers,
      "tags.apply": { ok: false, because: "candidate-changed", now: { kind: "found", shown: other } },
    },
    act: enter,
    ready: ".no-field h1",
  },
  { name: "by-hand", ...onList(found), act: byHand, ready: "form" },
  { name: "several", ...bare({ kind: "several", choices: [shown, other] }), ready: ".pick" },
  {
    name: "pick",
    ...bare({ kind: "pick-integration", ats: "greenhouse", tenant: null, integrations }),
    ready: ".pick",
  },
  {
    name: "refused",
    ...bare({
      kind: "refused",
      ats: "greenhouse",
      shown: { ...shown, certainty: { level: "refuse", reason: "differs" } },
      pageTitle: "Somebody Else, Product Designer (Remote), Example Company",
      others: integrations.slice(1),
    }),
    ready: ".pick",
  },
  {
    name: "not-in-kombo",
    ...bare({ kind: "not-in-kombo", ats: "greenhouse", integration: first, others: [], knowsOthers: false }),
    ready: ".causes",
  },
  { name: "no-integration", ...bare({ kind: "no-integration", ats: "successfactors" }), ready: ".page" },
  { name: "no-candidate", ...bare({ kind: "no-candidate", ats: "greenhouse" }), ready: ".page" },
  {
    name: "unknown",
    ...bare({
      kind: "unknown-page",
      searchable: true,
      page: { href: "https://ats.example.com/people/4242", title: "A page", emailCount: 1, idCount: 0 },
    }),
    act: (page) => press(page.locator("summary")),
    ready: ".report",
  },
  { name: "unknown-no-search", ...bare({ kind: "unknown-page", searchable: false, page: null }), ready: ".page" },
  { name: "unreadable", ...bare({ kind: "unreadable-page" }), ready: ".page" },
  { name: "not-set-up", ...bare({ kind: "not-set-up", missing: "key" }), ready: ".page" },
  { name: "access", ...bare({ kind: "access-missing", origins: ["https://api.kombo.dev/*"] }), ready: ".page" },
  { name: "failed-key", ...bare(failed("key-invalid")), ready: ".page" },
  {
    name: "failed-wait",
    ...bare(failed("ats-unreachable")),
    act: (page) => press(page.locator("summary")),
    ready: ".page",
  },
];

const inPanel = (name: string, ready: string, fixture: PopupFixture, act?: Act): NamedPopupFixture => ({
  name: `panel-${name}`,
  ready,
  place: "panel",
  ...fixture,
  answers: {
    ...fixture.answers,
    "panel.site": { origin: "https://app.greenhouse.io/*" },
    "intentions.take": { entries: [] },
  },
  ...(act && { act }),
});
const waits = (because: Extract<FindResult, { kind: "waits-for-key" }>["because"]): PopupFixture =>
  bare({ kind: "waits-for-key", because });
const targetOf = (person: typeof ada) => ({
  integrationId: northwind.id,
  candidateId: person.komboId,
  remoteId: person.remoteId,
  name: `${person.firstName} ${person.lastName}`,
  reference: null,
});

/** It says that it does not read this page. */
const NOT_HERE = "#following:has(.following:not(.following-on)) ~ main .page";

/** What the side panel has of its own, and the popup's parts in it. */
export const PANEL_FIXTURES: readonly NamedPopupFixture[] = [
  inPanel("found", ".option", { ...onList(found), local: own }),
  inPanel(
    "people",
    ".person",
    onList(found, {
      jobs: [
        job("Freelance", { target: targetOf(third), state: "failed", failure: failureOf("permission-missing") }),
        job("Excellent Fit", { target: targetOf(second) }),
        job(LONG),
        job("Excellent Fit", { state: "queued" }),
        // In the session that begins with the panel.
      ].map((one) => ({ ...one, createdAt: now + 60 * MINUTE })),
    }),
  ),
  inPanel("typing", ".option-create", onList(found), typing("spea")),
  inPanel("question", ".question", onList(asking)),
  inPanel("looking", ".looking", { result: null }),
  inPanel("no-access", NOT_HERE, waits("no-access")),
  inPanel("other-site", NOT_HERE, waits("other-site")),
  inPanel("not-by-id", NOT_HERE, waits("not-by-id")),
  inPanel("paused", ".following:not(.following-on)", onList(found), async (page) => {
    await page.locator(".option").first().waitFor();
    await press(page.locator(".following .button"));
  }),
];
