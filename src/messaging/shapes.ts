import * as v from "valibot";
import { LANGUAGES } from "../domain/language";
import { type SignedIn, signedIn } from "../domain/sign-in";
import type { MessageName, RequestOf } from "./protocol";

/** What each message may hold. Made with the first message, for making it would hold up each start of the worker. */
let shapes: ReturnType<typeof makeShapes> | undefined;

/** The request as its message may hold it; null for anything else. */
export function parseRequest<N extends MessageName>(name: N, request: unknown): RequestOf<N> | null {
  shapes ??= makeShapes();
  const parsed = v.safeParse(shapes[name], request);
  return parsed.success ? (parsed.output as RequestOf<N>) : null;
}

const isText = (value: unknown): boolean => typeof value === "string" && value.length <= 20_000;

/** Exactly one of these values. */
const only = <const T>(...values: T[]) => v.custom<T>((value) => (values as unknown[]).includes(value));

/** A field that is not named here is refused, so that no message changes more than it should. */
function makeShapes() {
  const text = v.custom<string>((value) => isText(value));
  const id = v.custom<string>((value) => isText(value) && value !== "");
  const texts = v.array(text);
  const number = v.custom<number>(Number.isFinite);
  const yesOrNo = v.custom<boolean>((value) => typeof value === "boolean");
  const flag = v.optional(only(true));

  const server = v.union([
    v.strictObject({ kind: only("eu") }),
    v.strictObject({ kind: only("us") }),
    v.strictObject({ kind: only("own", "relay"), url: text }),
  ]);
  const integration = v.strictObject({ id: text, connector: text, label: text });
  const connection = v.strictObject({
    server,
    key: v.optional(text),
    integrations: v.pipe(v.array(integration), v.maxLength(200)),
  });

  const candidate = v.strictObject({ id, remoteId: v.nullable(text), name: text, tags: texts });
  const lookup = v.strictObject({
    by: only("candidate", "application", "email"),
    value: text,
    needsPageMatch: flag,
    secondary: flag,
  });
  const reference = v.strictObject({ ats: v.nullable(text), tenant: v.nullable(text), lookups: v.array(lookup) });
  const identity = v.union([
    v.strictObject({
      kind: only("id"),
      ats: v.nullable(text),
      tenant: v.nullable(text),
      by: only("candidate", "application"),
      value: text,
    }),
    v.strictObject({ kind: only("email"), ats: v.nullable(text), tenant: v.nullable(text), address: text }),
  ]);
  /** What the background gave the screen comes back unchanged. */
  const shown = v.strictObject({
    candidate,
    integrationId: id,
    matchedBy: text,
    reference: v.nullable(reference),
    certainty: v.strictObject({ level: only("sure", "ask", "refuse"), reason: text }),
    asOf: number,
    tabId: v.nullable(number),
    pageUrl: v.nullable(text),
    page: v.nullable(v.strictObject({ url: text, identity: v.nullable(identity), shownName: text })),
    nameHidden: flag,
    pageUnread: flag,
    fromLink: flag,
  });
  const wholeUpTo = (most: number) =>
    v.custom<number>((value) => Number.isInteger(value) && 1 <= (value as number) && (value as number) <= most);
  const digit = v.optional(wholeUpTo(9));
  const intended = v.strictObject({ typed: text, name: v.nullable(text), isOpen: flag, digit, set: v.optional(id) });
  const set = v.strictObject({ id, integrationId: id, name: text, tags: v.pipe(texts, v.maxLength(1000)) });
  const place = v.custom<number>((value) => Number.isInteger(value) && 0 <= (value as number) && (value as number) < 9);
  const pin = v.union([v.strictObject({ kind: only("tag"), name: id }), v.strictObject({ kind: only("set"), id })]);
  const ids = v.pipe(v.array(id), v.maxLength(10_000));

  return {
    "candidate.find": v.strictObject({ tabId: number, integrationId: v.optional(text), search: flag, following: flag }),
    "panel.site": v.strictObject({ tabId: number }),
    "candidate.ofLink": v.strictObject({ tabId: number, link: text, integrationId: v.optional(text) }),
    "candidate.byHand": v.strictObject({ text, integrationId: v.optional(text), tabId: v.nullable(number) }),
    "candidate.confirm": v.strictObject({ shown }),
    "candidate.reveal": v.strictObject({ integrationId: id, candidateId: id }),
    "tags.apply": v.strictObject({
      shown,
      tags: v.pipe(
        v.array(v.strictObject({ name: text, create: yesOrNo, noted: flag, set: v.optional(text) })),
        v.maxLength(1000),
      ),
      anyway: flag,
      intentionIds: v.optional(ids),
    }),
    "sets.save": v.strictObject({ set }),
    "sets.delete": v.strictObject({ integrationId: id, id }),
    "pins.set": v.strictObject({ integrationId: id, place, pin: v.nullable(pin) }),
    "page.text": v.strictObject({ tabId: number, pageUrl: text }),
    "intentions.add": v.strictObject({
      id,
      owner: id,
      tabId: number,
      pageUrl: text,
      link: v.optional(text),
      tag: intended,
    }),
    "intentions.take": v.strictObject({ pageUrl: text, owner: id, link: v.optional(text) }),
    "tags.remove": v.strictObject({ shown, tag: id }),
    "intentions.end": v.strictObject({ ids }),
    "tags.refresh": v.strictObject({ integrationId: id }),
    "jobs.undo": v.strictObject({ jobId: id }),
    "jobs.retry": v.strictObject({ jobId: id }),
    "jobs.seen": v.strictObject({ jobIds: ids }),
    "jobs.discard": v.strictObject({ jobId: id }),
    "history.clear": v.strictObject({ olderThanDays: v.optional(wholeUpTo(365)) }),
    "sync.request": v.strictObject({ integrationId: id }),
    "settings.save": connection,
    "session.start": v.strictObject({
      signIn: v.custom<SignedIn>((value) => signedIn(value) !== null),
      tokens: v.strictObject({ bearer: id, refreshToken: v.nullable(id), expiresAt: number }),
    }),
    "session.end": v.strictObject({}),
    "settings.preferences": v.strictObject({
      notify: v.optional(yesOrNo),
      tagInPage: v.optional(yesOrNo),
      historyDays: v.optional(wholeUpTo(365)),
      mayCreateTags: v.optional(yesOrNo),
      language: v.optional(v.nullable(v.picklist(LANGUAGES))),
      ownEmails: v.optional(texts),
    }),
    "connection.check": connection,
    "onBehalfOf.resolve": v.strictObject({ email: v.nullable(text) }),
    "candidate.address": v.strictObject({ integrationId: id, candidateId: id }),
    "bindings.forget": v.strictObject({ key: text }),
    "urlPatterns.forget": v.strictObject({ id }),
    "batch.lookUp": v.strictObject({ integrationId: id, by: text, values: v.pipe(texts, v.maxLength(100)) }),
    "batch.create": v.strictObject({
      batch: v.strictObject({
        id,
        operation: only("add", "remove"),
        integrationIds: texts,
        tags: texts,
        people: number,
        jobs: number,
        rows: number,
        skipped: v.pipe(
          // The longer one first: a tuple drops what it does not name.
          v.array(v.union([v.tuple([number, text, text, text]), v.tuple([number, text, text])])),
          v.maxLength(200_000),
        ),
      }),
      newTags: texts,
      noted: texts,
    }),
    "batch.add": v.strictObject({
      id,
      from: number,
      people: v.pipe(
        v.array(
          v.strictObject({
            row: number,
            integrationId: id,
            candidate,
            reference: v.nullable(reference),
            asOf: number,
            tags: v.array(v.strictObject({ name: text, create: yesOrNo })),
          }),
        ),
        v.maxLength(1000),
      ),
    }),
    "batch.begin": v.strictObject({ id, noted: texts }),
    "batch.move": v.strictObject({ id, move: only("start", "pause", "cancel") }),
    "batch.undo": v.strictObject({ id }),
    "batch.retry": v.strictObject({ id, kind: v.nullable(text) }),
  } satisfies Record<MessageName, v.GenericSchema>;
}
