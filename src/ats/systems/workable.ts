import { isLabel, subdomain } from "../common/host";
import { digits } from "../common/ids";
import { hexAfter } from "../common/links";
import { segments } from "../common/url";
import { byCandidate, candidate, needingPageMatch, noCandidate } from "../common/verdict";
import type { Rule } from "../rule";

/** The vendor's own sites and the applicants' side. */
const NOT_RECRUITERS = new Set(
  "apply jobs careers help api developers resources get status support blog id".split(" "),
);

/** Entries to the recruiters' side that name no customer. */
const NO_TENANT = new Set(["", "www", "app"]);

/** The API's id is the address's number plus this, in hexadecimal: true for every pair that could be compared. */
const OFFSET = 1234n;

const apiId = (number: string): string => (BigInt(number) + OFFSET).toString(16);

/** The piece that names the candidate in a path below `/backend`. */
function pieceIn([first, ...rest]: readonly string[]): string | undefined {
  if (first === "candidates") return rest[0] === "db" && rest[1] === "profile" ? rest[2] : rest[0];
  if (first !== "jobs") return undefined;
  const [, view, second, third, fourth] = rest;
  if (view === "candidates") return second;
  return view === "browser" && third === "candidate" ? fourth : undefined;
}

/** The API's id from the address's number, or as programs put it into their links; words such as `faced` are none. */
function candidateIn(piece: string | undefined): string | null {
  const number = digits(piece);
  if (number) return apiId(number);
  return piece && /^(?=.*\d)(?=.*[a-f])[0-9a-f]{5,16}$/i.test(piece) ? piece.toLowerCase() : null;
}

/** Workable. The address has another number than the API; what is worked out from it counts only when the page agrees. */
export const workable: Rule = {
  id: "workable",
  matches: ["https://*.workable.com/backend/*"],
  links: hexAfter(
    ...["*candidates/", "*candidate/", "candidates/db/profile/"].map(
      (path) => `https://*.workable.com/backend/${path}`,
    ),
  ),
  read({ url }) {
    const sub = subdomain(url.hostname, "workable.com");
    if (sub === null || NOT_RECRUITERS.has(sub) || (sub !== "" && !isLabel(sub))) return null;
    const [root, ...path] = segments(url.pathname);
    if (root !== "backend") return null;
    const tenant = NO_TENANT.has(sub) ? null : sub;
    const id = candidateIn(pieceIn(path));
    return id ? candidate(tenant, needingPageMatch(byCandidate(id))) : noCandidate(tenant);
  },
};
