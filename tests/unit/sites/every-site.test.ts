import { describe, expect, it } from "vitest";
import { INTEGRATIONS } from "../../../sandbox/data";
import { isSiteHost, pageUrls } from "../../../sandbox/sites";
import { carries, visit } from "./visit";

const COMPANIES = INTEGRATIONS.filter((one) => one.host !== null);

/** The title of most systems names who is open; client-built pages only name it in their data. */
const openTitle = (text: string) => /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? "";

describe.each(COMPANIES.map((one) => [one.id, one] as const))("the stand-in of %s", (id, company) => {
  it("answers at its host", () => {
    expect(isSiteHost(company.host ?? "")).toBe(true);
  });

  it("has a list that names and links everybody", async () => {
    const list = await visit(pageUrls(id).list);
    expect(list.status).toBe(200);
    for (const person of company.people) expect(carries(list.text, person), person.lastName).toBe(true);
  });

  it("shows each person at each address", async () => {
    for (const person of company.people) {
      for (const address of pageUrls(id).candidate(person)) {
        const page = await visit(address);
        expect(page.status, address).toBe(200);
        const built = /\/web#/.test(address);
        expect(built || carries(page.text, person), address).toBe(true);
      }
    }
  });

  it("has pages where nobody is open", async () => {
    const { refused } = pageUrls(id);
    expect(refused.length).toBeGreaterThan(2);
    for (const address of refused) expect((await visit(address)).status, address).toBe(200);
  });

  it("knows no other page", async () => {
    const missing = await visit(new URL("/no/such/page", pageUrls(id).list).href);
    expect(missing.status).toBe(404);
  });

  it("says that it is a stand-in and loads nothing from elsewhere", async () => {
    const first = company.people[0];
    const addresses = [pageUrls(id).list, ...(first ? pageUrls(id).candidate(first) : [])];
    for (const address of addresses) {
      const { text } = await visit(address);
      expect(text).toContain("Stand-in for");
      expect(text).toContain("Made-up people. Not affiliated.");
      expect(openTitle(text)).not.toBe("");
      const loaded = [...text.matchAll(/<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)="([^"]*)"/g)].map((m) => m[1]);
      for (const source of loaded) expect(source).toMatch(/^(?:\/(?!\/)|data:)/);
    }
  });
});
