import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "../../../src/batch/model/read-table";
import { understandRow } from "../../../src/batch/model/understand";
import { recogniseColumns, tagsInCell } from "../../../src/domain/batch/columns";
import { decodeText } from "../../../src/domain/batch/decode";

const NORTHWIND = { id: "greenhouse:aaaaaaaaaaaaaaaaaaaaaaaa", connector: "greenhouse", label: "Northwind" } as const;
const LEVER = { id: "lever:bbbbbbbbbbbbbbbbbbbbbbbb", connector: "lever", label: "Contoso" } as const;
const around = { integrations: [NORTHWIND, LEVER], picked: NORTHWIND.id, bindings: [], patterns: [], own: [] };

const cellsOf = (text: string) => readTable(text).rows.map(({ cells }) => cells);

const utf16 = (text: string, isLittle: boolean, mark: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer((text.length + (mark ? 1 : 0)) * 2));
  [...(mark ? "\ufeff" : ""), ...text.split("")].forEach((unit, at) => {
    view.setUint16(at * 2, unit.charCodeAt(0), isLittle);
  });
  return new Uint8Array(view.buffer);
};

describe("the encoding of a file", () => {
  const text = "Name;E-Mail\r\nJörg Müller;joerg@example.com\r\n";
  it.each([
    ["utf-8", new TextEncoder().encode(text)],
    ["utf-8", new TextEncoder().encode(`\ufeff${text}`)],
    ["utf-16le", utf16(text, true, true)],
    ["utf-16be", utf16(text, false, true)],
    ["utf-16le", utf16(text, true, false)],
    ["utf-16be", utf16(text, false, false)],
    ["windows-1252", Uint8Array.from(text, (char) => char.charCodeAt(0))],
  ])("%s", (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it("gives some text for any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void decodeText(bytes).text.length));
  });
});

describe("a table", () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('say "hi"', "a,b", "two\nlines", "x;y", " padded ", "tab\there"));
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it("gives every cell back, whatever the separator, with quotes, separators and line breaks inside", () => {
    const table = fc.array(fc.tuple(fc.constant("Ada Example"), cell, fc.constant("ada@example.com")), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(table, fc.constantFrom(",", ";", "\t"), (rows, separator) => {
        fc.pre(rows.every((row) => row.every((text) => !/[\0\ufeff\r]/.test(text))));
        const text = rows.map((row) => row.map(quoted).join(separator)).join("\r\n");
        expect(readTable(text).isTable).toBe(true);
        expect(cellsOf(text)).toEqual(rows);
      }),
    );
  });

  it("is none where commas only stand in a list of names and addresses", () => {
    const text =
      "Ada Example <ada@example.com>\nMr. Bob, Jr., the third <bob@example.com>\n\nhttps://app.greenhouse.io/people/7";
    expect(readTable(text).isTable).toBe(false);
    expect(cellsOf(text)).toEqual(
      text
        .split("\n")
        .filter(Boolean)
        .map((line) => [line]),
    );
  });

  it.each([
    ["First name,Last name,Candidate ID,Tags", ["first", "last", "id", "tag"]],
    ["Vorname;Nachname;Kandidaten-ID;Schlagwörter", ["first", "last", "id", "tag"]],
    ["Name,E-Mail,Profil-Link", ["name", "email", "link"]],
    ["Bewerber\tBewerbungs-ID\tTelefon", ["name", "application", "unused"]],
    ["Nom;Prénom;Adresse e-mail;Étiquettes", ["last", "first", "email", "tag"]],
    ["Name;Vorname;E-Mail", ["last", "first", "email"]],
    ["Naam;Voornaam;E-mail", ["last", "first", "email"]],
    ["Name,First name,Email", ["last", "first", "email"]],
    ["Nombre;Apellido 1;Apellido 2;Correo", ["first", "last", "last", "email"]],
    ["ID candidato;Nombre;Apellido paterno;Apellido materno", ["id", "first", "last", "last"]],
    ["Voornaam;Tussenvoegsel;Achternaam", ["first", "last", "last"]],
    ["Nom complet;Adresse;Lien profil;Libellé", ["name", "unused", "link", "unused"]],
    ["Full name,Name,First name", ["name", "last", "first"]],
    ["Nom;Courriel;Téléphone", ["name", "email", "unused"]],
    ["Nombre,Apellidos,Correo electrónico,ID de candidatura", ["first", "last", "email", "application"]],
    ["Nombre,Correo", ["name", "email"]],
    ["Cognome;Nome;E-mail;Etichetta", ["last", "first", "email", "tag"]],
    ["Nome;ID candidato", ["name", "id"]],
    ["Voornaam;Achternaam;E-mailadres;Trefwoorden", ["first", "last", "email", "tag"]],
  ])("knows the columns of %s by their headers", (header, roles) => {
    const rows = cellsOf(`${header}\n${header.replace(/[^,;\t]+/g, "x")}\n${header.replace(/[^,;\t]+/g, "y")}`);
    expect(recogniseColumns(rows)).toEqual({ hasHeader: true, roles });
  });

  it("knows columns without a header by what is in them", () => {
    const rows = [
      ["Ada Example", "ada@example.com", "https://app.greenhouse.io/people/42", "hired"],
      ["Bob Sample", "bob@example.com", "https://app.greenhouse.io/people/43", "no"],
    ];
    expect(recogniseColumns(rows)).toEqual({ hasHeader: false, roles: ["name", "email", "link", "unused"] });
  });

  it("takes one column for each role: the one its header names", () => {
    const rows = [
      ["Referrer", "Email"],
      ["boss@example.com", "ada@example.com"],
      ["boss@example.com", "bob@example.com"],
    ];
    expect(recogniseColumns(rows).roles).toEqual(["unused", "email"]);
  });

  it("reads several tags of a cell, and leaves commas in them alone", () => {
    expect(tagsInCell("Career Fair; Berlin, Mitte |\n Java ")).toEqual(["Career Fair", "Berlin, Mitte", "Java"]);
  });
});

