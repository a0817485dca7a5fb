// Writes what a new ATS needs, working from the start: `npm run new:ats -- <connector> "<Name>" [host]`.
// See docs/adding-an-ats.md for what to do with it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { casesFile, companyFile, ruleFile, siteFile } from "./new-ats/files.mjs";
import { insertBefore, insertImport } from "./new-ats/insert.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const pathOf = (file) => `${root}/${file}`;

function fail(message) {
  console.error(message);
  process.exit(1);
}

const [id = "", name = "", host = `app.${id}.example`] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]{1,30}$/.test(id) || !name.trim()) {
  fail('Usage: npm run new:ats -- <connector> "<Name>" [host]\n<connector>: Kombo\'s name for it, letters and digits.');
}
if (!/^[\p{L}\p{N} .&'+-]{1,40}$/u.test(name)) fail(`Not a name to be shown: ${name}`);
if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) fail(`Not a host name: ${host}`);

const ats = { id, name: name.trim(), host };
const created = {
  [`src/ats/systems/${id}.ts`]: ruleFile(ats),
  [`src/ats/systems/${id}.cases.ts`]: casesFile(ats),
  [`sandbox/sites/${id}.ts`]: siteFile(ats),
  [`sandbox/data/${id}.ts`]: companyFile(ats),
};
const taken = Object.keys(created).filter((file) => existsSync(pathOf(file)));
if (taken.length > 0) fail(`Already there: ${taken.join(", ")}`);

const letters = (ats.name.replace(/[^A-Za-z]/g, "") + id).slice(0, 2);
const mark = `${letters.charAt(0).toUpperCase()}${letters.charAt(1).toLowerCase()}`;

/** Every list that names each system, and the line it gets. */
const edits = {
  "src/domain/connector.ts": [
    (text) =>
      insertBefore(
        text,
        "  sandbox: {",
        `  ${id}: { name: ${JSON.stringify(ats.name)}, mark: "${mark}", colour: "#374151", ats: "${id}" },`,
      ),
  ],
  "src/ats/index.ts": [
    (text) => insertImport(text, id, `./systems/${id}`),
    (text) => insertBefore(text, "  odoo,", `  ${id},`),
  ],
  "src/ats/cases.ts": [
    (text) => insertImport(text, `cases as ${id}`, `./systems/${id}.cases`),
    (text) => insertBefore(text, "};", `  ${id},`),
  ],
  "sandbox/sites/index.ts": [
    (text) => insertImport(text, id, `./${id}`),
    (text) => insertBefore(text, "  unknown,", `  ${id},`),
  ],
  "sandbox/data.ts": [
    (text) => insertImport(text, `${id}Company`, `./data/${id}`),
    (text) => insertBefore(text, "  byEmail.komboSandbox,", `  ${id}Company,`),
  ],
};

// All edits are made before anything is written, so that a list that looks different leaves nothing half done.
const changed = Object.entries(edits).map(([file, steps]) => {
  try {
    return [file, steps.reduce((text, step) => step(text), readFileSync(pathOf(file), "utf8"))];
  } catch (error) {
    return fail(`${file}: ${error.message}`);
  }
});
for (const [file, text] of [...Object.entries(created), ...changed]) writeFileSync(pathOf(file), text);

console.log(`${ats.name} is in place. Written:
${Object.keys(created)
  .map((file) => `  ${file}`)
  .join("\n")}
Changed:
${Object.keys(edits)
  .map((file) => `  ${file}`)
  .join("\n")}
Next: put real addresses into the .cases.ts file and make the rule agree with them (docs/adding-an-ats.md).`);
