import type { Word } from "./words";

/** Courtesy words and degrees, folded. Each belongs to one side of the name, so that nobody called "Ma" loses it. */
const list = (text: string) => new Set(text.split(" "));

const BEFORE = list(
  "dr drin prof mag maga mr mrs ms miss mx herr frau hr fr dipl ing mag mme mlle dott avv dra frl doc univ mudr bc " +
    "δρ κος κα др проф гн гжа دكتور الدكتور الدكتورة مر דר פרופ גב מר डॉ डा डॉक्टर श्री श्रीमती सुश्री শ্রী শ্রীমতী ডা " +
    "શ્રી శ్రీ திரு คุณ นาย นาง นางสาว ดร",
);
/** Also names: taken off only where a full name remains. */
const BEFORE_FULL_NAME = list(
  "sir don sig sra السيد السيدة الأستاذ الاستاذ sayin sn freiherr freifrau graf grafin कुमारी",
);
const BEHIND = list(
  "phd bsc msc mba beng meng llb llm mphil dphil esq jr ii iii iv cpa pmp bba mpa med bcom mcom dipl ing jd md dds rn " +
    "btech mtech bca mca edd psyd pharmd cfa caia frm cisa cism cissp phr sphr shrm acca cma itil csm prince2 bsn msn mph " +
    "mpp mphys mchem ceng mieee frcs mrcp obe cbe mbe " +
    "जी",
);
/** Also names or words: a degree only behind a comma, with dots or in capitals behind a comma. */
const BEHIND_COMMA = list("ma ba bs ms sr sc do mag dr pe ra ca bed");
const BEHIND_FULL_NAME = list("bey hanim");
/** One letter and a dot before the name. */
const BEFORE_LETTER = list("κ د ا م");

/** Dotted words that are one abbreviation. */
export const isAbbreviation = (folded: string): boolean =>
  BEHIND.has(folded) || BEHIND_COMMA.has(folded) || BEFORE.has(folded);

function isBefore(word: Word, left: number): boolean {
  if (BEFORE.has(word.plain)) return left > 1;
  if (BEFORE_FULL_NAME.has(word.plain)) return left > 2;
  return word.dotted && word.isCapital !== true && BEFORE_LETTER.has(word.plain) && left > 1;
}

function isBehind(word: Word, left: number): boolean {
  if (BEHIND.has(word.plain)) return left > 1;
  if (BEHIND_FULL_NAME.has(word.plain)) return left > 2;
  return word.dotted && !word.isInitial && BEHIND_COMMA.has(word.plain) && left > 1;
}

/** The words of a run without courtesy words and degrees at its ends. */
export function withoutTitles(words: readonly Word[]): Word[] {
  let [from, to] = [0, words.length];
  while (from < to && isBefore(words[from] as Word, to - from)) from++;
  while (from < to && isBehind(words[to - 1] as Word, to - from)) to--;
  return words.slice(from, to);
}

/** Whether a run is made of courtesy words and degrees only; behind a comma more of them count ("Ada Example, MA"). */
export const isOnlyTitles = (words: readonly Word[], isBehindComma: boolean): boolean =>
  words.every(({ plain }) => BEFORE.has(plain) || (isBehindComma && (BEHIND.has(plain) || BEHIND_COMMA.has(plain))));

const HONORIFIC = /(?:さん|さま|様|殿|氏|先生|女士|小姐|老师|老師|同学|博士|くん|ちゃん|선생님|님|씨|귀하)$/u;
/** Endings of names too (昭君, 지양): an honorific only where a blank stands before it. */
const HONORIFIC_APART = list("君 군 양 씨 様 さん さま 님 선생님 先生 女士 氏 殿 くん ちゃん 귀하 小姐 老师 博士");

/** The joined forms a run of a script without blanks may stand for: as it is, and without an honorific behind it. */
export function joinedForms(words: readonly Word[]): string[] {
  const apart = words.length > 1 && HONORIFIC_APART.has((words.at(-1) as Word).plain);
  const joined = (apart ? words.slice(0, -1) : words).map((word) => word.plain).join("");
  const bare = joined.replace(HONORIFIC, "");
  return bare === joined || bare === "" ? [joined] : [joined, bare];
}
