import type { Plugin } from "vite";

/** `ZodString.create = (params) => …`: how most of zod 3's classes get their factories; a few have static methods instead. */
const ASSIGNED = /^(Zod\w+)\.(\w*[cC]reate\w*) = /gm;

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
        .replace(ASSIGNED, "const $1.$2 = ")
        .replace(/\bZod\w+\.\w+/g, (use) => (assigned.has(use) ? use.replace(".", "$") : use));
      return { code: constants, map: null };
    },
  };
}
