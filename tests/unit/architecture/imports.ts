import { readdirSync } from "node:fs";
import { posix } from "node:path";
import { ROOT, read } from "../docs/read";

export interface Import {
  file: string;
  /** A file of the repository, or the name of a package. */
  target: string;
  /** Whether running the file reads the target: not for types, nor for `import()` before it is called. */
  reads: boolean;
}

/** `import … from "x"`, `export … from "x"`, `import "x"` and `import("x")`. */
const STATEMENT = /^(?:import|export)\b(?:[^;"]*?\sfrom)?\s*"([^"]+)"|\bimport\("([^"]+)"\)/gm;

/** Paths of all TypeScript files below these folders. */
export function sourceFiles(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(ROOT + folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
  );
}

/** Everything these files import, types included. */
export function importsOf(files: readonly string[]): Import[] {
  const paths = new Map(files.map((file) => [file.replace(/(\/index)?\.tsx?$/, ""), file]));
  return files.flatMap((file) =>
    [...read(file).matchAll(STATEMENT)].map(([statement, from, dynamic]) => {
      const name = (from ?? dynamic)!.split("?")[0]!;
      const reads = dynamic === undefined && !/^(?:import|export) type\b/.test(statement);
      if (!name.startsWith(".")) return { file, target: name, reads };
      const path = posix.join(posix.dirname(file), name);
      return { file, target: paths.get(path.replace(/\/index$/, "")) ?? path, reads };
    }),
  );
}

/** What is read with a file, directly or by what it imports. */
export function readWith(file: string, imports: readonly Import[]): Set<string> {
  const seen = new Set([file]);
  for (const from of seen) {
    for (const one of imports) if (one.file === from && one.reads) seen.add(one.target);
  }
  return seen;
}

/** Circles of a graph, each as `a → b → a`. */
export function circles(edges: readonly (readonly [from: string, to: string])[]): string[] {
  const graph = new Map<string, string[]>();
  for (const [from, to] of edges) graph.set(from, [...(graph.get(from) ?? []), to]);
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): void => {
    const at = path.indexOf(node);
    if (at >= 0) found.add([...path.slice(at), node].join(" → "));
    if (at >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return [...found];
}
