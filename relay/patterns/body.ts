import type { AddTagBody, ForceSyncBody, RemoveTagBody } from "../../src/kombo/contract";

/** Longer than the longest name with every character of four bytes. */
export const LONGEST_BODY = 4096;

/** Well-formed UTF-8 inside a JSON string; the two characters that JSON must escape are escaped in the one short way. */
const CHARACTER = [
  "[\\x20\\x21\\x23-\\x5b\\x5d-\\x7f]",
  '\\\\["\\\\]',
  "[\\xc2-\\xdf][\\x80-\\xbf]",
  "\\xe0[\\xa0-\\xbf][\\x80-\\xbf]",
  "[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}",
  "\\xed[\\x80-\\x9f][\\x80-\\xbf]",
  "\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}",
  "[\\xf1-\\xf3][\\x80-\\xbf]{3}",
  "\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}",
].join("|");

/** Stands in a body where something goes in; no JSON text holds it, so it survives `JSON.stringify`. */
const NAME = "NAME";
const USER = "USER";
const IN_PLACE: Record<string, string> = { [NAME]: `(?:${CHARACTER})+`, [USER]: "[A-Za-z0-9_.-]{1,64}" };

type Fields = NonNullable<(AddTagBody & RemoveTagBody)["remote_fields"]>;

/** The fields in which an ATS is told whom a tag is from, as the browser sends them, with the path to the user's id. */
const ACTING: readonly { fields: Fields; path: string }[] = [
  {
    fields: { greenhouse: { post_headers: { "On-Behalf-Of": USER } } },
    path: "$.remote_fields.greenhouse.post_headers.On-Behalf-Of",
  },
  {
    fields: { workable: { on_behalf_of_user_remote_id: USER } },
    path: "$.remote_fields.workable.on_behalf_of_user_remote_id",
  },
];

/** Where the user's id stands in a body. */
export const ACTING_PATHS = ACTING.map(({ path }) => path);

/**
 * PCRE patterns of the bodies that are let through. They are the very bytes the browser's `JSON.stringify` makes: each key
 * once and in one order, nothing escaped that need not be, no blanks. What two parsers could read differently is none.
 */
export const TAG_BODY = canonical({ tag: { name: NAME } } satisfies AddTagBody);
export const TAG_BODY_ON_BEHALF = `(?:${ACTING.map(({ fields }) => canonical({ tag: { name: NAME }, remote_fields: fields } satisfies AddTagBody)).join("|")})`;
export const SYNC_BODY = canonical({ type: "DELTA" } satisfies ForceSyncBody);

function canonical(body: object): string {
  const text = JSON.stringify(body).replace(/[{}[\].]/g, "\\$&");
  return `\\A${text.replace(/NAME|USER/g, (place) => IN_PLACE[place]!)}\\z`;
}
