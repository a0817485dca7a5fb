import { isIdLike } from "../idlike";
import { hashRoute, segments } from "./url";

/** Areas that are about no one person, unless a person's word follows. */
export const ELSEWHERE = new Set(
  (
    "job jobs project projects client clients company companies vacancy vacancies position positions dashboard home " +
    "settings admin reports report calendar login signin logout"
  ).split(" "),
);

/** Further ones: enough not to search the address for ids, too little to say that nobody is open. */
const LIKELY_ELSEWHERE = new Set(
  (
    "alljobs sdash plan plans posting postings requisition requisitions opening openings offer offers department " +
    "departments team teams interview interviews scorecard scorecards community communities employee employees " +
    "employee-portal setup account accounts user users integration integrations analytics inbox tasks import imports " +
    "sign_in sign_up"
  ).split(" "),
);

const PERSON =
  /^(?:people|persons?|candidates?|applicants?|applications?|profiles?|talents?|jobseekers?|kandidat(?:en|i)?|bewerber|bewerbung(?:en)?)$/;

/** The pieces of path and hash route in lower case, without the file extensions of old programs. */
export function plainPieces(url: URL): string[] {
  const pieces = [...segments(url.pathname), ...hashRoute(url).segments];
  return pieces.map((piece) => piece.toLowerCase().replace(/\.(?:aspx?|html?|php|jsp)$/, ""));
}

/** Whether the words of an address say that it is a list, or about a job, the settings and the like: nobody's page. */
export function saysElsewhere(url: URL): boolean {
  const pieces = plainPieces(url);
  if (PERSON.test(pieces.at(-1) ?? "")) return true;
  if (pieces.some((piece, at) => PERSON.test(piece) && isIdLike(pieces[at + 1] ?? ""))) return false;
  return pieces.some((piece) => ELSEWHERE.has(piece) || LIKELY_ELSEWHERE.has(piece));
}
