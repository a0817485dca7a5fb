import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES } from "../../../src/ats/index";
import { CONNECTOR_IDS, CONNECTORS, connectorsOf } from "../../../src/domain/connector";
import { DOCUMENTS, json, ROOT, read, rowsOf } from "./read";

/** The table of systems, without its head. */
const rows = rowsOf(read("README.md").split("## The eighteen systems")[1]!.split("\n## ")[0]!).slice(1);

const systems = rows.map(([system = ""]) => system);

describe("the README's table of systems", () => {
  it.each(RULES.map(({ id }) => CONNECTORS[connectorsOf(id)[0]!].name))("has one row for %s", (name) => {
    expect(systems.filter((cell) => cell.startsWith(name))).toHaveLength(1);
  });

  it.each(CONNECTOR_IDS)("names the connector %s once", (connector) => {
    expect(systems.filter((cell) => cell.includes(`\`${connector}\``))).toHaveLength(1);
  });

  it("names nothing else, and says of each how it is found, how sure that is, and what is open", () => {
    expect(rows).toHaveLength(RULES.length + 1);
    for (const cells of rows) {
      expect(cells).toHaveLength(4);
      expect(
        cells.every((cell) => cell !== ""),
        cells[0],
      ).toBe(true);
      expect(cells[2]).toMatch(/^(?:high|medium|low)$/);
    }
  });
});

describe.each(DOCUMENTS)("%s", (path) => {
  const text = read(path);

  it("links only to files that exist", () => {
    const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target]) => target!);
    const missing = targets.filter((target) => !existsSync(join(ROOT, dirname(path), target)));
    expect(missing).toEqual([]);
  });

  it("names only commands that exist", () => {
    const { scripts } = json<{ scripts: Record<string, string> }>("package.json");
    const named = [...text.matchAll(/npm run (?:-s |--silent )?([\w:-]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("names only files of ours that exist", () => {
    const named = [...text.matchAll(/`((?:src|sandbox|tests|scripts|docs|public)\/[\w./-]*)`/g)].map(
      ([, name]) => name!,
    );
    const examples = /hirebird/;
    expect(named.filter((name) => !examples.test(name) && !existsSync(ROOT + name))).toEqual([]);
  });
});
