import { lazyRegExp } from "../text/lazy-reg-exp";
import { foldWord, type Word } from "./words";

/**
 * Words of buttons, links, menus and app shells. A text with one of them is no name: it neither names the candidate nor
 * shows that the page is somebody else's.
 */
const GENERIC = `
loading please wait open view show see more details detail profile profiles candidate candidates applicant applicants
application applications resume cv edit next previous back list all talent pool pipeline stage recruiting recruitment
recruiter hiring jobs job position overview dashboard inbox settings search sign login log home new untitled unknown
anonymous hidden page screening interview interviews review contact contacts person people user record go here click
engineer developer manager designer analyst consultant assistant director specialist intern trainee lead sales account
product software marketing senior junior email phone message messages note notes activity
offnen ansehen anzeigen profil bewerber bewerberin bewerbung bewerbungen kandidat kandidatin kandidaten lebenslauf lade
laden wird geladen weiter zuruck details stelle stellen ubersicht suche zum zur entwickler entwicklerin leiter leiterin
voir ouvrir afficher candidat candidate candidats candidature candidatures profil chargement suivant precedent
ver abrir mostrar perfil candidato candidata candidatos solicitud cargando siguiente anterior oferta
vedi apri mostra profilo candidatura caricamento bekijk bekijken openen kandidaat profiel sollicitatie laden
visa oppna kandidat ansokan abn vis kandidater otworz zobacz kandydat aplikacja zobrazit otevrit uchazec
nayta avaa profiili hakija megtekintes megnyitas profilja jelolt profilul vezi deschide candidatul xem ho so lihat buka pelamar
профіль переглянути відкрити кандидати профил преглед
aday adaylar profili profilini goruntule ac yukleniyor basvuru basvurular ozgecmis
προφιλ προβολη ανοιγμα υποψηφιος υποψηφιοι φορτωση αιτηση βιογραφικο
профиль открыть просмотр посмотреть кандидат кандидаты кандидата загрузка резюме отклик
عرض فتح الملف الشخصي المرشح المرشحون السيرة الذاتية تحميل جار רشح رفض
פרופיל הצג פתח מועמד מועמדים טוען קורות חיים דחייה
प्रोफ़ाइल देखें खोलें उम्मीदवार आवेदन अस्वीकार लोड
โปรไฟล์ ดู เปิด ผู้สมัคร ใบสมัคร ปฏิเสธ กำลังโหลด
候補者 応募者 履歴書 候选人 候選人 申请 申請 应聘者 查看 打开 打開 简历 簡歷 个人资料 詳細 详情 編集 编辑 表示 開く
読み込み中 加载中 プロフィール 応募 一覧 次へ 戻る
후보자 지원자 이력서 프로필 보기 열기 보다 확인 상세 로딩 지원서 목록
`;

const UNSPACED = lazyRegExp(String.raw`^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Hang}]{2,}$`, "u");

interface GenericWords {
  all: ReadonlySet<string>;
  /** Those of scripts without blanks: found inside a run, for nobody can tell there where a word ends. */
  joined: readonly string[];
}

let made: GenericWords | undefined;

/** Made when a name is first looked at: folding all of them would hold up each start of the worker. */
function generic(): GenericWords {
  if (made) return made;
  const all = new Set(GENERIC.split(/\s+/).filter(Boolean).map(foldWord));
  made = { all, joined: [...all].filter((word) => UNSPACED().test(word)) };
  return made;
}

export const isGenericRun = (joined: string): boolean => generic().joined.some((word) => joined.includes(word));

export const isGeneric = (word: Word): boolean => generic().all.has(word.plain);
