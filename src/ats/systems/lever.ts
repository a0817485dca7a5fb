import { uuid } from "../common/ids";
import { SOME_UUID } from "../common/links";
import { segments } from "../common/url";
import { byApplication, byCandidate, candidate, noCandidate } from "../common/verdict";
import type { Rule } from "../rule";

/** `hire`, also in regions and Lever's other environments; `jobs` and `api` are not for recruiters. */
const HOST = /^hire(?:\.[a-z0-9-]+)?\.lever\.co$/;

const HOMES = ["", "eu.", "green.", "sandbox."].map((region) => `https://hire.${region}lever.co`);

/** Lever. The id in the address is the opportunity's, and Kombo takes that as the candidate's. */
export const lever: Rule = {
  id: "lever",
  matches: HOMES.map((home) => `${home}/*`),
  links: HOMES.flatMap((home) => ["candidates", "search/application"].map((path) => `${home}/${path}/${SOME_UUID}`)),
  read({ url }) {
    if (!HOST.test(url.hostname)) return null;
    const [first, second, third] = segments(url.pathname);
    const opportunity = first === "candidates" ? uuid(second) : null;
    if (opportunity) return candidate(null, byCandidate(opportunity));
    const application = first === "search" && second === "application" ? uuid(third) : null;
    return application ? candidate(null, byApplication(application)) : noCandidate(null);
  },
};
