/** The values of one extension in a policy file. */
export interface Found {
  /** Where they stand in the file. */
  where: string;
  browser: "chromium" | "firefox" | "any";
  values: unknown;
}

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/**
 * Finds what a policy file sets for extensions: in a policy of Chrome or Edge, in Firefox's `policies.json`, or as the
 * whole of the file. Of several extensions in one file those that are not Quicktag come out with many problems.
 */
export function foldersOf(json: unknown): Found[] {
  const chromium = fieldsOf(fieldsOf(fieldsOf(json)["3rdparty"]).extensions);
  const firefox = fieldsOf(fieldsOf(fieldsOf(fieldsOf(json).policies)["3rdparty"]).Extensions);
  const found: Found[] = [
    ...Object.entries(chromium).map(([id, values]) => ({
      where: `3rdparty › extensions › ${id}`,
      browser: "chromium" as const,
      values,
    })),
    ...Object.entries(firefox).map(([id, values]) => ({
      where: `policies › 3rdparty › Extensions › ${id}`,
      browser: "firefox" as const,
      values,
    })),
  ];
  if (found.length > 0) return found;
  const isPolicy = "3rdparty" in fieldsOf(json) || "policies" in fieldsOf(json);
  return isPolicy || Object.keys(fieldsOf(json)).length === 0
    ? []
    : [{ where: "The values", browser: "any", values: json }];
}

/** The part of a schema that ours uses. */
export interface Schema {
  type: "object" | "array" | "string" | "integer" | "boolean";
  properties?: Record<string, Schema>;
  items?: Schema;
}

/** Values of another type than the browser's schema has: it drops their whole top-level field without a word. */
export function schemaProblems(schema: Schema, values: unknown): { field: string; path: string }[] {
  return Object.entries(fieldsOf(values)).flatMap(([field, value]) => {
    const one = schema.properties?.[field];
    const path = one ? misfit(one, value, field) : null;
    return path === null ? [] : [{ field, path }];
  });
}

/** The path of the first value that does not fit; null when all do. Names that are not in the schema are only ignored. */
function misfit(schema: Schema, value: unknown, path: string): string | null {
  const fits = {
    object: typeof value === "object" && value !== null && !Array.isArray(value),
    array: Array.isArray(value),
    string: typeof value === "string",
    integer: Number.isInteger(value),
    boolean: typeof value === "boolean",
  }[schema.type];
  if (!fits) return path;
  const inner = Array.isArray(value)
    ? value.map((one, at) => [schema.items, one, `${path}[${at}]`] as const)
    : Object.entries(fieldsOf(value)).map(
        ([name, one]) => [schema.properties?.[name], one, `${path}.${name}`] as const,
      );
  return inner.map(([one, part, at]) => (one ? misfit(one, part, at) : null)).find((at) => at !== null) ?? null;
}
