import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { ROOT } from "../../docs/read";

const npm = (...args: string[]) => spawnSync("npm", args, { cwd: ROOT, encoding: "utf8", timeout: 600_000 });

it("the source archive gives the same packages in an empty folder, by one command", { timeout: 900_000 }, () => {
  const made = npm("run", "package");
  expect(made.status, made.stderr).toBe(0);
  const verified = npm("run", "package:verify");
  expect(verified.status, verified.stdout + verified.stderr).toBe(0);
  for (const name of readdirSync(`${ROOT}packages`)) expect(verified.stdout).toContain(`the same   ${name}`);
});
