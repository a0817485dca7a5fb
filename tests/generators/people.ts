import type { SeededRandom } from "./random";

/** Names of one script, given and family apart. Made up by combining; nobody in particular. */
export interface NamePool {
  given: readonly string[];
  family: readonly string[];
  /** Joined without a blank, family name first. */
  unspaced?: true;
  /** Courtesy words as they stand before or behind a name on a page. */
  before: readonly string[];
  behind: readonly string[];
  /** Words every page of that language has. */
  labels: readonly string[];
}

const list = (text: string) => text.split(" ");

export const SCRIPTS = {
  latin: {
    given: list("Ana José Zoë Łukasz Jean-Luc Renée Søren Nikola Mary-Jane Žofia Conor Inês Chloé Ádám"),
    family: list("García O'Brien Nowak López Dvořák Lefèvre Smith-Jones Kovács Silva D'Angelo Müllner Ștefan Björk"),
    before: ["Dr. ", "Prof. ", "Mr. ", "Ms "],
    behind: [", B.Sc.", " Jr.", ", MBA", " PhD"],
    labels: ["All candidates", "Applied last week", "Reject", "Resume", "Phone screen"],
  },
  turkish: {
    given: list("Işık İbrahim Çağla Gülşen Ilgın Şükrü Özgür Nazlı Cem Tuğba"),
    family: list("Yıldız İnönü Çelik Şahin Öztürk Kılıç Güneş Aydın Ilıcalı Doğan"),
    before: ["Dr. ", "Sayın "],
    behind: [" Bey", " Hanım"],
    labels: ["Adaylar", "Başvuru tarihi", "Reddet", "Özgeçmiş"],
  },
  german: {
    given: list("Jörg Käthe Jürgen Hans-Jörg Bärbel Sören Günther Heike Uwe Anke"),
    family: list("Müller Groß Weiß Schäfer Böhm Bäcker Köhler Lüdtke Süßmann Vogt"),
    before: ["Dr. ", "Prof. Dr. ", "Herr ", "Frau "],
    behind: [", M.Sc.", ", Dipl.-Ing."],
    labels: ["Alle Bewerbungen", "Absagen", "Lebenslauf", "Beworben am 3. Mai"],
  },
  greek: {
    given: list("Γιώργος Ελένη Νίκος Χρήστος Άννα Δημήτρης Σοφία Μαρία Θωμάς"),
    family: list("Παπαδόπουλος Αγγελής Κωνσταντίνου Βλάχος Οικονόμου Μάνος Ρούσσος Δούκας"),
    before: ["Δρ. ", "κ. "],
    behind: [" PhD"],
    labels: ["Υποψήφιοι", "Αίτηση από χθες", "Βιογραφικό"],
  },
  cyrillic: {
    given: list("Артём Семён Юлия Алёна Ольга Иван Пётр Дарья Фёдор Злата"),
    family: list("Королёв Соловьёв Кузнецов Белая Журавлёв Орлов Шевченко Ткач Петров"),
    before: ["Д-р ", "Проф. ", "г-н "],
    behind: [" PhD"],
    labels: ["Кандидаты", "Отклик от вчера", "Резюме"],
  },
  arabic: {
    given: list("محمد فاطمة يوسف ليلى خالد مريم سامي نور عمر هدى"),
    family: list("حداد النجار قاسم منصور السيد خليل عباس شريف درويش"),
    before: ["د. ", "السيد ", "الدكتور "],
    behind: [],
    labels: ["المرشحون", "السيرة الذاتية", "رفض"],
  },
  hebrew: {
    given: list("דוד שרה יוסף רחל נועם תמר איתן מיכל גיל"),
    family: list("כהן לוי מזרחי פרץ ביטון אברהם פרידמן שפירא אזולאי"),
    before: ['ד"ר ', "מר ", "גב' "],
    behind: [],
    labels: ["מועמדים", "קורות חיים", "דחייה"],
  },
  devanagari: {
    given: list("मीना सीता राहुल अनिल प्रिया विकास नेहा दीपक सुनीता"),
    family: list("शर्मा वर्मा सिंह गुप्ता जोशी पटेल मिश्रा यादव राव"),
    before: ["श्री ", "डॉ. ", "श्रीमती "],
    behind: [" जी"],
    labels: ["उम्मीदवार", "आवेदन", "अस्वीकार"],
  },
  thai: {
    given: list("กิ่ง สมชาย มาลี วิชัย ปราณี อนันต์ สุดา นที ชูใจ"),
    family: list("ใจดี ทองดี สุขใจ แสงทอง บุญมา ศรีสุข วงศ์ไทย รุ่งเรือง"),
    before: ["คุณ", "นาย", "ดร. "],
    behind: [],
    labels: ["ผู้สมัคร", "ใบสมัคร", "ปฏิเสธ"],
  },
  han: {
    given: list("伟 太郎 明 美咲 健一 秀英 娜 建国 志强 芳"),
    family: list("王 山田 李 佐藤 张 鈴木 刘 高橋 陈 欧阳"),
    unspaced: true,
    before: [],
    behind: ["様", "さん", "先生", "女士", " 様", "氏"],
    labels: ["候補者", "応募者", "履歴書", "候选人", "申请"],
  },
  kana: {
    given: list("かな はな たろう ゆうき さくら けんじ みさき ひろし まい"),
    family: list("やまだ たなか さとう すずき いとう なかむら こばやし かとう"),
    unspaced: true,
    before: [],
    behind: ["さん", "さま", " さん", "様", "ちゃん"],
    labels: ["候補者", "プロフィール", "応募"],
  },
  hangul: {
    given: list("민준 서연 지훈 수진 현우 은지 도윤 하은 준호"),
    family: list("김 이 박 최 정 강 조 남궁 황보"),
    unspaced: true,
    before: [],
    behind: ["님", "씨", " 님", " 씨", " 선생님"],
    labels: ["후보자", "지원자", "이력서"],
  },
} as const satisfies Record<string, NamePool>;

export type ScriptId = keyof typeof SCRIPTS;
export const SCRIPT_IDS = Object.keys(SCRIPTS) as ScriptId[];

/** A made-up person, as Kombo gives the name: given and family apart. */
export interface Person {
  script: ScriptId;
  given: string;
  family: string;
}

export const poolOf = (script: ScriptId): NamePool => SCRIPTS[script];

export function person(random: SeededRandom, script: ScriptId): Person {
  const pool = poolOf(script);
  return { script, given: random.pick(pool.given), family: random.pick(pool.family) };
}

/** As Kombo's record reads: given name, blank, family name. */
export const recordName = ({ given, family }: Person): string => `${given} ${family}`;

/** As a page of that script usually writes it. */
export const pageName = (one: Person): string =>
  poolOf(one.script).unspaced ? `${one.family}${one.given}` : recordName(one);

/** An address that says nothing about the script. */
export const address = (random: SeededRandom): string => `person${random.below(1_000_000)}@example.com`;

/** Somebody with neither name in common with `other`. */
export function stranger(random: SeededRandom, other: Person): Person {
  const pool = poolOf(other.script);
  const differing = (names: readonly string[], name: string) => names.filter((one) => one !== name);
  return {
    script: other.script,
    given: random.pick(differing(pool.given, other.given)),
    family: random.pick(differing(pool.family, other.family)),
  };
}
