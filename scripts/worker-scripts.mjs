// Chrome's worker as two classic scripts: one that starts, and one that it reads when it first looks for a candidate.

/** Where the second one goes. */
export const ON_DEMAND = "assets/on-demand.js";

/**
 * A worker may not use `import()`, but `importScripts` at any time, for a script that it read while it was being installed:
 * the browser keeps such a script with the worker. So both are read then, and later starts read the first one only.
 * @param {{ fileName: string, code: string, isEntry?: boolean }[]} chunks the entry and the chunk it asks for later, in
 * CommonJS form
 * @param {string} entry the file of the worker
 * @returns {{ fileName: string, code: string }[]}
 */
export function asWorkerScripts(chunks, entry) {
  const first = chunks.find(({ isEntry }) => isEntry);
  const later = chunks.filter(({ isEntry }) => !isEntry);
  if (!first || later.length !== 1 || !later[0]) throw new Error(`the worker is ${chunks.length} scripts, not two`);
  return [
    {
      fileName: entry,
      code: `(() => {
        const exports = {};
        let part = null;
        self.quicktagPart = (make) => { part ??= make(exports); };
        const read = () => importScripts("/${ON_DEMAND}");
        const require = () => { if (part === null) read(); return part; };
        addEventListener("install", read);
        // In a scope of its own, where its names meet none of these.
        (() => {
          ${first.code}
        })();
      })();`,
    },
    {
      fileName: ON_DEMAND,
      code: `self.quicktagPart((main) => { const exports = {}; const require = () => main; ${later[0].code}; return exports; });`,
    },
  ];
}
