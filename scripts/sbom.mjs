// The software bill of materials: which libraries are in what is shipped, by version and checksum, as the lock file has
// them. npm writes it; what changes from run to run is taken out, so that the same lock file gives the same bytes.
import { execFileSync } from "node:child_process";

const ARGS = [
  "sbom",
  "--sbom-format",
  "cyclonedx",
  "--sbom-type",
  "application",
  "--omit",
  "dev",
  "--package-lock-only",
];

/**
 * @param {string} root
 * @returns {string} CycloneDX as JSON
 */
export function billOfMaterials(root) {
  const bill = JSON.parse(execFileSync("npm", ARGS, { cwd: root, encoding: "utf8" }));
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  for (const tool of bill.metadata.tools) delete tool.version;
  // npm takes the folder's name.
  bill.metadata.component.name = "quicktag";
  return `${JSON.stringify(bill, null, 2)}\n`;
}
