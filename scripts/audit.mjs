// Asks the registry for known holes in the packages of the lock file. A hole of the given weight in what is shipped, or
// a critical one in a tool, fails; a registry that does not answer is said and passes, because not every one can.
import { spawnSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * What npm's answer means.
 * @param {string} output of `npm audit --json`
 * @param {readonly string[]} weights that fail
 * @returns {{ answered: boolean, found: string[] }} `found`: the packages, as `name (weight)`
 */
export function readAudit(output, weights) {
  const report = parsed(output);
  if (!report?.vulnerabilities) return { answered: false, found: [] };
  const found = Object.values(report.vulnerabilities).filter(({ severity }) => weights.includes(severity));
  return { answered: true, found: found.map(({ name, severity }) => `${name} (${severity})`) };
}

/**
 * @param {string} output
 * @returns {{ vulnerabilities?: Record<string, { name: string, severity: string }> } | null}
 */
function parsed(output) {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const asked = [
    { what: "what is shipped", args: ["--omit=dev"], weights: ["moderate", "high", "critical"] },
    { what: "all, tools included", args: [], weights: ["critical"] },
  ];
  for (const { what, args, weights } of asked) {
    const { stdout } = spawnSync("npm", ["audit", "--json", "--package-lock-only", ...args], {
      cwd: root,
      encoding: "utf8",
    });
    const { answered, found } = readAudit(stdout, weights);
    console.log(
      `${what}: ${answered ? found.join(", ") || "nothing known" : "NOT CHECKED, the registry does not answer"}`,
    );
    if (found.length > 0) process.exitCode = 1;
  }
}
