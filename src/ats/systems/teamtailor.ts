import { digits } from "../common/ids";
import { numberAfter } from "../common/links";
import { isColourAndAnimal } from "../common/pseudonyms";
import { idAfter, segments } from "../common/url";
import { byCandidate, candidate } from "../common/verdict";
import type { Rule } from "../rule";

/** One host for all regions, and regional twins of it. */
const HOST = /^app(?:\.[a-z]{2,4})?\.teamtailor\.com$/;

/** A company's id, with its region behind it (`@eu`) where it has one: both together name the company. */
const COMPANY = /^[\w-]{1,40}(?:@[a-z]{2,4})?$/;

const HOMES = ["", "na.", "eu."].map((region) => `https://app.${region}teamtailor.com`);

/** Teamtailor. The query may repeat a candidate's number (`modal=`); only the path counts. */
export const teamtailor: Rule = {
  id: "teamtailor",
  matches: HOMES.map((home) => `${home}/*`),
  links: HOMES.flatMap((home) => numberAfter(`${home}/*candidate/`, `${home}/*candidates/`)),
  anonymous: {
    source:
      "https://support.teamtailor.com/en/articles/3790111-anonymous-candidates-anonymize-your-candidate-profiles-in-your-hiring-process",
    isPseudonym: isColourAndAnimal,
  },
  read({ url }) {
    if (!HOST.test(url.hostname)) return null;
    const path = segments(url.pathname);
    const [first, second = "", ...below] = path;
    // Public postings are shown on the same host.
    if (first === "jobs") return null;
    const company = first === "companies" && COMPANY.test(second) ? second : null;
    const inside = first === "companies" ? below : path;
    // Below `candidates/segment/…`, or a job's `stages/…`, or directly.
    const known = ["candidates", "jobs"].includes(inside[0] ?? "");
    const person = known ? idAfter(inside, ["candidate", "candidates"], digits) : null;
    return candidate(company, person ? byCandidate(person) : null);
  },
};
