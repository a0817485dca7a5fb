import { execFile, spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const script = fileURLToPath(new URL("../../../scripts/detect.ts", import.meta.url));
const tsx = ["--import", "tsx", script];
const lines = (output: string) =>
  output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

it("prints what the rules make of each address given", async () => {
  const urls = [
    "https://acme.odoo.com/odoo/hr.applicant/42",
    "https://acme.odoo.com/odoo/recruitment/5/action-214/42",
    "https://airtable.greenhouse.io/dashboard",
    "https://example.com/people/10",
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [...tsx, ...urls]);
  const lookups = [
    { by: "application", remoteId: "42" },
    { by: "candidate", remoteId: "42", check: true },
  ];
  expect(lines(stdout)).toEqual([
    { url: urls[0], ats: "odoo", tenant: "acme", candidate: { lookups }, needsPage: false },
    { url: urls[1], ats: "odoo", tenant: "acme", candidate: null, needsPage: true },
    { url: urls[2], ats: "greenhouse", tenant: "airtable", candidate: null, needsPage: false },
    { url: urls[3], ats: null, tenant: null, candidate: null, needsPage: false },
  ]);
}, 30_000);

it("reads addresses from standard input, one a line", async () => {
  const child = spawn(process.execPath, tsx, { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end("https://app.greenhouse.io/people/10\n\nnot an address\n");
  expect(lines(await text(child.stdout))).toMatchObject([
    { ats: "greenhouse", candidate: { lookups: [{ by: "candidate", remoteId: "10" }] } },
    { url: "not an address", ats: null },
  ]);
}, 30_000);
