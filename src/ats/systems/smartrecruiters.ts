import { uuid } from "../common/ids";
import { SOME_UUID } from "../common/links";
import { segments } from "../common/url";
import { byApplication, byCandidate, candidate, noCandidate } from "../common/verdict";
import type { Rule } from "../rule";

const HOSTS = new Set(["www.smartrecruiters.com", "smartrecruiters.com", "app.smartrecruiters.com"]);

/** SmartRecruiters. Whether the id of the current page is the application's or the candidate's is disputed: both are asked. */
export const smartrecruiters: Rule = {
  id: "smartrecruiters",
  matches: [...HOSTS].map((host) => `https://${host}/app/*`),
  links: [...HOSTS].map((host) => `https://${host}/app/people/${SOME_UUID}`),
  reads: {
    // In the same tree as the profile's element, or in that element's own shadow root.
    email: {
      kind: "elements",
      selector: ":is(sr-candidate-personal-info, :host(sr-candidate-personal-info)) spl-typography-body",
    },
  },
  emailReads: ["email"],
  read({ url }) {
    if (!HOSTS.has(url.hostname)) return null;
    const [app, people, kind, id] = segments(url.pathname);
    if (app !== "app") return null;
    if (people !== "people") return noCandidate(null);
    const application = kind === "applications" ? uuid(id) : null;
    if (application) return candidate(null, byApplication(application), byCandidate(application));
    const person = kind === "profile" || kind === "candidates" ? uuid(id) : uuid(kind);
    return candidate(null, person ? byCandidate(person) : null);
  },
};
