export { type PageIndex, preparePage } from "./prepare";
export { type OnPageOptions, type OnPageTag, tagsOnPage } from "./rank";
