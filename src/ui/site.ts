/** The host of a match pattern, as people read it. */
export const hostOf = (pattern: string): string => pattern.replace(/^\w+:\/\//, "").replace(/\/\*$/, "");
