export { fold } from "../text/fold";
export { type Judgement, judge } from "./judge";
export { type BadName, badName, cleanName, MAX_NAME } from "./name";
export { splitPaste } from "./paste";
export { existing, type Index, prepare } from "./prepare";
export { MAX_RECENTS, rankRecents } from "./recents";
export { type SearchOptions, type Suggestion, search } from "./search";
