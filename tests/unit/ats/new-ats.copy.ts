import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const COPIED = ["src", "sandbox", "scripts", "tests/unit/ats", "tests/unit/sites", "tsconfig.json", "biome.json"];
const TYPED = ["src/ats", "src/domain", "sandbox", "tests/unit/ats", "tests/unit/sites"];
const TABLES = ["ats/cases", "ats/folder", "sites/every-site"];
const LISTS = [
  "src/ats/index.ts",
  "src/ats/cases.ts",
  "src/domain/connector.ts",
  "sandbox/sites/index.ts",
  "sandbox/data.ts",
];

/** What a run in a copy came to. */
interface Run {
  code: number | null;
  output: string;
}

/** A copy of the repository's part that `new:ats` writes into, with the tools to check it. */
export class Copy {
  readonly folder = mkdtempSync(join(tmpdir(), "new-ats-"));

  constructor() {
    for (const path of COPIED) cpSync(join(ROOT, path), this.path(path), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), this.path("node_modules"), "junction");
    const config = JSON.parse(readFileSync(join(ROOT, "tsconfig.json"), "utf8"));
    writeFileSync(this.path("tsconfig.json"), JSON.stringify({ ...config, include: TYPED }));
  }

  path = (file: string): string => join(this.folder, file);
  read = (file: string): string => readFileSync(this.path(file), "utf8");

  /** Changes a file as a contributor may have done. */
  edit(file: string, change: (text: string) => string): void {
    writeFileSync(this.path(file), change(this.read(file)));
  }

  newAts = (...args: string[]): Run => this.#run("scripts/new-ats.mjs", ...args);

  remove = (): void => rmSync(this.folder, { recursive: true, force: true });

  /** Errors of the types, one line each. */
  typeErrors(): string[] {
    const { output } = this.#tool("typescript", "--noEmit");
    return output
      .split("\n")
      .filter((line) => /error TS\d+/.test(line))
      .map(withoutPlace);
  }

  /** Files that are not formatted and linted as the rest. */
  unformatted(...files: string[]): string[] {
    const check = (...of: string[]) => this.#tool("@biomejs/biome", "check", ...of).code !== 0;
    const all = [...files, ...LISTS];
    return check(...all) ? all.filter((file) => check(file)) : [];
  }

  /** Names of the table tests that fail, and of those that pass. */
  tables(names: readonly string[] = TABLES): { failed: string[]; passed: string[] } {
    const { output } = this.#tool(
      "vitest",
      "run",
      "--reporter",
      "json",
      ...names.map((name) => `tests/unit/${name}.test.ts`),
    );
    const report = JSON.parse(output.slice(output.indexOf('{"num'))) as {
      testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
    };
    // A file that could not be run at all has no tests to name.
    const broken = report.testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    );
    const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
    const named = (status: string) => tests.filter((test) => test.status === status).map(({ fullName }) => fullName);
    return {
      failed: [...broken.map(({ name }) => name.slice(this.folder.length)), ...named("failed")],
      passed: named("passed"),
    };
  }

  /** A tool as its package names it, run by this Node on every system. */
  #tool(name: string, ...args: string[]): Run {
    const { bin } = JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8"));
    const file = typeof bin === "string" ? bin : (bin.tsc ?? Object.values(bin)[0]);
    return this.#run(join("node_modules", name, file), ...args);
  }

  #run(command: string, ...args: string[]): Run {
    // Without the outer run's variables, or the inner one takes itself for a worker of it.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV)/.test(name)));
    const done = spawnSync(process.execPath, [command, ...args], {
      cwd: this.folder,
      env,
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    return { code: done.status, output: done.stdout + done.stderr };
  }
}

/** New lines move what stands below them. */
const withoutPlace = (line: string) => line.replace(/\(\d+,\d+\)/, "");

/**
 * What is wrong after `new:ats` and was right before. A mistake in a rule somebody is just writing is in both, and is no
 * fault of the generator; the copy without the new files is only looked at when there is something to compare.
 */
export function causedBy(before: () => readonly string[], after: readonly string[]): string[] {
  if (after.length === 0) return [];
  const known = new Set(before());
  return after.filter((problem) => !known.has(problem));
}
