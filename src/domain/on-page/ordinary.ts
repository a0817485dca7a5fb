/**
 * Words that stand on pages without meaning a tag: what a program calls its parts and steps, verbs and adjectives that are
 * also names of things. They count only in a declared place or, inside a sentence, with a capital.
 */
const WORDS = `
  lead leads go swift open active new ready great good nice reading bath lean staff head manager director executive
  expert specialist associate partner principal consultant founder intern graduate master bachelor beginner senior junior
  remote hybrid travel flexible permanent temporary contractor freelance urgent passive contacted internal external
  interview assessment review offer applied sourced rejected hired shortlist pipeline referral maybe favourite alumni
  agency ghosted blacklist team people support security legal training coaching planning quality research design product
  platform infrastructure architecture cloud data mobile growth brand communication presentation driver cleaner crane
  painter doctor theatre picking sketch unity rust spark agile access word
  absage zusage wiedervorlage empfehlung offen aktiv neu gut leiter personal recht bank messe steuern schulung qualitat
  produktion ausbildung studium praktikum entwickler
  actif nouveau poste formation cadre gestion stage serveur securite vente recrutement vivier refuse recommandation
  activo nuevo formacion seleccion recomendado descartado preseleccionado comercial seguridad calidad
  採用 日本 本社 保留 企画 不採用 内定 招聘 채용 인사 보류 отказ резерв рекрутер
`;

let words: ReadonlySet<string> | null = null;

/** Whether a folded word, as the index spells it, is an ordinary one. */
export function isOrdinary(word: string, stem: (word: string) => string): boolean {
  words ??= new Set(WORDS.trim().split(/\s+/).map(stem));
  return words.has(stem(word));
}

/** Whether a text is German, whose nouns all have capitals: there a capital says nothing. */
export const hasNounCapitals = (text: string): boolean =>
  (text.match(/\b(?:und|der|die|mit|bei|für)\b/g)?.length ?? 0) > 2;
