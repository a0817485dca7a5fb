import { LINE_PLACES, type PageText } from "../facts";
import { type Section, sectionOf, sectionOfLine } from "./sections";

/** Where a line stands, as far as it says what its words are worth. */
export type Standing =
  | "declared" // under a title or behind a label such as "Skills"
  | "field" // behind another label: "Location: Berlin"
  | "headline" // just below the candidate's name
  | "heading"
  | "content"
  | "note"; // a colleague's, not the candidate's

export interface Line {
  text: string;
  standing: Standing;
}

/** So many lines below the name say who somebody is. */
const HEADLINES = 3;
/** A label is short, and more follows it. */
const LABEL = /^([^:：,.]{2,30})\s?[:：](?!\/\/)\s*(?=\S)/;
const TITLE_END = /[:：]\s*$/;
/** Short lines above the name are menus, whatever the page says of them. */
const SHORT = 30;

/** The lines of a page that may be about the candidate, with what they are worth; menus, buttons and job ads left out. */
export function readLines({ text, places = "" }: PageText, name: string): Line[] {
  const rows = text.split("\n");
  const nameAt = name === "" ? -1 : rows.findIndex((row, at) => mayShow(places[at]) && row.includes(name));
  const lines: Line[] = [];
  let section: Section | null = null;
  let below = 0;
  rows.forEach((row, at) => {
    const place = places[at];
    if (!mayShow(place)) return;
    if (at <= nameAt && (at === nameAt || row.length <= SHORT)) return;
    if (place === LINE_PLACES.heading) {
      section = sectionOf(row) ?? "other";
      if (section === "other") lines.push({ text: row, standing: "heading" });
      return;
    }
    const title = TITLE_END.test(row) ? sectionOf(row.replace(TITLE_END, "")) : sectionOfLine(row);
    if (title !== null) {
      section = title;
      return;
    }
    if (section === "foreign") return;
    const label = LABEL.exec(row);
    const labelled = label && sectionOf(label[1]!);
    if (labelled === "foreign") return;
    const isHeadline = nameAt >= 0 && at > nameAt && section === null && below < HEADLINES;
    below++;
    lines.push({
      text: label ? row.slice(label[0].length) : row,
      standing: standingOf(place, labelled === "skills" || section === "skills", label !== null, isHeadline),
    });
  });
  return lines;
}

const mayShow = (place: string | undefined): boolean => place !== LINE_PLACES.frame && place !== LINE_PLACES.button;

function standingOf(place: string | undefined, declared: boolean, labelled: boolean, headline: boolean): Standing {
  if (place === LINE_PLACES.note) return "note";
  if (declared) return "declared";
  if (labelled) return "field";
  return headline ? "headline" : "content";
}
