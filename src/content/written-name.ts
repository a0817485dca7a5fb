import { writtenIn } from "../domain/text/written";
import { bodyOf } from "./dom";
import { thisPlace } from "./place";
import { visibleText } from "./walk";

/** A name as this page writes it where a person can read it. Null when it stands nowhere: then the page must not learn it. */
export function writtenName(name: string): string | null {
  const body = bodyOf(document);
  return body && writtenIn(visibleText(body, thisPlace()), name);
}
