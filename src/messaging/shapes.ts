import * as v from "valibot";
import type { MessageName, RequestOf } from "./protocol";

const text = v.pipe(v.string(), v.maxLength(20_000));
const id = v.pipe(text, v.minLength(1));
const texts = v.array(text);
const number = v.pipe(v.number(), v.finite());
const nullable = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);
const flag = v.optional(v.literal(true));

const server = v.variant("kind", [
  v.strictObject({ kind: v.literal("eu") }),
  v.strictObject({ kind: v.literal("us") }),
  v.strictObject({ kind: v.literal("own"), url: text }),
]);
const integration = v.strictObject({ id: text, connector: text, label: text });
const connection = v.strictObject({
  server,
  key: v.optional(text),
  integrations: v.pipe(v.array(integration), v.maxLength(200)),
});

const candidate = v.strictObject({ id, remoteId: nullable(text), name: text, tags: texts });
const lookup = v.strictObject({
  by: v.picklist(["candidate", "application", "email"]),
  value: text,
  needsPageMatch: flag,
  secondary: flag,
});
const reference = v.strictObject({ ats: nullable(text), tenant: nullable(text), lookups: v.array(lookup) });
const identity = v.variant("kind", [
  v.strictObject({
    kind: v.literal("id"),
    ats: nullable(text),
    tenant: nullable(text),
    by: v.picklist(["candidate", "application"]),
    value: text,
  }),
  v.strictObject({ kind: v.literal("email"), ats: nullable(text), tenant: nullable(text), address: text }),
]);
/** What the background gave the screen comes back unchanged. */
const shown = v.strictObject({
  candidate,
  integrationId: id,
  matchedBy: text,
  reference: nullable(reference),
  certainty: v.strictObject({ level: v.picklist(["sure", "ask", "refuse"]), reason: text }),
  asOf: number,
  tabId: nullable(number),
  pageUrl: nullable(text),
  page: nullable(v.strictObject({ url: text, identity: nullable(identity), shownName: text })),
  nameHidden: flag,
  pageUnread: flag,
  fromLink: flag,
});
const digit = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)));
const intended = v.strictObject({ typed: text, name: nullable(text), isOpen: flag, digit });
const ids = v.pipe(v.array(id), v.maxLength(10_000));

/** What each message may hold. A field that is not named here is refused, so that no message changes more than it should. */
const SHAPES = {
  "candidate.find": v.strictObject({ tabId: number, integrationId: v.optional(text), search: flag }),
  "candidate.ofLink": v.strictObject({ tabId: number, link: text, integrationId: v.optional(text) }),
  "candidate.byHand": v.strictObject({ text, integrationId: v.optional(text), tabId: nullable(number) }),
  "candidate.confirm": v.strictObject({ shown }),
  "candidate.reveal": v.strictObject({ integrationId: id, candidateId: id }),
  "tags.apply": v.strictObject({
    shown,
    tags: v.pipe(v.array(v.strictObject({ name: text, create: v.boolean() })), v.maxLength(1000)),
    anyway: flag,
    intentionIds: v.optional(ids),
  }),
  "intentions.add": v.strictObject({ id, tabId: number, pageUrl: text, tag: intended }),
  "intentions.take": v.strictObject({ pageUrl: text }),
  "intentions.end": v.strictObject({ ids }),
  "tags.refresh": v.strictObject({ integrationId: id }),
  "jobs.undo": v.strictObject({ jobId: id }),
  "jobs.retry": v.strictObject({ jobId: id }),
  "jobs.seen": v.strictObject({ jobIds: ids }),
  "jobs.discard": v.strictObject({ jobId: id }),
  "history.clear": v.strictObject({}),
  "sync.request": v.strictObject({ integrationId: id }),
  "settings.save": connection,
  "settings.preferences": v.strictObject({
    notify: v.optional(v.boolean()),
    tagInPage: v.optional(v.boolean()),
    historyDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365))),
    mayCreateTags: v.optional(v.boolean()),
    ownEmails: v.optional(texts),
  }),
  "connection.check": connection,
  "onBehalfOf.resolve": v.strictObject({ email: nullable(text) }),
  "bindings.forget": v.strictObject({ key: text }),
  "shapes.forget": v.strictObject({ id }),
} satisfies Record<MessageName, v.GenericSchema>;

/** The request as its message may hold it; null for anything else. */
export function parseRequest<N extends MessageName>(name: N, request: unknown): RequestOf<N> | null {
  const parsed = v.safeParse(SHAPES[name], request);
  return parsed.success ? (parsed.output as RequestOf<N>) : null;
}
