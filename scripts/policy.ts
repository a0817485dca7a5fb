// Checks a policy file, and prints what recruiters will see: npm run policy -- check FILE
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { effectiveSettings } from "../src/domain/policy/effective";
import { parsePolicy } from "../src/domain/policy/parse";
import type { PolicyField, PolicyProblem } from "../src/domain/policy/policy";
import { DEFAULT_OWN, type Server, serverUrl } from "../src/domain/settings";
import { foldersOf, type Schema, schemaProblems } from "./policy/files";

const [command, file] = process.argv.slice(2);
if (command !== "check" || file === undefined) {
  console.error(
    "Usage: npm run policy -- check FILE   (a Chrome or Edge policy, Firefox's policies.json, or the values alone)",
  );
  process.exit(2);
}

const SAYS: Record<PolicyProblem["reason"], (problem: PolicyProblem) => string> = {
  unknown: () => "there is no such setting",
  value: ({ wants }) => `not a possible value. Possible: ${wants}`,
  contradiction: () => "contradicts another value",
  secret: () => "looks like an API key. Take it out and revoke it: everybody on the computer can read a policy",
};

let json: unknown;
try {
  json = JSON.parse(readFileSync(file, "utf8"));
} catch (error) {
  console.error(`${file}: ${(error as Error).message}`);
  process.exit(1);
}
const found = foldersOf(json);
if (found.length === 0) {
  console.error(`${file} holds no policy for an extension: see docs/admin-guide.md for what it looks like.`);
  process.exit(1);
}
const schema = JSON.parse(
  readFileSync(fileURLToPath(new URL("../public/managed-schema.json", import.meta.url)), "utf8"),
) as Schema;

for (const { where, browser, values } of found) {
  console.log(`${where}\n`);
  const dropped = browser === "firefox" ? [] : schemaProblems(schema, values);
  const policy = parsePolicy(values);
  for (const { path, field } of dropped)
    console.log(
      `  ✗ ${path}: of another type than the schema says. Chrome and Edge drop all of "${field}" and say nothing`,
    );
  for (const problem of policy.problems) console.log(`  ✗ ${problem.path}: ${SAYS[problem.reason](problem)}`);
  if (dropped.length + policy.problems.length > 0) {
    process.exitCode = 1;
    console.log("");
  }
  const seen = { ...policy, values: { ...policy.values } };
  for (const { field } of dropped) delete seen.values[field as PolicyField];
  const settings = effectiveSettings(DEFAULT_OWN, seen);
  console.log("  What recruiters will see:");
  for (const field of Object.keys(seen.values) as PolicyField[]) {
    const value = field === "server" ? serverText(settings.server) : JSON.stringify(seen.values[field]);
    console.log(`  ${settings.locked.includes(field) ? "locked " : "default"}  ${field.padEnd(14)} ${value}`);
  }
  if (Object.keys(seen.values).length === 0) console.log("  nothing of it: Quicktag's own settings");
  console.log("");
}

function serverText(server: Server): string {
  return server.kind === "relay" ? `the company's relay at ${server.url}` : serverUrl(server);
}
