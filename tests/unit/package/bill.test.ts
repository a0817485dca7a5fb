import { expect, it } from "vitest";
import { billOfMaterials } from "../../../scripts/sbom.mjs";
import { json, ROOT, read } from "../docs/read";

interface Bill {
  metadata: { component: { name: string } };
  components: { name: string; version: string; hashes: { content: string }[] }[];
}

const bill = JSON.parse(billOfMaterials(ROOT)) as Bill;

it("names what is shipped, as the lock file has it, each with a checksum", () => {
  const { dependencies } = json<{ dependencies: Record<string, string> }>("package.json");
  const { packages } = json<{ packages: Record<string, { version: string }> }>("package-lock.json");
  const names = bill.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  for (const { name, version, hashes } of bill.components) {
    expect(version).toBe(packages[`node_modules/${name}`]?.version);
    expect(hashes.length, name).toBeGreaterThan(0);
  }
  expect(bill.metadata.component.name).toBe("quicktag");
});

it("is what docs/security.md says is shipped", () => {
  const section = read("docs/security.md").split("## Supply chain")[1]!.split("Nothing else")[0]!;
  const said = [...section.matchAll(/`([\w-]+)`/g)].map(([, name]) => name!);
  expect(said.toSorted()).toEqual(bill.components.map(({ name }) => name).toSorted());
});
