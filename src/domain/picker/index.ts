export { fold, tagKey } from "../text/fold";
export { classifyTagName, type TagName } from "./classify";
export { existing, holdsExactly } from "./existing";
export { type BadName, badName, cleanName, MAX_NAME } from "./name";
export { assignNumbers } from "./numbers";
export { type Index, prepare } from "./prepare";
export { MAX_RECENTS, rankRecents } from "./recents";
export { type SearchOptions, type Suggestion, search } from "./search";
export { splitPaste, splitTyped } from "./split";
