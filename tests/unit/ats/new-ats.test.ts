import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const COPIED = ["src", "sandbox", "scripts", "tests/unit/ats", "tests/unit/sites", "tsconfig.json", "biome.json"];
const HERE = "src/ats src/domain src/popup/model/marks.ts sandbox tests/unit/ats tests/unit/sites".split(" ");

let copy = "";

function run(command: string, ...args: string[]) {
  // Without the outer run's variables, or the inner one takes itself for a worker of it.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV)/.test(name)));
  const done = spawnSync(process.execPath, [command, ...args], { cwd: copy, env, encoding: "utf8" });
  return { code: done.status, output: done.stdout + done.stderr };
}

/** A tool as its package names it, run by this Node on every system. */
function tool(name: string, ...args: string[]) {
  const { bin } = JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8"));
  const file = typeof bin === "string" ? bin : (bin.tsc ?? Object.values(bin)[0]);
  return run(join("node_modules", name, file), ...args);
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "new-ats-"));
  for (const path of COPIED) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"), "junction");
  const config = JSON.parse(readFileSync(join(ROOT, "tsconfig.json"), "utf8"));
  writeFileSync(join(copy, "tsconfig.json"), JSON.stringify({ ...config, include: HERE }));
  execFileSync(process.execPath, ["scripts/new-ats.mjs", "hirebird", "Hire Bird's", "app.hirebird.example"], {
    cwd: copy,
  });
}, 60_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

it("what new:ats writes passes the types", () => {
  expect(tool("typescript", "--noEmit")).toEqual({ code: 0, output: "" });
}, 60_000);

it("is formatted and linted as the rest", () => {
  const pair = ["src/ats/systems/hirebird.ts", "src/ats/systems/hirebird.cases.ts"];
  const stand = ["sandbox/sites/hirebird.ts", "sandbox/data/hirebird.ts", "sandbox/sites/index.ts", "sandbox/data.ts"];
  const lists = ["src/ats/index.ts", "src/ats/cases.ts", "src/domain/connector.ts"];
  const { code, output } = tool("@biomejs/biome", "check", ...pair, ...stand, ...lists);
  expect(code, output).toBe(0);
}, 60_000);

it("passes the tables of rules and of stand-ins", () => {
  const tables = ["cases", "folder"].map((name) => `tests/unit/ats/${name}.test.ts`);
  const { code, output } = tool(
    "vitest",
    "run",
    "--reporter",
    "verbose",
    ...tables,
    "tests/unit/sites/every-site.test.ts",
  );
  expect(code, output).toBe(0);
  expect(output).toContain("hirebird");
}, 120_000);

it("is written once and never over something", () => {
  const rule = join(copy, "src/ats/systems/hirebird.ts");
  const before = readFileSync(rule, "utf8");
  expect(run("scripts/new-ats.mjs", "hirebird", "Other").code).toBe(1);
  expect(run("scripts/new-ats.mjs", "../outside", "Other").code).toBe(1);
  expect(readFileSync(rule, "utf8")).toBe(before);
  expect(existsSync(join(copy, "src/ats/systems/outside.ts"))).toBe(false);
});

it("writes nothing when a list looks different", () => {
  const list = join(copy, "src/domain/connector.ts");
  writeFileSync(list, readFileSync(list, "utf8").replace("  sandbox: {", "  elsewhere: {"));
  const rules = readFileSync(join(copy, "src/ats/index.ts"), "utf8");
  const { code, output } = run("scripts/new-ats.mjs", "owlhire", "Owl Hire");
  expect(code).toBe(1);
  expect(output).toContain("src/domain/connector.ts");
  expect(existsSync(join(copy, "src/ats/systems/owlhire.ts"))).toBe(false);
  expect(readFileSync(join(copy, "src/ats/index.ts"), "utf8")).toBe(rules);
});
