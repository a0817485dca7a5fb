// Runs all checks in named steps with their times; the last line says how many tests passed and failed.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bootstrap, main } from "./bootstrap.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const results = join(root, "test-results");
const slow = process.argv.includes("--slow");

/** @typedef {{ passed: number, failed: number, names?: string[] }} Counts `names` of what failed or needed a second try */

await main(async () => {
  await bootstrap({ screen: true, firefox: true, relay: true });
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });

  const total = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const names = [];
  const tally = (/** @type {Counts} */ counts) => {
    const { passed, failed } = counts;
    total.passed += passed;
    total.failed += failed;
    names.push(...(counts.names ?? []));
    return failed === 0;
  };
  tally(await step("types", "npx", ["tsc", "--noEmit"]));
  tally(await step("lint", "npx", ["biome", "check", "."]));
  tally(await suite("unit", ["vitest", "run", "--reporter=default", "--reporter=json"], vitestCounts));
  const built = tally(await step("build", "node", ["scripts/build.mjs"]));
  if (built) {
    tally(await step("budgets", "node", ["scripts/budgets.mjs"]));
    tally(await step("Firefox's own lint", "npx", ["web-ext", "lint", "--source-dir=dist/firefox"]));
    tally(await suite("end-to-end", ["playwright", "test", "--reporter=list,json"], playwrightCounts));
  } else {
    console.log("\nbudgets, Firefox's lint and end-to-end tests need the build: counted as failed");
    tally({ passed: 0, failed: 3 });
  }

  // Once more at the end: a log is read from there, and often only its end is kept.
  if (names.length > 0) console.log(`\n${names.join("\n")}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});

/**
 * Runs a command that passes or fails as a whole.
 * @param {string} name
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<Counts>}
 */
async function step(name, program, args, env = {}) {
  console.log(`\n=== ${name}`);
  const start = Date.now();
  const code = await run(program, args, env);
  console.log(`=== ${name}: ${code === 0 ? "ok" : "FAILED"} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, names: [`failed: ${name}`] };
}

/**
 * Runs a command with many tests, whose report it reads from a file.
 * @param {string} name
 * @param {string[]} args
 * @param {(report: any) => Counts} count
 * @returns {Promise<Counts>}
 */
async function suite(name, args, count) {
  const file = join(results, `${name}.json`);
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...(slow ? { QUICKTAG_SLOW: "1" } : {}) };
  const toFile = args[0] === "vitest" ? [`--outputFile.json=${file}`] : [];
  const whole = await step(name, "npx", [...args, ...toFile], env);
  /** @type {Counts} */
  const nothing = { passed: 0, failed: 0 };
  const { passed, failed, names = [] } = existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : nothing;
  // If nothing ran, or it failed outside any test, that is a failure too.
  const unseen = failed === 0 && (whole.failed > 0 || passed === 0) ? 1 : 0;
  return { passed, failed: failed + unseen, names: unseen > 0 ? [`failed: ${name}`, ...names] : names };
}

/**
 * A skipped test proves nothing, so it counts as failed.
 * @param {import("vitest/reporters").JsonTestResults} report
 * @returns {Counts}
 */
function vitestCounts(report) {
  const { numPassedTests, numTotalTests, testResults } = report;
  const names = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== "passed")
      .map(({ fullName, failureMessages }) => {
        const [why = ""] = failureMessages ?? [];
        return `failed: ${name.slice(root.length)} › ${fullName}\n${why.split("\n").slice(0, 12).join("\n")}`;
      }),
  );
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests, names };
}

/**
 * @param {import("@playwright/test/reporter").JSONReport} report
 * @returns {Counts}
 */
function playwrightCounts({ stats, suites }) {
  const odd = { unexpected: "failed", skipped: "skipped", flaky: "passed only at the second try" };
  /** @param {import("@playwright/test/reporter").JSONReportSuite} suite @returns {string[]} */
  const oddOf = (suite) => [
    ...suite.specs.flatMap((spec) =>
      spec.tests.flatMap(({ status }) =>
        status === "expected" ? [] : [`${odd[status]}: ${spec.file}:${spec.line} › ${spec.title}`],
      ),
    ),
    ...(suite.suites ?? []).flatMap(oddOf),
  ];
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + stats.skipped,
    names: suites.flatMap(oddOf),
  };
}

/**
 * Runs a program and returns its exit code.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<number>}
 */
function run(program, args, env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
