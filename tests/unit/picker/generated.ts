import fc from "fast-check";
import { fold } from "../../../src/domain/picker";

/** Words recruiters might use, in ten scripts and with the letters that fold in odd ways. */
const WORDS = [
  ["Excellent", "Fit", "Front", "End", "C#", "C++", ".NET", "Team", "lead", "Sales", "Ops"],
  ["Élève", "Café", "Straße", "Łódź", "İstanbul", "Ærø", "schön", "schon", "naïve"],
  ["Разработчик", "Ёлка", "Київ"],
  ["Οδός", "Σίσυφος", "ΟΔΟΣ"],
  ["שָׁלוֹם", "מנהל", "תל"],
  ["مُدير", "مبيعات", "می‌خواهم"],
  ["हिन्दी", "क़लम", "विकास"],
  ["設計", "高級", "開発者", "ガイド", "ｶﾞｲﾄﾞ"],
  ["한글", "개발자", "팀장"],
  ["ผู้จัดการ", "น้ำ"],
  ["தமிழ்", "მენეჯერი", "ＪＡＶＡ", "ﬁne"],
  ["👩‍💻", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
] as const;

/** Blanks a list may hold between and around words: two, tab, no-break, thin, ideographic, next line. */
const BLANKS = [" ", "  ", "\u00a0", "\u2009", "\u3000", " \u00a0", "\t", "\u0085"];
/** What nobody sees: soft hyphen, zero width, marks of direction, joiners, byte order mark, filler. */
const UNSEEN = ["\u00ad", "\u200b", "\u200e", "\u200f", "\u2060", "\ufeff", "\u034f", "\u3164", "\u0001"];
const JOINTS = [...BLANKS, " ", " ", "-", " & ", ", ", "; ", "、", ". "];

const word = fc.constantFrom(...WORDS.flat());
const form = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.normalize("NFC"),
  (text) => text.normalize("NFD"),
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
);
const rim = fc.constantFrom("", "", "", ...BLANKS, ...UNSEEN);

/** A tag's name as some ATS might hold it: in any script, composed or not, with blanks and unseen characters anywhere. */
export const tagName = fc
  .tuple(rim, fc.array(fc.tuple(word, fc.constantFrom(...JOINTS)), { minLength: 1, maxLength: 3 }), form, rim)
  .chain(([before, parts, formed, after]) => {
    const text = parts.map(([one, joint], at) => (at < parts.length - 1 ? one + joint : one)).join("");
    const name = `${before}${formed(text)}${after}`;
    return fc.tuple(fc.nat(name.length), fc.constantFrom("", "", ...UNSEEN)).map(([at, mark]) => {
      // Not inside a pair of surrogates.
      const place = /[\udc00-\udfff]/.test(name[at] ?? "") ? at - 1 : at;
      return name.slice(0, place) + mark + name.slice(place);
    });
  })
  .filter((name) => fold(name) !== "");

/** The same tag as a person may type it. */
export const respelt = (name: string): fc.Arbitrary<string> =>
  fc
    .tuple(form, fc.constantFrom("", " ", "\u00a0"), fc.constantFrom(...UNSEEN, ""))
    .map(([formed, blank, mark]) => `${blank}${formed(name).replace(/\s+/g, `$&${mark}`)}${blank}`);
