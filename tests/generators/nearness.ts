import { type Person, pageName, poolOf, recordName, type ScriptId, stranger } from "./people";
import type { SeededRandom } from "./random";
import type { Around } from "./surfaces";

/** A record of Kombo's and a page that shows somebody else, near enough to be confused. */
export interface Drawn {
  record: string;
  /** Whom the page shows. */
  shown: string;
  /** Further declared names (a dialog over the form). */
  also?: readonly string[];
  around?: Around;
  /** Addresses of Kombo's record; some unique one when left out. */
  emails?: readonly string[];
}

type Nearness = (one: Person, random: SeededRandom) => Drawn | null;

const unspaced = (one: Person) => poolOf(one.script).unspaced === true;
const other = (one: Person, random: SeededRandom, part: "given" | "family") => stranger(random, one)[part];

/** Pairs that differ in one mark or letter which readers of that script never drop. */
const MARKS: Partial<Record<ScriptId, readonly (readonly [string, string])[]>> = {
  latin: [
    ["Jan", "Jean"],
    ["Mueller", "Muller"],
  ],
  turkish: [["Can", "Can'a"]],
  german: [
    ["Mueller", "Muller"],
    ["Baer", "Bar"],
    ["Moeller", "Moller"],
  ],
  cyrillic: [["Алла", "Аллы"]],
  arabic: [["سامي", "سامر"]],
  hebrew: [["גיל", "גל"]],
  devanagari: [
    ["मीना", "मोना"],
    ["सीता", "सती"],
    ["राम", "रमा"],
    ["अनिल", "अनिला"],
  ],
  thai: [
    ["กิ่ง", "กุ้ง"],
    ["นที", "นท"],
    ["มาลี", "มาลา"],
    ["ปู", "ปุ๊"],
  ],
  kana: [
    ["かな", "がな"],
    ["はな", "ばな"],
    ["さき", "ざき"],
  ],
  han: [["太郎", "大郎"]],
  hangul: [["민준", "민중"]],
};

/** What lists put between two people, on pages of any language and taste. */
const SEPARATORS = [
  ...[
    ", ",
    "; ",
    " / ",
    " · ",
    "\n",
    "、",
    " & ",
    " | ",
    " → ",
    " ⋅ ",
    " ◦ ",
    " ▸ ",
    " ✓ ",
    " 🟢 ",
    " × ",
    " ‖ ",
    " § ",
  ],
  ...["／", "｜", "＆", "\t", "\u2028", " — ", "—", " + ", " > ", " » ", "، ", "؛ ", " ¦ "],
];

const ORDINARY: Partial<Record<ScriptId, readonly string[]>> = {
  latin: ["Mark", "Grace", "Will", "May", "Art", "Page"],
  german: ["Frei", "Ernst", "Sommer"],
  turkish: ["Deniz", "Barış"],
  arabic: ["نور", "أمل"],
  hebrew: ["אור", "טל"],
  thai: ["ใจ"],
  han: ["高", "新"],
  kana: ["まこと"],
  hangul: ["사랑"],
};

const ANIMALS: Record<ScriptId, string> = {
  latin: "Purple Penguin",
  turkish: "Mavi Tilki",
  german: "Roter Fuchs",
  greek: "Μπλε Αλεπού",
  cyrillic: "Синий Лис",
  arabic: "ثعلب أزرق",
  hebrew: "שועל כחול",
  devanagari: "नीली लोमड़ी",
  thai: "จิ้งจอก สีฟ้า",
  han: "青狐",
  kana: "あおぎつね",
  hangul: "파란여우",
};