describe("a row of a list", () => {
  const read = (text: string, origin: "text" | "html" | "ats-page" | "other-page" = "text") =>
    understandRow({ row: 1, cells: [text], origin }, null, around);

  it.each([
    ["https://app.greenhouse.io/people/4242", [{ by: "candidate", value: "4242" }], ""],
    ["Ada Example <ada@example.com>", [{ by: "email", value: "ada@example.com" }], "Ada Example"],
    ["Ada Example, ada@example.com", [{ by: "email", value: "ada@example.com" }], "Ada Example"],
    ["ada@example.com;Ada Example", [{ by: "email", value: "ada@example.com" }], "Ada Example"],
    [
      "Candidate ID: 4242",
      [
        { by: "candidate", value: "4242" },
        { by: "application", value: "4242" },
      ],
      "",
    ],
  ])("%s", (text, asks, name) => {
    expect(read(text)).toMatchObject({ asks, name, why: null, integrationId: NORTHWIND.id });
  });

  it.each([
    ["Ada Example", "name-only"],
    ["ada@example.com bob@example.com", "several-named"],
    ["https://example.com/people/42", "unknown-link"],
    ["https://app.greenhouse.io/dashboard", "no-candidate-link"],
    ["https://www.recruitee.com/", "unknown-link"],
  ])("%s names nobody Kombo can be asked about: %s", (text, why) => {
    expect(read(text)).toMatchObject({ asks: [], why, integrationId: null });
  });

  it("sends a link to the integration of its own system, whatever is chosen", () => {
    const row = read("https://hire.lever.co/candidates/8d7a5c3e-0b1f-4c2d-9e6a-1f2b3c4d5e6f");
    expect(row).toMatchObject({ integrationId: LEVER.id, isPicked: false });
  });

  it("asks nothing for a host that only looks like a known system, where a page names it", () => {
    const link = "https://odoo.imitation.example/odoo/recruitment/42";
    expect(read(link, "other-page").asks).toEqual([]);
    expect(read(link, "html").asks).toEqual([]);
  });

  it("answers any text, for any columns", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (cells) => {
        const table = [cells, cells];
        const { roles } = recogniseColumns(table);
        for (const columns of [roles, null]) {
          const row = understandRow({ row: 1, cells, origin: "text" }, columns, around);
          expect(row.asks.length > 0).toBe(row.why === null);
        }
      }),
    );
  });
});
