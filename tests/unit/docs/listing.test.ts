import { describe, expect, it } from "vitest";
import manifest from "../../../manifest.json" with { type: "json" };
import { CONNECTORS } from "../../../src/domain/connector";
import { json, read, rowsOf } from "./read";

const permissions = [
  ...manifest.permissions,
  ...manifest.optional_permissions,
  ...manifest.host_permissions,
  ...manifest.optional_host_permissions,
];

/** The permissions a table speaks of: what stands in code quotes in the first cells. */
function justified(path: string): string[] {
  const section = read(path).split("\n## Permissions")[1]!.split("\n## ")[0]!;
  return rowsOf(section).flatMap(([name]) => [...name!.matchAll(/`([^`]+)`/g)].map(([, quoted]) => quoted!));
}

describe.each(["docs/store-listing.md", "docs/security.md"])("%s", (path) => {
  it("justifies each permission of the manifest, and no other", () => {
    expect(justified(path).toSorted()).toEqual(permissions.toSorted());
  });
});

describe("docs/store-listing.md", () => {
  it("declares to Firefox what the build declares", () => {
    const declared = /required: \[([^\]]+)\]/.exec(read("vite.config.ts"))![1]!;
    const kinds = [...declared.matchAll(/"(\w+)"/g)].map(([, kind]) => kind!);
    const paragraph = read("docs/store-listing.md").split("**Firefox**")[1]!.split("\n\n")[0]!;
    const said = [...paragraph.split(":")[1]!.matchAll(/`(\w+)`/g)].map(([, kind]) => kind!);
    expect(said).toEqual(kinds);
  });

  it.each(["es", "fr", "it", "nl"])("has a summary and a description in %s", (language) => {
    const messages = json(`public/_locales/${language}/messages.json`) as Record<string, { message: string }>;
    const summary = messages.extension_description!.message;
    const sections = read("docs/store-descriptions.md").split("\n## ");
    const textOf = (title: string) =>
      sections
        .find((one) => one.startsWith(`${title} (${language})`))!
        .split("\n")
        .filter((line) => line.startsWith(">"))
        .map((line) => line.slice(1).trim())
        .join(" ");
    expect(textOf("Summary").replaceAll("\u00a0", " ")).toBe(summary.replaceAll("\u00a0", " "));
    expect(summary.length).toBeLessThanOrEqual(132);
    for (const { name } of Object.values(CONNECTORS)) expect(textOf("Description")).toContain(name);
    expect(textOf("Description").length).toBeLessThan(5000);
  });

  it.each(["en", "de"])("has the summary that the extension has in %s, within the store's limit", (language) => {
    const messages = JSON.parse(read(`public/_locales/${language}/messages.json`)) as Record<
      string,
      { message: string }
    >;
    const summary = messages.extension_description!.message;
    const text = read("docs/store-listing.md").replace(/\s+/g, " ");
    expect(text).toContain(`**${language}:** Quicktag. ${summary}`);
    expect(summary.length).toBeLessThanOrEqual(132);
  });

  it("has names, descriptions and search terms within every store's limits", () => {
    const text = read("docs/store-listing.md");
    const descriptions = [...text.matchAll(/\n## Description \(\w+\)\n\n((?:>.*\n)+)/g)].map(([, quoted]) =>
      quoted!.replace(/^> ?/gm, "").trim(),
    );
    expect(descriptions.length).toBeGreaterThan(1);
    for (const { length } of descriptions) {
      expect(length).toBeGreaterThanOrEqual(250);
      expect(length).toBeLessThanOrEqual(10_000);
    }
    const terms = /Search terms \(Edge\): (.+)\./.exec(text)![1]!.split(", ");
    expect(terms.length).toBeLessThanOrEqual(7);
    expect(terms.every(({ length }) => length <= 30)).toBe(true);
    expect(terms.join(" ").split(" ").length).toBeLessThanOrEqual(21);
    const { extension_name } = json<Record<string, { message: string }>>("public/_locales/en/messages.json");
    expect(extension_name!.message.length).toBeLessThanOrEqual(45);
  });
});
