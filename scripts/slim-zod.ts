import type { Plugin } from "vite";

/** `ZodString.create = (params) => …`: how most of zod 3's classes get their factories; a few have static methods instead. */
const ASSIGNED = /^(Zod\w+)\.(\w*[cC]reate\w*) = /gm;

/** Checks and changes of a schema that no schema of the SDK makes; a method of a class is never dropped by itself. */
const UNUSED = [
  "email|url|emoji|uuid|nanoid|cuid2?|ulid|base64(?:url)?|jwt|ip|cidr|date|time|duration|regex|includes|startsWith",
  "endsWith|trim|toLowerCase|toUpperCase|get (?:is|min|max)[A-Z]\\w*|positive|nonpositive|nonnegative|negative|multipleOf",
  "finite|safe|merge|setKey|pick|omit|deepPartial|partial|required|keyof|extract|exclude|parameters|returnType|args|returns",
  "implement|strictImplement|nonempty|size|rest|removeCatch|removeDefault|get (?:Values|Enum|items|element|optionsMap)",
].join("|");
const METHOD = new RegExp(`^ {4}(?:${UNUSED})\\([^)]*\\) \\{\\n(?:(?: {5}.*)?\\n)*? {4}\\}\\n`, "gm");

/**
 * The SDK uses a third of zod 3, but its factories are assigned to classes (`ZodMap.create = …`), which no tree-shaker
 * may drop. As constants they go when nobody uses them: some 9 kB less in the worker that has to start for every tag.
 */
export function slimZod(): Plugin {
  return {
    name: "quicktag:slim-zod",
    transform(code, id) {
      // Sentences about broken answers, which nobody is shown: Quicktag says in its own words that it could not read one.
      if (/[\\/]zod[\\/]v3[\\/]locales[\\/]en\.js$/.test(id)) {
        return { code: "export default ({ code }) => ({ message: code });", map: null };
      }
      if (!/[\\/]zod[\\/]v3[\\/]types\.js$/.test(id)) return null;
      const assigned = new Set([...code.matchAll(ASSIGNED)].map(([, name, factory]) => `${name}.${factory}`));
      const constants = code
        .replace(METHOD, "")
        .replace(ASSIGNED, "const $1.$2 = ")
        .replace(/\bZod\w+\.\w+/g, (use) => (assigned.has(use) ? use.replace(".", "$") : use));
      return { code: constants, map: null };
    },
  };
}