export const DIFFERENT: Readonly<Record<string, Nearness>> = {
  "nobody in common": (one, random) => ({ record: recordName(one), shown: pageName(stranger(random, one)) }),

  "relative: same family name": (one, random) => ({
    record: recordName(one),
    shown: pageName({ ...one, given: other(one, random, "given") }),
  }),

  "namesake in part: same given name": (one, random) => ({
    record: recordName(one),
    shown: pageName({ ...one, family: other(one, random, "family") }),
  }),

  "name inside a longer name": (one, random) => {
    const more = unspaced(one) ? other(one, random, "given") : ` ${other(one, random, "family")}`;
    return { record: recordName(one), shown: pageName(one) + more };
  },

  "longer name in the record": (one, random) => ({
    record: `${recordName(one)}${unspaced(one) ? "" : " "}${other(one, random, "family")}`,
    shown: pageName(one),
  }),

  "another given name in the middle": (one, random) => {
    const middle = other(one, random, "given");
    if (unspaced(one)) return { record: recordName(one), shown: `${one.family}${middle}${one.given}` };
    return { record: recordName(one), shown: `${one.given} ${middle} ${one.family}` };
  },

  "swapped parts": (one) => ({
    record: recordName(one),
    shown: unspaced(one) ? `${one.given}${one.family}` : `${one.family} ${one.given}`,
  }),

  "neighbours in a list make up the name": (one, random) => {
    const [before, behind] = [stranger(random, one), stranger(random, one)];
    const pieces = [
      pageName({ ...before, family: one.family }),
      pageName({ ...behind, given: one.given }),
      pageName(stranger(random, one)),
    ];
    const separator = random.pick(SEPARATORS);
    return {
      record: recordName(one),
      shown: pageName(stranger(random, one)),
      around: { below: [pieces.join(separator)] },
    };
  },

  "two people in one line": (one, random) => ({
    record: recordName(one),
    shown: `${pageName(one)}${random.pick([" & ", "; ", " + ", " / "])}${pageName(stranger(random, one))}`,
  }),

  "somebody else's page names the person too": (one, random) => {
    const shown = pageName(stranger(random, one));
    const lists = [
      [`Next candidate: ${pageName(one)}`],
      [pageName(stranger(random, one)), pageName(one), pageName(stranger(random, one))],
      [`${pageName(stranger(random, one))}, ${pageName(one)}`],
      [`Referred by ${pageName(one)} last week`],
    ];
    return { record: recordName(one), shown, around: { below: random.pick(lists) } };
  },

  "record with one name only": (one, random) => {
    const word = random.pick([one.given, one.family]);
    const shown = pageName(stranger(random, one));
    return { record: word, shown, around: { below: [`${word} as read`, word] } };
  },

  "record with one name, page with the full one": (one) => ({
    record: one.family,
    shown: pageName(one),
  }),

  "record that is an ordinary word": (one, random) => {
    const words = ORDINARY[one.script];
    if (!words) return null;
    const word = random.pick(words);
    const below = [`${word} as read`, word, `${word} ${random.pick(poolOf(one.script).labels)}`];
    return { record: word, shown: pageName(stranger(random, one)), around: { below } };
  },

  "initials scattered in a text": (one, random) => ({
    record: "I A",
    shown: pageName(one),
    around: { below: ["I have a question", "A list", `${random.pick(["I", "A"])} am`] },
  }),

  "initial instead of the given name": (one, random) => {
    if (!/^\p{L}/u.test(one.given) || unspaced(one) || !/\p{Lu}/u.test(one.given)) return null;
    const sibling = other(one, random, "given");
    return { record: `${[...sibling][0]}. ${one.family}`, shown: pageName(one) };
  },

  "two middle initials": (one) =>
    /\p{Lu}/u.test(one.given) && !unspaced(one)
      ? { record: `${one.given} B. ${one.family}`, shown: `${one.given} C. ${one.family}` }
      : null,

  "own address on page and record": (one, random) => ({
    record: recordName(one),
    shown: pageName(stranger(random, one)),
    around: { emails: ["Me@example.org"], ownEmails: ["me@Example.org"] },
    emails: ["me@example.org"],
  }),

  "one address for several people": (one, random) => ({
    record: recordName(one),
    shown: pageName(stranger(random, one)),
    around: { emails: ["jobs@agency.example"] },
    emails: ["jobs@agency.example"],
  }),

  "another mark or letter": (one, random) => {
    const pairs = MARKS[one.script];
    if (!pairs) return null;
    const [left, right] = random.pick(pairs);
    const [mine, theirs] = random.next() < 0.5 ? [left, right] : [right, left];
    return { record: recordName({ ...one, given: mine }), shown: pageName({ ...one, given: theirs }) };
  },

  "one word twice": (one, random) => {
    const given = other(one, random, "given");
    const double = unspaced(one) ? `${one.family}${one.family}` : `${one.family} ${one.family}`;
    const plain = pageName({ ...one, given });
    if (random.next() < 0.5) return { record: `${one.family} ${one.family}`, shown: plain };
    return { record: recordName({ ...one, given }), shown: double };
  },

  "only the courtesy word in common": (one, random) => {
    const { before } = poolOf(one.script);
    if (before.length === 0) return null;
    const word = random.pick(before);
    return { record: word + recordName(one), shown: word + pageName(stranger(random, one)) };
  },

  "pseudonym instead of the name": (one, random) => {
    const shown = ANIMALS[one.script];
    return { record: recordName(one), shown, around: { below: [shown, random.pick(poolOf(one.script).labels)] } };
  },

  "two declared people": (one, random) => ({
    record: recordName(one),
    shown: pageName(one),
    also: [pageName(stranger(random, one))],
  }),

  "a longer run of letters": (one, random) => {
    const more = random.pick(unspaced(one) ? poolOf(one.script).given : [..."aelnorst"]);
    return { record: recordName(one), shown: `${pageName(one)}${more}` };
  },
};
