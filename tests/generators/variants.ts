import { type Person, pageName, poolOf, recordName } from "./people";
import type { SeededRandom } from "./random";

/** Ways to write one person's name; null where a script or a name has no such way. */
export type Variant = (one: Person, random: SeededRandom) => string | null;

const spaced = (one: Person) => !poolOf(one.script).unspaced;
const changed = (before: string, after: string) => (before === after ? null : after);
const CASED = new Set(["latin", "turkish", "german", "greek", "cyrillic"]);
const UNSEEN = ["\u00ad", "\u200b", "\u2060"];

/** Accents of these scripts may be left out without making another letter. */
const BARE = new Set(["latin", "turkish", "greek", "cyrillic", "german"]);

function cut(text: string, random: SeededRandom): string {
  const letters = [...text];
  const at = letters.flatMap((letter, i) => (i > 0 && letter !== " " && letters[i - 1] !== " " ? [i] : []));
  if (at.length === 0) return text;
  letters.splice(random.pick(at), 0, random.pick(UNSEEN));
  return letters.join("");
}

const UMLAUTS: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
};

export const VARIANTS: Readonly<Record<string, Variant>> = {
  "as usual": (one) => pageName(one),
  "capital letters": (one) =>
    CASED.has(one.script) ? recordName(one).toLocaleUpperCase(one.script === "turkish" ? "tr" : "en") : null,
  "without accents": (one) =>
    BARE.has(one.script)
      ? changed(recordName(one), recordName(one).normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC"))
      : null,
  "accents as marks of their own": (one) => changed(pageName(one), pageName(one).normalize("NFD")),
  "family name, comma, given name": (one) => (spaced(one) ? `${one.family}, ${one.given}` : null),
  "courtesy word before": (one, random) => {
    const { before } = poolOf(one.script);
    return before.length > 0 ? random.pick(before) + pageName(one) : null;
  },
  "courtesy word or degree behind": (one, random) => {
    const { behind } = poolOf(one.script);
    return behind.length > 0 ? pageName(one) + random.pick(behind) : null;
  },
  "nickname in brackets or quotes": (one, random) => {
    const nick = random.pick(poolOf(one.script).given);
    const around = random.pick([
      ["(", ")"],
      ["“", "”"],
      ['"', '"'],
      ["„", "“"],
      ["«", "»"],
    ]);
    if (!spaced(one)) return `${pageName(one)}（${nick}）`;
    return `${one.given} ${around[0]}${nick}${around[1]} ${one.family}`;
  },
  "another apostrophe or hyphen": (one, random) =>
    changed(
      recordName(one),
      recordName(one)
        .replaceAll("'", random.pick(["’", "ʼ", "`", "´"]))
        .replaceAll("-", random.pick(["\u2010", "\u2011", "–", " "])),
    ),
  "cut by something nobody sees": (one, random) => cut(pageName(one), random),
  "another blank": (one, random) =>
    spaced(one) ? recordName(one).replace(" ", random.pick(["\u00a0", "  ", "\u2009"])) : null,
  "middle initial": (one, random) =>
    CASED.has(one.script) ? `${one.given} ${random.pick(["M.", "K."])} ${one.family}` : null,
  "a picture or stars beside": (one, random) =>
    random.pick([`⭐ ${pageName(one)}`, `${pageName(one)} 🟢`, `${pageName(one)} ★★★☆☆`, `✓ ${pageName(one)}`]),
  "umlauts written out": (one) =>
    one.script === "german"
      ? changed(
          recordName(one),
          recordName(one).replace(/[äöüßÄÖÜ]/g, (letter) => UMLAUTS[letter] as string),
        )
      : null,
  "family name first with a blank": (one, random) =>
    spaced(one) ? null : `${one.family}${random.pick([" ", "\u3000"])}${one.given}`,
  "full width or compatibility forms": (one) =>
    one.script === "latin"
      ? recordName(one).replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
      : null,
};
