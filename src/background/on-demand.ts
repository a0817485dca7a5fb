/**
 * What finds candidates, and what is built from the rules. Most starts of the worker (an alarm, an answer, a badge) need
 * none of it, so it is a script of its own: reach it by `onDemand`, import it nowhere else.
 */
export { detect } from "../ats/detect";
export { RULES } from "../ats/index";
export { sameRecordName } from "../domain/identity/compare-names";
export { parsePolicy } from "../domain/policy/parse";
export { signInSilently } from "./account/sign-in-silently";
export { Batches } from "./batch/batches";
export { addToBatch, beginBatch, createBatch } from "./batch/create";
export { lookUpSlice } from "./batch/look-up";
export { requestCandidates } from "./matching/assess";
export { findByHand } from "./matching/by-hand";
export { findByLink } from "./matching/by-link";
export { findInTab } from "./matching/by-tab";
export { confirmMatch } from "./matching/confirm";
export { knownSiteOf } from "./matching/known-site";
export { hasMovedOn } from "./matching/moved-on";
export { findForPopup, findLinkForPopup } from "./matching/recent-finds";
export { buildMenus } from "./menu/build";
export { carryOutIntentions } from "./outbox/carry-out";
export { returnTo } from "./outbox/return-to";
