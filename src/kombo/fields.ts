import * as v from "valibot";

/** Fields of a record in the contract: a name the official SDK does not know fails to compile. */
export type Fields<T> = { [K in keyof T]?: v.GenericSchema<unknown, unknown> };

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

/** A text of at least one character. Without it, the record is of no use. */
export const text = v.custom<string>(isText);

/** A text we can do without: odd or missing, it is null. */
export const maybe = v.fallback(v.custom<string | null>(isText), null);

/** A list whose records are read one by one; odd or missing, it is empty. */
export const list = v.fallback(v.custom<unknown[]>(Array.isArray), []);

/** Reads one record; null = it is odd. */
export type Reader<T> = (record: unknown) => T | null;

/** A reader that takes what is wanted out of records of this shape. */
export function reader<S extends v.GenericSchema, T>(
  schema: S,
  take: (record: v.InferOutput<S>) => T | null,
): Reader<T> {
  return (record) => {
    const read = v.safeParse(schema, record);
    return read.success ? take(read.output) : null;
  };
}

/** All records that can be read. */
export function readAll<T>(records: readonly unknown[], one: Reader<T>): T[] {
  return records.map(one).filter((record) => record !== null);
}
