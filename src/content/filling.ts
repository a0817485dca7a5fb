import { bodyOf, fits, stateOf } from "./dom";
import { all, type Place } from "./place";
import { documentBox } from "./visibility";
import { Walk } from "./walk";

/** More text than this, and something has come, whatever else still turns. */
const MUCH_TEXT = 300;
/** Fewer letters are no content: a menu button, a logo. */
const FEW_LETTERS = 2;
/** What frames every page of a program and is there before its content. */
const FRAME =
  "nav, header, footer, [role='navigation' i], [role='banner' i], [role='contentinfo' i], [role='menubar' i], [class*='navbar' i]";
const SPINNER =
  "progress:not([value]), [role='progressbar' i]:not([aria-valuenow]), " +
  ["spinner", "skeleton", "loading", "loader", "placeholder-glow", "shimmer"]
    .map((name) => `[class*="${name}" i]`)
    .join();
const LOADING =
  /^(?:loading|please wait|one moment|initiali[sz]ing|wird geladen|lädt|laden|bitte warten|einen moment|chargement|veuillez patienter|cargando|carregando|a carregar|caricamento|ładowanie|načítání|indlæser|laster|läser in|ladataan|yükleniyor|загрузка|завантаження|読み込み中|加载中|載入中|로딩)/iu;

/** Whether the page is still on its way: being parsed, said to be busy, or showing little more than a spinner. */
export function isFilling(document: Document, textLength: number, place: Place): boolean {
  if (stateOf(document) === "loading" || shows("[aria-busy='true' i]", place)) return true;
  if (textLength > MUCH_TEXT) return false;
  const content = contentLines(document, place).filter((line) => !LOADING.test(line));
  const letters = content.join("").match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters < FEW_LETTERS || shows(SPINNER, place);
}

function shows(selector: string, place: Place): boolean {
  for (const element of all(selector, place)) if (place.visibility.shows(element)) return true;
  return false;
}

function contentLines(document: Document, { shadows }: Place): string[] {
  const lines: string[] = [];
  const body = bodyOf(document);
  const walk = new Walk(shadows, { onLine: (line) => lines.push(line), skip: (element) => fits(element, FRAME) });
  if (body) walk.read(body, documentBox(document));
  return lines;
}
