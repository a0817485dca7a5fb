import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VARIANTS, variantsOf } from "../../../sandbox/data/nasty-tags";
import { ada, addRaw, companyNamed, northwind, personAt, raw, sandboxForTests } from "./helpers";

const sandbox = sandboxForTests();
const babel = companyNamed("Babel Example");
const vera = personAt(babel, 0);
const created = () => sandbox.it.control.createdTags();

describe("created tags", () => {
  it("are listed byte for byte, existing ones not", async () => {
    await addRaw(sandbox.it, ada.komboId, "Excellent Fit");
    await addRaw(sandbox.it, ada.komboId, "Front\u00a0End");
    const [only, ...others] = await (await fetch(`${sandbox.it.httpUrl}/__sandbox/created`)).json();
    expect(others).toEqual([]);
    const utf8 = "46726f6e74c2a0456e64";
    expect(only).toMatchObject({ integration: northwind.id, candidateId: ada.komboId, sent: "Front\u00a0End", utf8 });
    expect(only.twinOf).toBeNull();
  });

  it.each(Object.entries(VARIANTS))("a near twin is one: %s", async (_name, vary) => {
    const twin = vary("Salary too high");
    await addRaw(sandbox.it, ada.komboId, twin);
    const existed = twin === "Salary too high";
    expect(created().map(({ sent, twinOf }) => [sent, twinOf])).toEqual(existed ? [] : [[twin, "Salary too high"]]);
  });

  it("a name of its own is no twin, and a tag deleted before is not one either", async () => {
    sandbox.it.control.changeTags(northwind.id, { deleteTags: ["Agency"] }, true);
    for (const name of ["agency", "Agencies", "Führerschein B"]) await addRaw(sandbox.it, ada.komboId, name);
    expect(created().map(({ twinOf }) => twinOf)).toEqual([null, null, null]);
  });

  it("whatever the name is, it is kept as it was sent", async () => {
    const name = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" });
    await fc.assert(
      fc.asyncProperty(name, async (tag) => {
        sandbox.it.control.reset();
        expect((await addRaw(sandbox.it, ada.komboId, tag)).status).toBe(200);
        expect(sandbox.it.control.log.writes).toMatchObject([{ sent: tag, tag }]);
        expect(sandbox.it.control.tagsOf(ada.komboId)).toContain(tag);
      }),
      { numRuns: 30 },
    );
  });
});

describe("the company nobody cleaned up", () => {
  it("has each variant of a name as a tag of its own, and each can be added without creating one", async () => {
    const variants = ["Excellent Fit", ...variantsOf("Excellent Fit")];
    expect(variants.length).toBeGreaterThan(12);
    for (const name of variants) expect(babel.tags).toContain(name);
    for (const name of babel.tags) await addRaw(sandbox.it, vera.komboId, name, babel.id);
    expect(sandbox.it.control.tagsOf(vera.komboId)).toEqual(babel.tags);
    expect(created()).toEqual([]);
  });

  it("has names whose clean form is another tag", async () => {
    const clean = ["Front End", "Café", "C# Dev", "Teamlead", "Lead", "Follow up", "Sales", "Hiring event"];
    for (const name of clean) {
      expect(babel.tags).not.toContain(name);
      await addRaw(sandbox.it, vera.komboId, name, babel.id);
    }
    expect(created().map(({ twinOf }) => twinOf)).not.toContain(null);
    expect(created()).toHaveLength(clean.length);
  });

  it("has people in ten scripts, single names, namesakes and twins with one inbox", async () => {
    const scripts = ["Cyrl", "Grek", "Arab", "Hebr", "Deva", "Thai", "Hani", "Hira", "Hang", "Geor", "Armn", "Taml"];
    for (const script of scripts) {
      const inScript = new RegExp(`^\\p{Script=${script}}`, "u");
      expect(babel.people.some(({ firstName }) => inScript.test(firstName))).toBe(true);
    }
    const { data } = await (await raw(sandbox.it, "/v1/ats/candidates?page_size=250", {}, babel.id)).json();
    const nameless = (field: string) => data.results.filter((each: Record<string, unknown>) => each[field] === null);
    expect(nameless("first_name")).toHaveLength(1);
    expect(nameless("last_name")).toHaveLength(2);
    const twins = await raw(sandbox.it, "/v1/ats/candidates?email=the.keller.twins@example.com", {}, babel.id);
    expect((await twins.json()).data.results).toHaveLength(2);
  });
});
