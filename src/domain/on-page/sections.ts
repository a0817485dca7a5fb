import { fold } from "../text/fold";
import { stem } from "./words";

/** What the lines under a title are: the person's skills in a list, the job's own text, or about other people. */
export type Section = "skills" | "foreign" | "other";

/** How sections are called, folded; a title has one of these words or phrases in it. */
const TITLES: Readonly<Record<Exclude<Section, "other">, string>> = {
  skills: `skill, language, competence, competencies, qualification, certificate, certification, technologies, tools,
    expertise, kenntnis, fahigkeit, sprachen, qualifikation, zertifikat, werkzeuge, competences, langues, logiciels,
    aptitudes, competencias, idiomas, programas, habilidades, lingue, competenze, talen, vaardigheden, umiejetnosci, jezyki,
    навыки, языки, スキル, 語学, 資格, 技能, 语言, 기술, 언어, المهارات, اللغات, שפות, כישורים, ทักษะ, ภาษา, beceriler, diller`,
  foreign: `job description, about the job, about the role, the role, requirement, responsibilities, we offer, job ad,
    stellenbeschreibung, stellenanzeige, anforderungen, aufgaben, wir bieten, l'annonce, l'offre, la oferta,
    descripcion del puesto, requisitos, 募集要項, similar candidate, recently viewed, other candidate, all tags, filter by,
    ahnliche kandidat, zuletzt angesehen, weitere bewerber, candidats semblables, otros candidatos`,
};

/** A title is short: a sentence that has the word in it is none. */
const MAX_TITLE = 40;

let phrases: { section: Section; text: string }[] | null = null;

/** The section a title begins, whatever its language; null for a text that names none of those known. */
export function sectionOf(title: string): Section | null {
  if (title.length > MAX_TITLE || /[,.;、。，；@\d]/.test(title)) return null;
  const folded = fold(title);
  phrases ??= (Object.keys(TITLES) as (keyof typeof TITLES)[]).flatMap((section) =>
    TITLES[section].split(",").map((text) => ({ section, text: fold(text) })),
  );
  return phrases.find(({ text }) => holdsWord(folded, text))?.section ?? null;
}

let titles: Map<string, Section> | null = null;

/** The same for a line that nothing marks as a title: it must be one of those known, or its plural. */
export function sectionOfLine(line: string): Section | null {
  if (line.length > MAX_TITLE) return null;
  titles ??= new Map(
    (Object.keys(TITLES) as (keyof typeof TITLES)[]).flatMap((section) =>
      TITLES[section].split(",").map((text) => [stem(fold(text)), section] as const),
    ),
  );
  return titles.get(stem(fold(line))) ?? null;
}

function holdsWord(folded: string, text: string): boolean {
  const at = folded.indexOf(text);
  // Only the beginning must be a word's: the end may carry a plural.
  return at === 0 || (at > 0 && !/[a-z]/.test(folded[at - 1]!) && folded.length - text.length < 24);
}
