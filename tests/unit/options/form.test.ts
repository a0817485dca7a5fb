import { describe, expect, it } from "vitest";
import { urlProblem } from "../../../src/domain/account-input";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/domain/settings";
import {
  askOf,
  type Form,
  formOf,
  integrationsOf,
  isChanged,
  isFine,
  originOf,
  problemsOf,
} from "../../../src/options/model/form";

const stored: Settings = {
  ...DEFAULT_SETTINGS,
  keyHint: "ks_prod_a1b2…",
  integrations: [{ id: "lever:abc", connector: "lever", label: "Berlin" }],
};
const form = (change: Partial<Form> = {}): Form => ({ ...formOf(stored), ...change });
const row = (id: string, label = "", at = 0) => ({ row: at, id, label });

describe("server URL", () => {
  it.each([
    ["", "missing"],
    ["  ", "missing"],
    ["kombo.example.com", "shape"],
    ["https:kombo.example.com", "shape"],
    ["ftp://kombo.example.com", "shape"],
    ["javascript:alert(1)", "shape"],
    ["https://robin:secret@kombo.example.com", "shape"],
    ["https://kombo.example.com/v1?a=b", "shape"],
    ["https://kombo.example.com/v1#x", "shape"],
    ["http://kombo.example.com", "insecure"],
    ["http://localhost.example.com", "insecure"],
    ["https://kombo.example.com/v1/", null],
    ["http://localhost:3000/v1", null],
    ["http://127.0.0.1:3000", null],
  ])("%j: %j", (url, problem) => expect(urlProblem(url)).toBe(problem));

  it("is asked for without its port, which patterns cannot have", () => {
    expect(originOf({ kind: "own", url: "http://localhost:3000/v1" })).toBe("http://localhost/*");
    expect(originOf({ kind: "us" })).toBe("https://api.us.kombo.dev/*");
  });
});

describe("key", () => {
  const problem = (change: Partial<Form>, settings: Settings = stored) => problemsOf(form(change), settings).key;

  it("is needed once", () => {
    expect(problem({ key: " " }, { ...stored, keyHint: null })).toBe("missing");
    expect(problem({ key: "" })).toBeNull();
    expect(problem({ key: " ks_prod_new " })).toBeNull();
  });

  it("holds nothing a header could not carry", () => {
    expect(problem({ key: "ks" })).toBe("shape");
    expect(problem({ key: "ks prod a1b2" })).toBe("shape");
    expect(problem({ key: "ks_prod_éa1b2" })).toBe("shape");
  });

  it("is not sent to a server it was not stored for", () => {
    expect(problem({ server: "own", serverUrl: "https://other.example.com" })).toBe("other-server");
    expect(problem({ server: "us" })).toBe("other-server");
    expect(problem({ server: "us", key: "ks_prod_us" })).toBeNull();
  });

  it("leaves the form only when typed", () => {
    expect(askOf(form())).not.toHaveProperty("key");
    expect(askOf(form({ key: " ks_prod_new " }))).toHaveProperty("key", "ks_prod_new");
  });
});

describe("integrations", () => {
  const problem = (...rows: Form["rows"]) => [...problemsOf(form({ rows }), stored).rows.values()];

  it.each([
    ["lever:abc", []],
    [" greenhousev3:HWUTwvyx2wLoSUHphiWVrp28 ", []],
    ["lever", ["shape"]],
    ["lever:", ["shape"]],
    [":abc", ["shape"]],
    ["lever: abc", ["shape"]],
    ["https://kombo.example.com/lever", ["shape"]],
    ["bamboohr:abc", ["connector"]],
    ["Lever:abc", ["connector"]],
  ])("%j: %j", (id, problems) => expect(problem(row(id))).toEqual(problems));

  it("may be listed once", () => {
    expect(problem(row("lever:abc"), row("lever:abc", "", 1))).toEqual(["twice"]);
    expect(problem(row(""), row("", "", 1))).toEqual([]);
  });

  it("with a label needs an id", () => expect(problem(row("", "Berlin"))).toEqual(["missing"]));

  it("leave out rows nobody filled in", () => {
    expect(integrationsOf(form({ rows: [row(" lever:abc ", " Berlin "), row("", "", 1)] }))).toEqual([
      { id: "lever:abc", connector: "lever", label: "Berlin" },
    ]);
  });
});

describe("form", () => {
  it("of the defaults has one empty integration and no changes", () => {
    const empty = formOf(DEFAULT_SETTINGS);
    expect(empty.rows).toEqual([row("")]);
    expect(isChanged(empty, DEFAULT_SETTINGS)).toBe(false);
  });

  it("as stored is fine and unchanged", () => {
    expect(isFine(problemsOf(form(), stored))).toBe(true);
    expect(isChanged(form(), stored)).toBe(false);
  });

  it.each<Partial<Form>>([
    { key: "ks_prod_new" },
    { server: "us" },
    { rows: [row("lever:abc", "Paris")] },
    { rows: [row("")] },
    { rows: [row("lever:abc", "Berlin"), row("odoo:abc", "", 1)] },
  ])("with %j is changed", (change) => expect(isChanged(form(change), stored)).toBe(true));

  it("is not changed by spaces or an empty integration", () => {
    expect(isChanged(form({ key: "  ", rows: [row(" lever:abc ", "Berlin "), row("", "", 1)] }), stored)).toBe(false);
  });

  it("keeps an own server's address", () => {
    const own: Settings = { ...stored, server: { kind: "own", url: "https://kombo.example.com/v1" } };
    expect(isChanged(formOf(own), own)).toBe(false);
    expect(isChanged({ ...formOf(own), serverUrl: "https://kombo.example.com/v1/" }, own)).toBe(false);
  });
});
