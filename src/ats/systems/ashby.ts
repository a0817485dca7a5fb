import { uuid } from "../common/ids";
import { SOME_UUID } from "../common/links";
import { idAfter, segments } from "../common/url";
import { byApplication, byCandidate, candidate } from "../common/verdict";
import type { Rule } from "../rule";

/**
 * Ashby. A candidate opens beside many lists, so the path before the ids varies. Merging candidates changes the
 * candidate's id, therefore the application is asked as well.
 */
export const ashby: Rule = {
  id: "ashby",
  matches: ["https://app.ashbyhq.com/*"],
  links: ["candidates", "candidate", "applications"].map((word) => `https://app.ashbyhq.com/*${word}/${SOME_UUID}`),
  read({ url }) {
    if (url.hostname !== "app.ashbyhq.com") return null;
    const path = segments(url.pathname);
    const person = idAfter(path, ["candidates", "candidate"], uuid);
    const application = idAfter(path, ["applications"], uuid);
    return candidate(null, person ? byCandidate(person) : null, application ? byApplication(application) : null);
  },
};
