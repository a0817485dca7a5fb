import { segments } from "../common/url";
import { byApplication, byCandidate, needingPageMatch, needsPage, noCandidate, somethingElse } from "../common/verdict";
import type { Given, Rule, Verdict } from "../rule";

const HOST = /^(?:(?:www|impl|(?:impl\.)?wd\d{1,4})\.myworkday\.com|(?:impl|wd\d{1,4}-impl)\.workday\.com)$/;

/** First path segments that belong to the platform, not to a customer. */
const PLATFORM = new Set(["wday", "ccx", "d"]);

/** `<class>$<number>`, an internal id no API takes. */
const INSTANCE = /^(\d{1,9})\$\d{1,19}(?:\.html?d?)?$/;
/** Workday ID: what the API speaks. */
const WID = /^([0-9a-f]{32})(?:\.html?d?)?$/i;

/** Kinds of objects known not to be candidates: worker, course and others seen. The candidate's own number is not public. */
const OTHER_CLASSES = new Set("247 1356 6503 9232 9925 15194 15341 17816 21037 22699".split(" "));

/** The segment naming the object: the first one before a related task, the last one otherwise. */
function objectOf(pieces: readonly string[]): string | null {
  const [shell, inst, ...rest] = pieces;
  if ((shell !== "d" && shell !== "email-universal") || inst !== "inst") return null;
  if (rest[1] === "rel-task") return rest[0] ?? null;
  return rest.length === 1 || rest.length === 2 ? (rest.at(-1) ?? null) : null;
}

function read({ url, facts }: Given): Verdict {
  if (!HOST.test(url.hostname)) return null;
  const [tenant, ...pieces] = segments(url.pathname);
  if (!tenant || PLATFORM.has(tenant)) return somethingElse(null);
  const object = objectOf(pieces);
  const wid = object && WID.exec(object)?.[1]?.toLowerCase();
  if (wid) return needsPage(tenant, needingPageMatch(byCandidate(wid)), needingPageMatch(byApplication(wid)));
  const kind = object && INSTANCE.exec(object)?.[1];
  if (!kind) return noCandidate(tenant);
  if (facts && OTHER_CLASSES.has(kind)) return somethingElse(tenant);
  return needsPage(tenant);
}

/** Workday: the address shows that some object is open, its page's e-mail says whose. */
export const workday: Rule = {
  id: "workday",
  matches: ["*://*.myworkday.com/*", "*://impl.workday.com/*"],
  read,
};
