type Json = Record<string, unknown>;

const without = (name: string) => (record: Json) => {
  const { [name]: _, ...rest } = record;
  return rest;
};
const having = (fields: Json) => (record: Json) => ({ ...record, ...fields });

/** Gives every name a record has (of a tag, or of a person) this value. */
const named = (value: unknown) => (record: Json) =>
  "name" in record ? { ...record, name: value } : { ...record, first_name: value, last_name: value };

/** Ways in which one record of a list can be wrong: missing fields, null names, wrong types. */
export const DEFECTS = {
  "id-missing": without("id"),
  "id-null": having({ id: null }),
  "id-number": having({ id: 42 }),
  "id-empty": having({ id: "" }),
  "remote-id-missing": without("remote_id"),
  "remote-id-null": having({ remote_id: null }),
  "remote-id-number": (record) => ({ ...record, remote_id: Number.parseInt(String(record.remote_id), 10) || 7 }),
  "name-null": named(null),
  "name-empty": named(""),
  "name-blank": named(" "),
  "name-number": named(7),
  "name-object": named({ text: "Excellent Fit" }),
  "name-missing": (record) => without("name")(without("first_name")(without("last_name")(record))),
  "tags-missing": without("tags"),
  "tags-null": having({ tags: null }),
  "tags-text": having({ tags: "Referral, Agency" }),
  "tags-of-texts": having({ tags: ["Referral", "Agency"] }),
  "tags-without-names": having({ tags: [{ id: "Tag1", name: null }, null, { id: "Tag2" }] }),
  "emails-missing": without("email_addresses"),
  "emails-null": having({ email_addresses: null }),
  "emails-of-texts": having({ email_addresses: ["ada@example.com"] }),
  "emails-without-address": having({ email_addresses: [{ email_address: null, type: null }, null] }),
  "applications-null": having({ applications: null }),
  "candidate-null": having({ candidate: null }),
  "candidate-text": having({ candidate: "Ada" }),
  "changed-at-odd": having({ changed_at: "yesterday" }),
  "more-fields": having({ invented_later: { deep: [1, 2, 3] } }),
  "record-null": () => null,
  "record-text": () => "a tag",
  "record-list": () => [],
  "record-empty": () => ({}),
} as const satisfies Record<string, (record: Json) => unknown>;

export type Defect = keyof typeof DEFECTS;

const NAMES = Object.keys(DEFECTS) as Defect[];

/** The records with every other one damaged, beginning with the first; in turn in all ways unless one is given. */
export function damaged(records: readonly Json[], defect?: Defect): unknown[] {
  return records.map((record, index) => {
    if (index % 2 === 1) return record;
    const name = defect ?? NAMES[(index / 2) % NAMES.length];
    return name ? DEFECTS[name](record) : record;
  });
}
