import { expect, it } from "vitest";
import { circles, importsOf, readWith, sourceFiles } from "./architecture/imports";
import { unicodeLiterals } from "./architecture/literals";
import { read, rowsOf } from "./docs/read";

/** Packages that one folder alone may import, because of what they can do. */
const RESERVED = [
  {
    name: "webextension-polyfill",
    owner: "src/platform",
    instead: "import { browser } from src/platform/browser, because the polyfill throws outside a browser",
  },
  { name: "@kombo-api/sdk", owner: "src/kombo", instead: "call a function of src/kombo" },
];

/** The table of folders in docs/architecture.md: each folder with those it may import. */
const allowed = new Map(
  rowsOf(read("docs/architecture.md").split("\n## Folders\n")[1]!.split("\n## ")[0]!)
    .slice(1)
    .flatMap(([folders = "", , imports = ""]) => {
      const others = imports.split(/[\s,]+/).filter((name) => name !== "nothing");
      const names = [...folders.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
      return names.map((name) => [name, others.map((other) => `src/${other}`)] as const);
    }),
);

const files = sourceFiles("src", "sandbox", "relay");
const imports = importsOf(files);

const folderOf = (path: string) => [...allowed.keys()].find((folder) => path.startsWith(`${folder}/`));

it("the table names every folder, and no others", () => {
  const folders = new Set(files.flatMap((file) => /^(?:src\/[^/]+|sandbox|relay)(?=\/)/.exec(file)?.[0] ?? []));
  expect([...folders].sort()).toEqual([...allowed.keys()].sort());
  const named = new Set([...allowed.values()].flat());
  expect([...named].filter((folder) => !allowed.has(folder))).toEqual([]);
});

it("a folder imports only what the table allows", () => {
  const forbidden = imports.flatMap(({ file, target }) => {
    const [from, to] = [folderOf(file)!, folderOf(target)];
    if (!to || from === to || allowed.get(from)?.includes(to)) return [];
    const others = allowed.get(from)?.join(", ") || "nothing";
    return [`${file} imports ${target}: move it to a folder that ${from} may import (${others}), or pass it in`];
  });
  expect(forbidden).toEqual([]);
});

it("reserved packages are imported by their folder alone", () => {
  const forbidden = imports.flatMap(({ file, target }) =>
    RESERVED.filter(({ name }) => target === name || target.startsWith(`${name}/`))
      .filter(({ owner }) => file.startsWith("src/") && !file.startsWith(`${owner}/`))
      .map(({ instead }) => `${file} imports ${target}: ${instead}`),
  );
  expect(forbidden).toEqual([]);
});

it("there is no circle of imports between folders", () => {
  const edges = imports.map(({ file, target }) => [folderOf(file), folderOf(target)] as const);
  const crossing = edges.filter((edge): edge is [string, string] => Boolean(edge[0] && edge[1] && edge[0] !== edge[1]));
  expect(circles(crossing)).toEqual([]);
});

it("there is no circle of imports between files", () => {
  expect(circles(imports.map(({ file, target }) => [file, target]))).toEqual([]);
});

it("the worker starts without what finds candidates", () => {
  const atStart = [...readWith("src/background/main.ts", imports)];
  expect(atStart).toContain("src/background/outbox/outbox.ts");
  const late = imports.filter(({ file }) => file === "src/background/on-demand.ts").map(({ target }) => target);
  expect(late.length).toBeGreaterThan(5);
  const early = atStart.filter((file) => file.startsWith("src/ats/") || late.includes(file));
  expect(early, "import it by onDemand() of src/background/load.ts").toEqual([]);
});

it("practising has no way to what is stored or sent", () => {
  const all = [...readWith("src/options/practice/Practice.tsx", imports)];
  expect(all).toContain("src/popup/model/rows.ts");
  expect(all.filter((file) => /^src\/(?:messaging\/call|storage\/|kombo\/)/.test(file))).toEqual([]);
});

it("what starts with the worker or the popup writes no regular expression with \\p{…} as a literal", () => {
  expect(unicodeLiterals("a.ts", "const f = () => 1;\nconst g = (text: string) => /\\p{L}/u.test(text);")).toEqual([
    "a.ts:2 /\\p{L}/u",
  ]);
  const literals = files
    .filter((file) => !/^(?:sandbox|relay|src\/content)\/|\.cases\.ts$/.test(file))
    .flatMap((file) => unicodeLiterals(file, read(file)));
  expect(literals, "use lazyRegExp: a literal is looked at each time the worker starts").toEqual([]);
});
